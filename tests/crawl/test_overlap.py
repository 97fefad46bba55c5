"""One crawl of an outlet at a time: others hear of it at once, and nobody waits for the dead."""

import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING

from tests.crawl.runner import Crawls, articles_asked, wait_until
from tests.site.example import SiteServer

if TYPE_CHECKING:
    import subprocess

#: Slow enough to be still at it when the others come.
_SLOW = {"DOWNLOAD_DELAY": "0.5", "DOWNLOAD_DELAY_JITTER": "0", "AUTOTHROTTLE_ENABLED": "0"}
_BUSY = "newscrawl: another crawl of moscow_times is running\n"


def test_of_three_runs_at_once_one_works(crawls: Crawls, server: SiteServer) -> None:
    with ExitStack() as running:
        runs = [running.enter_context(crawls.started(**_SLOW)) for _ in range(3)]
        wait_until(lambda: articles_asked(server.requests))
        working = [run for run in runs if run.poll() is None]
        assert len(working) == 1
        for run in runs:
            if run not in working:
                assert run.communicate() == ("", _BUSY)
                assert run.returncode == 75

        _one_that_is_stopped_keeps_the_outlet(crawls, working[0])

        working[0].kill()
        working[0].wait()
        assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") > 0
        assert crawls.run(CLOSESPIDER_ITEMCOUNT="2").code == 0, "a killed one does not"


def _one_that_is_stopped_keeps_the_outlet(crawls: Crawls, holder: "subprocess.Popen[str]") -> None:
    holder.send_signal(signal.SIGSTOP)
    crawls.variables = {"PYTHONPROFILEIMPORTTIME": "1"}
    other = crawls.run()
    crawls.variables = {}
    holder.send_signal(signal.SIGCONT)

    assert other.code == 75
    # Seconds say little on a machine that has more to do; what was loaded says where they go.
    loaded = {line.rpartition("|")[2].strip() for line in other.complaints}
    assert "newscrawl.archive.database.outlet_lock" in loaded, "the control: modules are named"
    assert not loaded & _HEAVY, "it hears of it before it has loaded what only a crawl needs"


#: More than half of the time that a crawl takes to begin.
_HEAVY = {"sqlalchemy", "alembic", "newscrawl.extract", "newscrawl.crawl.run", "fastwarc"}
