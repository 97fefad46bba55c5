"""Pages that bring the bytes of their articles' latest revisions are not read."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.visit import KnownPage, LeasedLink, Stored, Visit
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.boilerplate import Says
from newscrawl.extract import VERSION
from newscrawl.screen import Outcome
from tests.archive.making import (
    DAY,
    NOON,
    article,
    fetched,
    kept,
    lease,
    reading,
    record_visits,
    set_clock,
    store,
    visit,
)

_TODAYS = VERSION, rules_version(())


def _sent(given: Visit, at: int, when: datetime = NOON, *parts: bytes) -> Visit:
    answers = [fetched(given.link.url, fetched_at=when)]
    answers += [fetched(f"{given.link.url}/{part!r}", part, fetched_at=when) for part in parts]
    places = [replace(kept(at + n), digest=one.digest) for n, one in enumerate(answers)]
    return replace(given, fetched=tuple(answers), kept=tuple(places), etag='"a"')


def _again(session: Session, crawl: int, versions: tuple[str, str] = _TODAYS) -> LeasedLink:
    [link] = lease_urls(session, "herald", crawl, ["1"], versions)
    return link


def _first(session: Session, crawl: int, *parts: bytes) -> None:
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, _sent(visit(link, article()), 0, NOON, *parts))


def _met(session: Session, crawl: int, link: LeasedLink, at: int = 50) -> list[Stored | None]:
    set_clock(session, NOON + 2 * DAY)
    given = visit(link, is_known=True)
    return record_visits(session, crawl, _sent(given, at, NOON + DAY))


def _one(session: Session, columns: str, of: str) -> tuple[Any, ...]:
    return tuple(session.execute(text(f"SELECT {columns} FROM {of}")).one())


def test_the_page_of_the_latest_revision_is_told_with_the_lease(
    session: Session, crawl: int
) -> None:
    _first(session, crawl)
    link = _again(session, crawl)
    (revision,) = _one(session, "id", "revision")
    assert link.known == KnownPage(
        url="https://herald.test/1", digest=fetched().digest, revision_id=revision
    )


@pytest.mark.parametrize(
    "versions",
    [("older", _TODAYS[1]), (VERSION, rules_version((Says("ad", "x"),)))],
    ids=["extractor", "rules"],
)
def test_what_others_read_is_not_known(
    session: Session, crawl: int, versions: tuple[str, str]
) -> None:
    _first(session, crawl)
    assert _again(session, crawl, versions).known is None


def test_a_page_with_parts_is_not_known_as_those_may_change(session: Session, crawl: int) -> None:
    _first(session, crawl, b"posts")
    assert _again(session, crawl).known is None


def test_a_page_that_is_known_was_seen_and_is_a_capture(session: Session, crawl: int) -> None:
    _first(session, crawl)
    session.execute(text("UPDATE article SET gone_at = :at, other_seen = 2"), {"at": NOON})

    assert _met(session, crawl, _again(session, crawl)) == [Stored.UNCHANGED]

    seen = _one(session, "last_seen_at, gone_at, other_seen", "article")
    assert seen == (NOON + DAY, None, 0)
    captures = session.scalars(text("SELECT article_id FROM snapshot ORDER BY id")).all()
    assert len(set(captures)) == 1
    assert None not in captures
    assert len(captures) == 2
    assert session.scalar(text("SELECT count(*) FROM revision")) == 1
    row = _one(
        session, "outcome, stored, snapshot_id IS NULL", "visits ORDER BY visited_at DESC LIMIT 1"
    )
    assert row == (Outcome.STORED, Stored.UNCHANGED, False)


def test_where_another_revision_came_between_nothing_is_said_of_it(
    session: Session, crawl: int
) -> None:
    _first(session, crawl)
    link = _again(session, crawl)
    later = NOON + timedelta(hours=30)
    store(session, reading(article("Rain fell."), later))

    _met(session, crawl, link)

    assert _one(session, "last_seen_at", "article") == (later,)
    assert _one(session, "article_id", "snapshot ORDER BY id DESC LIMIT 1") == (None,)
    assert _one(session, "etag", "link") == (None,), "the next visit asks in full"
