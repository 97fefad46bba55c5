"""One patience for a database that went away, and one process that brings it back."""

import time
from pathlib import Path

import pytest

from newscrawl.archive.postgres.embedded_server import Server
from tests.crawl.runner import Crawls, articles_asked, scrapy, wait_until
from tests.own_server import kill_postgres
from tests.site.example import ExampleSite, SiteServer

#: Each request takes its turn at the host, and asks the archive for it.
_SLOW = {"DOWNLOAD_DELAY": "0.05", "DOWNLOAD_DELAY_JITTER": "0", "NEWSCRAWL_LEASE": "30"}


def test_patience_ends_once_however_many_requests_wait(
    crawls: Crawls, server: SiteServer, tmp_path: Path
) -> None:
    with Server(tmp_path / "own") as url:
        crawls.database_url = url
        with crawls.started(**_SLOW, NEWSCRAWL_DB_PATIENCE="3") as process:
            wait_until(lambda: len(articles_asked(server.requests)) > 2)
            kill_postgres(tmp_path / "own")
            began = time.monotonic()
            _, stderr = process.communicate(timeout=60)
        seconds = time.monotonic() - began
    assert process.returncode == 4, stderr
    assert 2 < seconds < 40, "each of 30 would wait for 3 s"
    assert [line for line in stderr.splitlines() if "does not answer" in line] == [
        stderr.splitlines()[-1]
    ]
    assert stderr.count("trying again") == 1, stderr
    assert "Traceback" not in stderr


@pytest.mark.parametrize("moment", [1, 8])
def test_an_embedded_server_that_dies_in_mid_crawl_is_started_again(
    crawls: Crawls, server: SiteServer, site: ExampleSite, tmp_path: Path, moment: int
) -> None:
    """Nobody but the crawl is there to do it."""
    home = tmp_path / "embedded"
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:12])
    given = ["-a", f"mirror={server.url}", "-a", f"urls={urls}"]
    with scrapy(
        "crawl", crawls.outlet, *given, environ={"NEWSCRAWL_HOME": str(home)}, **_SLOW
    ) as p:
        wait_until(lambda: len(articles_asked(server.requests)) >= moment)
        kill_postgres(home)
        _, stderr = p.communicate(timeout=60)
    assert p.returncode == 0, stderr
    assert home.stat().st_mode & 0o077 in (0, 0o011), "nobody else may look into it"
    assert "trying again" in stderr, "the control: the crawl has met the dead database"
    with Server(home) as url:
        crawls.database_url, crawls.now = url, None
        assert crawls.ledger() == {"stored": 12}
        crawls.assert_adds_up()
