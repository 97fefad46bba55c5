"""An archive's own pages read again: from their WARC files into the rows they belong to."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bench import pages
from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.boilerplate import clean
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.outlet import rules_of
from newscrawl.outlets import load_outlet
from newscrawl.page import HttpExchange, Page
from newscrawl.replay import replay_archive
from newscrawl.replay.choose_pool import replay_pool
from newscrawl.replay.replay_archive import Replayed, replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from newscrawl.snapshots.warc_writer import SnapshotWriter, write_all

OUTLET = load_outlet("moscow_times")
SCOPE = ReplayScope(outlet=OUTLET.name)
COUNT = 12
HEADERS = ((b"Content-Type", b"text/html; charset=utf-8"), (b"Content-Encoding", b"gzip"))


def keep_pages(archive: OpenArchive, count: int = COUNT) -> None:
    """What a crawl of so many pages leaves behind."""
    writer = SnapshotWriter(archive.home, OUTLET.name)
    rules = rules_of(OUTLET)
    with archive.sessions.begin() as session:
        crawl = crawls.begin(session, OUTLET, {})
        urls = [f"{OUTLET.home}{pages.path(number)}" for number in range(count)]
        keys = [OUTLET.key(url) or url for url in urls]
        listed = [ListedLink(key=key, url=url) for key, url in zip(keys, urls, strict=True)]
        list_links(session, OUTLET.name, "feed", listed)
        links = {one.url: one for one in lease_urls(session, OUTLET.name, crawl, keys)}
        visits = []
        for number, url in enumerate(urls):
            body, at = pages.page(number), datetime(2026, 11, 2, tzinfo=UTC)
            fetched = HttpExchange(
                url=url, asked=url, fetched_at=at, status=200, headers=HEADERS, body=body
            )
            page = Page(url, gzip.decompress(body), at, "utf-8")
            visit = read_visit(Answer(fetched=fetched, page=page, headers={}), links[url], OUTLET)
            assert visit.article is not None
            kept = write_all(writer, visit.fetched)
            visits.append(replace(visit, article=clean(visit.article, rules), kept=kept))
        record(session, crawl, OUTLET.name, visits, rules, lambda _: None)
    writer.close()


@pytest.fixture
def archive(sessions: SessionFactory, tmp_path: Path) -> OpenArchive:
    found = OpenArchive(sessions=sessions, home=tmp_path)
    keep_pages(found)
    return found


def ask(archive: OpenArchive, query: str) -> list[Any]:
    with archive.sessions.begin() as session:
        result = session.execute(text(query))
        return [tuple(row) for row in result] if result.returns_rows else []


def worsen(archive: OpenArchive, change: str, where: str = "true") -> None:
    """Let revisions look as if older code had read them."""
    ask(archive, f"UPDATE revision SET {change}, extractor_version = '0' WHERE {where}")


def everything(archive: OpenArchive) -> list[Any]:
    return ask(archive, "SELECT * FROM revision ORDER BY id") + ask(
        archive, "SELECT * FROM article ORDER BY id"
    )


def run(
    archive: OpenArchive, scope: ReplayScope = SCOPE, *, processes: int = 1, dry_run: bool = False
) -> Replayed:
    total = Replayed()
    with replay_pool(archive, processes) as workers:
        for one in replay_by(workers, [scope], dry_run=dry_run):
            total.read += one.read
            total.differences += one.differences
            total.refused += one.refused
            total.unreadable += one.unreadable
    return total


@pytest.mark.parametrize("processes", [1, 2])
def test_a_replay_gives_what_was_first_read(archive: OpenArchive, processes: int) -> None:
    before = everything(archive)
    worsen(archive, "authors = '{}', date_published = NULL, headline = 'x', removed = '[]'")

    done = run(archive, processes=processes)

    assert (done.read, len(done.differences)) == (COUNT, COUNT)
    assert everything(archive) == before


def test_nothing_is_read_twice(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}'", "id % 3 = 0")

    first, second = run(archive), run(archive)

    assert (first.read, second.read) == (COUNT // 3, 0)


def test_again_reads_all_and_changes_nothing(archive: OpenArchive) -> None:
    before = everything(archive)

    done = run(archive, replace(SCOPE, again=True))

    assert (done.read, done.differences) == (COUNT, [])
    assert everything(archive) == before


def test_a_run_that_was_interrupted_goes_on(
    archive: OpenArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay_archive, "_BATCH", 5)
    before = everything(archive)
    worsen(archive, "authors = '{}'")

    first = next(replay_by(ReplayPool(archive=archive), [SCOPE]))
    rest = run(archive)

    assert (first.read, rest.read) == (5, COUNT - 5)
    assert everything(archive) == before


def test_a_page_that_is_damaged_is_named_and_changes_nothing(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}'")
    [(file, offset)] = ask(archive, 'SELECT file, "offset" FROM snapshot ORDER BY id LIMIT 1')
    path = archive.home / file
    data = bytearray(path.read_bytes())
    data[offset + 900] ^= 255
    path.write_bytes(data)

    done = run(archive)

    [missed] = done.unreadable
    assert str(path) in missed.error
    assert ask(archive, "SELECT id FROM revision WHERE authors = '{}'") == [(missed.revision_id,)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("UPDATE article SET key = 'other' WHERE id = 1", "of 90000"),
        ("UPDATE snapshot SET status = 404 WHERE id = 1", "http_404"),
    ],
)
def test_a_page_that_is_refused_today_changes_nothing(
    archive: OpenArchive, change: str, reason: str
) -> None:
    worsen(archive, "authors = '{}'")
    [(revision, article, snapshot)] = ask(
        archive,
        "SELECT r.id, a.id, snapshot_id FROM revision r JOIN article a ON a.id = article_id"
        " WHERE key = '90000'",
    )
    target = article if "article" in change else snapshot
    ask(archive, change.replace("id = 1", f"id = {target}"))

    done = run(archive)

    assert [(one.revision_id, one.reason) for one in done.refused] == [(revision, reason)]
    assert ask(archive, "SELECT id FROM revision WHERE authors = '{}'") == [(revision,)]


def test_a_page_that_no_file_describes_is_read_by_general_rules(archive: OpenArchive) -> None:
    ask(archive, "INSERT INTO outlet VALUES ('gone_news', 'Gone', 'https://gone.test', 'en')")
    ask(archive, "UPDATE article SET outlet = 'gone_news', key = split_part(url, '.com', 2)")
    worsen(archive, "authors = '{}'")

    done = run(archive, ReplayScope(outlet="gone_news"))

    assert (done.read, done.refused) == (COUNT, [])
    assert ask(archive, "SELECT DISTINCT layout FROM revision") == [("generic",)]
