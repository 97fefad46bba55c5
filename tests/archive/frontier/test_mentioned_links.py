"""Links that only the texts of other articles list."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.link_leases import due
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import Mention
from tests.archive.making import (
    DAY,
    NOON,
    article,
    begin_crawl,
    lease,
    record_visits,
    set_clock,
    visit,
)

_URL = "https://herald.test/2"


def _mention(session: Session, claimed_at: datetime | None) -> int:
    """A visit whose page leads to article 2; the crawl."""
    set_clock(session, NOON)
    crawl = begin_crawl(session)
    [link] = lease(session, crawl, "1")
    found = (Mention(key="2", url=_URL, claimed_at=claimed_at),)
    record_visits(session, crawl, replace(visit(link, article()), found=found, robots=("x",)))
    return crawl


@pytest.mark.parametrize(
    ("claimed_at", "is_due"),
    [
        (NOON - 29 * DAY, True),
        (NOON - 31 * DAY, False),
        (NOON + 9 * DAY, False),
        (None, False),
    ],
    ids=["recent", "old", "in the future", "undated"],
)
def test_a_plain_crawl_follows_recent_days_alone(
    session: Session, claimed_at: datetime | None, is_due: bool
) -> None:
    crawl = _mention(session, claimed_at)
    leased = due(session, "herald", crawl, limit=9)
    assert [(link.key, link.is_mentioned) for link in leased] == [("2", True)] * is_due


def test_a_range_leases_what_waited_for_it(session: Session) -> None:
    old = NOON - 400 * DAY
    crawl = _mention(session, old)
    assert due(session, "herald", crawl, limit=9, since=old + DAY) == []
    [link] = due(session, "herald", crawl, limit=9, since=old, until=old + DAY)
    assert link.key == "2"


def test_enough_mentioned_links_are_enough(session: Session) -> None:
    crawl = _mention(session, NOON - DAY)
    assert due(session, "herald", crawl, limit=9, with_mentioned=False) == []


def test_what_a_source_lists_later_waits_no_longer(session: Session) -> None:
    crawl = _mention(session, None)
    list_links(session, "herald", "feed", [ListedLink(key="2", url=_URL)], "feed")
    assert [link.key for link in due(session, "herald", crawl, limit=9)] == ["2"]
    kinds = session.scalar(text("SELECT listed_in FROM link WHERE key = '2'"))
    assert kinds == ["text", "feed"]


def test_a_known_link_is_written_once_for_each_kind_of_place(session: Session) -> None:
    _mention(session, NOON + timedelta(hours=1))
    versions = set()
    for _ in range(3):
        list_links(session, "herald", "feed", [ListedLink(key="2", url=_URL)], "feed")
        versions.add(session.scalar(text("SELECT ctid::text FROM link WHERE key = '2'")))
    assert len(versions) == 1


def test_what_a_page_tells_robots_is_kept_with_its_link(session: Session) -> None:
    _mention(session, None)
    assert session.scalar(text("SELECT robots FROM link WHERE key = '1'")) == ["x"]
