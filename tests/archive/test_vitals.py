from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive import crawls
from newscrawl.archive.vitals import vitals
from tests.archive.making import HERALD, NOON


def crawl(session: Session, at: datetime, **stats: int) -> None:
    number = crawls.begin(session, HERALD, {})
    crawls.finish(session, number, "finished", 0, dict(stats))
    session.execute(
        text("UPDATE crawl SET started_at = :at WHERE id = :id"), {"at": at, "id": number}
    )


def test_the_last_day_is_summed_and_held_against_four_weeks(session: Session) -> None:
    crawl(session, NOON, taken=3)
    crawl(session, NOON - timedelta(hours=23), taken=4)
    crawl(session, NOON - timedelta(hours=25), taken=5)
    crawl(session, NOON - timedelta(days=28), taken=6)
    crawl(session, NOON - timedelta(days=30), taken=7)

    [found] = vitals(session, "herald")

    assert found.last == {"taken": 7}
    assert [stats["taken"] for stats in found.before] == [5, 6]


def test_a_crawl_that_did_not_end_counts_nothing(session: Session) -> None:
    crawls.begin(session, HERALD, {})

    assert vitals(session, "herald") == []
