import secrets
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier import host_blocks as hosts
from newscrawl.archive.frontier.crawl_rows import SourceState
from newscrawl.archive.frontier.link_leases import due
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot
from tests.archive.making import (
    HERALD,
    NOON,
    begin_crawl,
    kept,
    lease,
    record_visits,
    set_clock,
    visits_of,
)

URL = "https://herald.test/feed"


def test_a_crawl_begins_and_ends_as_a_row(session: Session) -> None:
    set_clock(session, NOON)
    crawl = crawls.begin(session, HERALD, {"since": "2026-03-01"})
    crawls.finish(session, crawl, "finished", 3, {"discover/links": 5, "bad\x00": "\ud800"})

    [row] = session.execute(text("SELECT * FROM crawl")).all()
    assert (row.started_at, row.finished_at, row.exit_code) == (NOON, NOON, 3)
    assert row.arguments == {"since": "2026-03-01"}
    assert row.stats == {"discover/links": 5, "bad\ufffd": "\ufffd"}


def test_a_crawl_that_begins_frees_what_a_dead_one_held(session: Session) -> None:
    lease(session, begin_crawl(session), "1", "2")
    crawl = begin_crawl(session)

    assert len(due(session, "herald", crawl, limit=9)) == 2


def test_a_crawl_that_ends_gives_back_what_it_did_not_come_to(session: Session) -> None:
    crawl = begin_crawl(session)
    lease(session, crawl, "1", "2")

    crawls.finish(session, crawl, "shutdown", 11, {})

    assert session.scalar(text("SELECT count(*) FROM link WHERE lease IS NOT NULL")) == 0


def test_an_outlet_that_changed_its_title_is_the_same_outlet(session: Session) -> None:
    begin_crawl(session)
    session.execute(text("UPDATE outlet SET title = 'Old'"))
    begin_crawl(session)

    assert session.scalars(text("SELECT title FROM outlet")).all() == ["The Herald"]


def test_a_source_keeps_what_it_last_answered(session: Session) -> None:
    begin_crawl(session)
    state = SourceState(url=URL, etag='"1"', last_modified="Sun", children=[["a", None]])

    crawls.source_answered(session, "herald", state, "ok", None)

    assert crawls.source_states(session, "herald") == {URL: state}


def test_a_source_that_fails_keeps_its_validators(session: Session) -> None:
    begin_crawl(session)
    set_clock(session, NOON)
    state = SourceState(url=URL, etag='"1"')
    crawls.source_answered(session, "herald", state, "ok", None)
    set_clock(session, NOON + timedelta(hours=1))

    crawls.source_failed(session, "herald", URL, "http_500")

    [row] = session.execute(text("SELECT * FROM source")).all()
    assert crawls.source_states(session, "herald") == {URL: state}
    assert (row.last_result, row.answered_at) == ("http_500", NOON)
    assert row.asked_at == NOON + timedelta(hours=1)


@pytest.mark.parametrize("length", [3_000, 200_000])
def test_a_source_with_an_endless_address_is_a_row(session: Session, length: int) -> None:
    begin_crawl(session)
    url = f"{URL}?{secrets.token_urlsafe(length)}"

    crawls.source_failed(session, "herald", url, "url_too_long")
    crawls.source_failed(session, "herald", url, "url_too_long")

    assert list(crawls.source_states(session, "herald")) == [url]


def test_a_host_is_left_alone_until_its_time_has_come(session: Session) -> None:
    set_clock(session, NOON)
    hosts.block(session, "herald.test", 60, "http_429")
    hosts.block(session, "herald.test", 120, "http_429")

    assert hosts.blocked_until(session, "herald.test") == NOON + timedelta(seconds=120)
    assert hosts.blocked_until(session, "other.test") is None
    set_clock(session, NOON + timedelta(seconds=120))
    assert hosts.blocked_until(session, "herald.test") is None


def test_a_kept_page_is_found_by_its_row(session: Session) -> None:
    crawl = begin_crawl(session)
    [visit] = visits_of(lease(session, crawl, "1"))
    record_visits(session, crawl, replace(visit, kept=(kept(7),)))

    found = kept_snapshot(session, session.scalars(text("SELECT id FROM snapshot")).one())

    assert (found.url, found.fetched_at, found.kept) == (visit.link.url, NOON, kept(7))
