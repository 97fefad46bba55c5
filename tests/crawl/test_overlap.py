"""One crawl of an outlet at a time: others hear of it at once, and nobody waits for the dead."""

import os
import signal
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from newscrawl.site import SiteServer
from tests.crawl.runner import PATIENCE, Crawls, articles_asked, wait_until

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
    with crawls.started() as other:
        code, used = _wait(other)
    assert code == 75
    # Of its own time: what a machine with much else to do takes besides is not the crawl's.
    assert used < 2, "it hears of it before it has loaded what only a crawl needs"
    holder.send_signal(signal.SIGCONT)


def _wait(process: "subprocess.Popen[str]") -> tuple[int, float]:
    """The exit code of a process, and its seconds of CPU."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_utime + usage.ru_stime
        time.sleep(0.02)
    raise AssertionError("it did not end")
