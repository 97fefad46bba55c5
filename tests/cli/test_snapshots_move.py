"""Pages of a crawl are put away in object storage, and every machine reads them there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive.database.outlet_lock import OutletLock
from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.object_storage import Bucket, bucket
from tests.site.example import ExampleSite, SiteServer, serve
from tests.site.story_files import english_stories

_STORIES = tuple(story for story in english_stories() if story.listed)[:4]


@dataclass(frozen=True, slots=True)
class Machines:
    """One that crawled with a bucket, one that only reads, and the site."""

    crawls: Crawls
    elsewhere: Path
    remote: Bucket
    server: SiteServer
    site: ExampleSite

    def run(self, *arguments: str, elsewhere: bool = False, **more: str) -> Any:
        home = self.elsewhere if elsewhere else self.crawls.home
        return newscrawl(*arguments, **{**self.crawls.environ, "NEWSCRAWL_HOME": str(home), **more})

    def verified(self, elsewhere: bool = False) -> dict[str, Any]:
        done = self.run("snapshots", "verify", "--json", elsewhere=elsewhere)
        return {**json.loads(done.stdout), "code": done.returncode}

    def files(self) -> list[str]:
        return [path.name for path in (self.crawls.home / "warc").glob("*/*.warc.gz")]

    def crawl(self) -> str:
        """Get every page again; what was said."""
        self.crawls.change("UPDATE link SET etag = NULL, last_modified = NULL")
        self.crawls.ask_for_all()
        ended = self.crawls.run()
        assert ended.code == 0, ended.stderr
        return ended.stderr


@pytest.fixture(scope="module")
def machines(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Machines]:
    site = ExampleSite(_STORIES)
    with bucket() as remote, serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        assert crawls.run().code == 0
        crawls.variables = {**remote.environ, "NEWSCRAWL_SNAPSHOTS": remote.address}
        yield Machines(crawls, tmp_path_factory.mktemp("elsewhere"), remote, server, site)


def test_a_crawl_puts_its_files_away_and_those_that_were_left(machines: Machines) -> None:
    [left] = machines.files()
    before = machines.verified()
    machines.crawl()
    after = machines.verified(elsewhere=True)

    assert list(before["waiting"]) == [f"warc/moscow_times/{left}"]
    assert (before["code"], before["readable"]) == (0, before["snapshots"])
    assert machines.files() == []
    assert (after["code"], after["waiting"], after["problems"]) == (0, {}, [])
    assert after["readable"] == after["snapshots"] > before["snapshots"]


def test_a_page_that_came_again_is_compared_with_its_bytes_in_the_bucket(
    machines: Machines,
) -> None:
    counted = "SELECT count(same_as) FROM snapshot"
    before = machines.crawls.count(counted)
    machines.crawl()

    assert machines.crawls.count(counted) == before + len(_STORIES)


def test_another_machine_reads_what_was_put_away(machines: Machines) -> None:
    key = _STORIES[1].key
    article = str(machines.crawls.article(key)["article_id"])

    page = machines.run("snapshots", "export", article, elsewhere=True)
    again = machines.run("replay", "--again", "--json", "--processes", "1", elsewhere=True)

    served = machines.site.respond(machines.site.story(key).path)[2].decode()
    assert (page.returncode, page.stdout) == (0, served)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["unreadable"] == []


def test_a_bucket_that_is_away_stops_no_crawl(machines: Machines) -> None:
    machines.crawls.variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1"
    said = machines.crawl()
    waiting = machines.files()
    machines.crawls.variables |= machines.remote.environ

    assert "files are not yet uploaded to s3://pages/archive" in said
    assert len(waiting) == 1
    [whole] = machines.crawls.ask(
        "SELECT count(*) FILTER (WHERE same_as IS NULL), count(same_as) FROM snapshot "
        "WHERE file LIKE '%' || :file",
        file=waiting[0],
    )
    assert whole == (len(_STORIES), 0), "where the earlier record cannot be read, all is kept again"
    there = machines.verified(elsewhere=True)
    assert there["code"] == 1
    assert list(there["waiting"]) == [f"warc/moscow_times/{waiting[0]}"]
    assert len(there["problems"]) == sum(there["waiting"].values())
    moved = machines.run("snapshots", "move")
    assert (moved.returncode, moved.stdout.split(",")[0]) == (0, "1 files"), moved.stderr
    assert machines.verified(elsewhere=True)["problems"] == []


def test_an_outlet_that_is_crawled_is_left_alone(machines: Machines) -> None:
    with OutletLock(machines.crawls.database_url, "moscow_times"):
        done = machines.run("snapshots", "move", "--back")

    assert (done.returncode, machines.files()) == (75, [])
    assert "moscow_times is being crawled" in done.stderr


def test_an_archive_comes_back_to_its_disk(machines: Machines) -> None:
    done = machines.run("snapshots", "move", "--back", elsewhere=True)
    nowhere = machines.run("snapshots", "verify", "--json", elsewhere=True, NEWSCRAWL_SNAPSHOTS="")
    found = json.loads(nowhere.stdout)

    assert (done.returncode, nowhere.returncode) == (0, 0), done.stderr
    assert found["readable"] == found["snapshots"] > 0
    assert len(machines.verified()["problems"]) == found["snapshots"], "the control"


def test_a_file_that_differs_counts_for_more_than_an_outlet_that_is_crawled(
    machines: Machines, tmp_path: Path
) -> None:
    for place, outlet in (("home", "herald"), ("home", "moscow_times"), ("store", "herald")):
        file = tmp_path / place / "warc" / outlet / "a.warc.gz"
        file.parent.mkdir(parents=True)
        file.write_text(place)
    store = f"file://{tmp_path / 'store'}"
    with OutletLock(machines.crawls.database_url, "moscow_times"):
        done = machines.run(
            "snapshots",
            "move",
            NEWSCRAWL_HOME=str(tmp_path / "home"),
            NEWSCRAWL_SNAPSHOTS=store,
        )

    assert "differs here and in" in done.stderr
    assert (done.returncode, "is being crawled" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "address", "code", "says"),
    [
        ([], "s3://nowhere/archive", 1, "there is no s3://nowhere/archive"),
        (["--outlet", "herold"], "s3://pages/archive", 2, "herold"),
    ],
    ids=["no-such-bucket", "no-such-outlet"],
)
def test_what_cannot_be_moved_is_said_and_stays(
    machines: Machines, arguments: list[str], address: str, code: int, says: str
) -> None:
    done = machines.run(
        "snapshots", "move", *arguments, elsewhere=True, NEWSCRAWL_SNAPSHOTS=address
    )

    assert (done.returncode, len(done.stderr.splitlines())) == (code, 1), done.stderr
    assert says in done.stderr
    assert list(machines.elsewhere.glob("warc/*/*.warc.gz"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "set NEWSCRAWL_SNAPSHOTS"),
        ("bucket", "must look like"),
        ("s3://a b", "is not an address"),
    ],
)
def test_what_names_no_storage_is_one_line(tmp_path: Path, given: str, says: str) -> None:
    pytest.importorskip("obstore", reason="object storage needs obstore")
    done = newscrawl("snapshots", "move", NEWSCRAWL_HOME=str(tmp_path), NEWSCRAWL_SNAPSHOTS=given)

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert says in done.stderr
