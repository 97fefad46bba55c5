"""All that write articles take their locks in one order: articles by key, links, clusters."""

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from psycopg2.errors import DeadlockDetected
from sqlalchemy.exc import OperationalError

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.revisions import commit_visits as recording
from newscrawl.archive.revisions.article_rows import see_articles
from newscrawl.archive.revisions.import_rows import Captured
from newscrawl.page import WarcLocation
from tests.archive.at_once import wait_for_a_lock
from tests.archive.making import (
    HERALD,
    NOON,
    article,
    lease,
    reading,
    record_visits,
    store,
    store_all,
    visit,
)

LONG = " ".join(f"w{number}" for number in range(60))


@pytest.fixture
def crawl(sessions: SessionFactory) -> int:
    """Of an archive that has an article, 2, with a text that has a fingerprint."""
    with sessions.begin() as session:
        number = crawls.begin(session, HERALD, {})
        store(session, reading(article(LONG, key="2")))
    return number


def _import_while_it_is_recorded(sessions: SessionFactory, crawl: int) -> list[Exception]:
    """What fails where a crawl stores 1 and finds 2 as it was, and an import captures 2."""
    failed: list[Exception] = []
    with sessions.begin() as session:
        one, two = lease(session, crawl, "1", "2")
    visits = [visit(one, article(LONG + " more", key="1")), visit(two)]

    def crawled() -> None:
        try:
            with sessions.begin() as session:
                record_visits(session, crawl, *visits)
        except OperationalError as error:
            failed.append(error)

    waiting = threading.Thread(target=crawled)
    try:
        with sessions.begin() as session:
            touched = see_articles(session, [_captured("2")], are_visits=False)
            waiting.start()
            wait_for_a_lock(sessions)
            renew_duplicates(session, [row.article_id for row in touched.values()])
    except OperationalError as error:
        failed.append(error)
    waiting.join(20)
    return failed


def _captured(key: str) -> Captured:
    return Captured(
        article=article(LONG, key=key),
        url=f"https://herald.test/{key}",
        fetched_at=NOON - timedelta(days=1),
        status=200,
        kept=WarcLocation(file="a", offset=0, length=1, digest="x"),
    )


def test_a_crawl_and_an_import_do_not_wait_for_each_other_in_a_circle(
    sessions: SessionFactory, crawl: int
) -> None:
    assert _import_while_it_is_recorded(sessions, crawl) == []


def test_they_would_if_clusters_were_renewed_before_all_articles_are_locked(
    sessions: SessionFactory, crawl: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def early(*given: Any) -> tuple[list[Any], list[int]]:
        return store_all(*given), []

    monkeypatch.setattr(recording, "write_readings", early)
    monkeypatch.setattr(recording, "lock_visited", lambda *_: None)

    [failed] = _import_while_it_is_recorded(sessions, crawl)

    assert isinstance(failed, OperationalError)
    assert isinstance(failed.orig, DeadlockDetected)


def test_an_article_that_is_captured_earlier_is_seen_first_then(
    sessions: SessionFactory, crawl: int
) -> None:
    earlier = _captured("2")
    with sessions.begin() as session:
        [first] = see_articles(session, [earlier], are_visits=False).values()
        [again] = see_articles(
            session, [replace(earlier, fetched_at=NOON)], are_visits=False
        ).values()

    assert first.first_seen_at == again.first_seen_at == earlier.fetched_at
