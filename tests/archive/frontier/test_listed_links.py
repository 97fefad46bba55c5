import secrets
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connected, session_factory
from newscrawl.archive.frontier.link_leases import _DUE_NOW, due, lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.settle_links import settle
from newscrawl.screen import Outcome
from tests.archive.at_once import at_once
from tests.archive.making import DAY, NOON, begin_crawl, lease, ledger, set_clock, visit


def _link(key: str, **fields: object) -> ListedLink:
    return ListedLink(**{"key": key, "url": f"https://herald.test/{key}", **fields})


def _list(session: Session, *links: ListedLink) -> int:
    return list_links(session, "herald", "feed", links)


def _due(session: Session, crawl: int, **bounds: datetime) -> list[str]:
    return [link.key for link in due(session, "herald", crawl, limit=100, **bounds)]


def _meet(session: Session, crawl: int, key: str, outcome: Outcome) -> None:
    [link] = lease_urls(session, "herald", crawl, [key])
    settle(session, crawl, [visit(link, outcome=outcome)])


def _row(session: Session, key: str):
    return session.execute(text("SELECT * FROM link WHERE key = :key"), {"key": key}).one()


def test_what_is_new_is_counted_and_due(session: Session, crawl: int) -> None:
    assert _list(session, _link("1"), _link("2"), _link("1")) == 2
    assert _list(session, _link("2"), _link("3")) == 1
    assert sorted(_due(session, crawl)) == ["1", "2", "3"]


def test_the_newest_come_first_and_the_undated_last(session: Session, crawl: int) -> None:
    _list(
        session,
        _link("none"),
        _link("old", claimed_at=NOON - 9 * DAY),
        _link("new", claimed_at=NOON),
        _link("mid", claimed_at=NOON - DAY),
    )

    assert _due(session, crawl) == ["new", "mid", "old", "none"]


def test_a_range_holds_its_first_moment_not_its_last_and_all_undated(
    session: Session, crawl: int
) -> None:
    moment = timedelta(microseconds=1)
    _list(
        session,
        _link("before", claimed_at=NOON - moment),
        _link("first", claimed_at=NOON),
        _link("last", claimed_at=NOON + DAY - moment),
        _link("after", claimed_at=NOON + DAY),
        _link("none"),
    )

    assert _due(session, crawl, since=NOON, until=NOON + DAY) == ["last", "first", "none"]
    assert _due(session, crawl, until=NOON) == ["before"]
    assert _due(session, crawl) == ["after"]


def test_what_is_final_from_the_start_is_a_row_that_is_never_due(
    session: Session, crawl: int
) -> None:
    _list(session, _link("1", outcome=Outcome.OFFSITE, reason="host"))

    assert _due(session, crawl) == []
    assert ledger(session, "herald") == {"offsite": 1}


def test_a_leased_link_is_leased_once(session: Session, crawl: int) -> None:
    _list(session, _link("1"))

    assert (_due(session, crawl), _due(session, crawl)) == (["1"], [])


def test_a_link_that_was_asked_for_by_name_need_not_be_due(session: Session, crawl: int) -> None:
    _list(session, _link("1", outcome=Outcome.NOT_ARTICLE))

    assert [link.key for link in lease_urls(session, "herald", crawl, ["1", "no"])] == ["1"]


def test_what_is_stored_stays_stored_through_setbacks(session: Session, crawl: int) -> None:
    lease(session, crawl, "1")
    _meet(session, crawl, "1", Outcome.STORED)
    _meet(session, crawl, "1", Outcome.BLOCKED)

    row = _row(session, "1")
    assert (row.outcome, row.last_result, row.lease) == ("stored", "blocked", None)


def test_an_article_is_gone_after_the_second_sighting_and_may_come_back(
    session: Session, crawl: int
) -> None:
    lease(session, crawl, "1")
    outcomes = []
    for days, met in enumerate(
        (Outcome.STORED, Outcome.MISSING, Outcome.MISSING, Outcome.FAILED, Outcome.STORED)
    ):
        set_clock(session, NOON + days * DAY)
        _meet(session, crawl, "1", met)
        outcomes.append(_row(session, "1").outcome)

    assert outcomes == ["stored", "stored", "gone", "gone", "stored"]


def test_a_failed_link_is_due_when_its_back_off_has_passed(session: Session, crawl: int) -> None:
    lease(session, crawl, "1")
    _meet(session, crawl, "1", Outcome.FAILED)

    set_clock(session, NOON + timedelta(minutes=9))
    assert _due(session, crawl) == []
    set_clock(session, NOON + timedelta(minutes=10))
    assert _due(session, crawl) == ["1"]


@pytest.mark.parametrize(
    ("changed_at", "is_due"), [(NOON + DAY, True), (NOON - DAY, False), (None, False)]
)
def test_a_link_that_changed_since_its_visit_is_due(
    session: Session, crawl: int, changed_at: datetime | None, is_due: bool
) -> None:
    lease(session, crawl, "1")
    set_clock(session, NOON)
    _meet(session, crawl, "1", Outcome.STORED)
    session.execute(text("UPDATE link SET next_visit_at = NULL"))

    _list(session, _link("1", changed_at=changed_at))

    assert _due(session, crawl) == (["1"] if is_due else [])


@pytest.mark.parametrize("met", [Outcome.NOT_ARTICLE, Outcome.QUARANTINED, Outcome.DUPLICATE])
def test_what_can_be_no_article_is_not_due_because_it_changed(
    session: Session, crawl: int, met: Outcome
) -> None:
    lease(session, crawl, "1")
    _meet(session, crawl, "1", met)

    _list(session, _link("1", changed_at=NOON + DAY))

    assert _due(session, crawl) == []


@pytest.mark.parametrize(
    ("outcome", "reason", "is_due"),
    [
        ("quarantined", "no_headline", True),
        ("quarantined", "url_too_long", False),
        ("not_article", "soft_404", True),
        ("not_article", "home_page", True),
    ],
)
def test_a_page_that_was_no_article_yet_is_due_because_it_changed(
    session: Session, crawl: int, outcome: str, reason: str, is_due: bool
) -> None:
    [link] = lease(session, crawl, "1")
    settle(session, crawl, [visit(link, outcome=Outcome(outcome), reason=reason)])
    session.execute(text("UPDATE link SET next_visit_at = NULL"))

    _list(session, _link("1", changed_at=NOON + DAY))

    assert _due(session, crawl) == (["1"] if is_due else [])


def test_a_new_slug_and_date_are_the_same_link(session: Session, crawl: int) -> None:
    _list(session, _link("1", url="https://herald.test/old-1"))

    assert _list(session, _link("1", url="https://herald.test/new-1", claimed_at=NOON)) == 0

    row = _row(session, "1")
    assert (row.url, row.claimed_at) == ("https://herald.test/new-1", NOON)


def test_a_source_without_dates_takes_none_away(session: Session, crawl: int) -> None:
    _list(session, _link("1", claimed_at=NOON))
    _list(session, _link("1"))

    assert _row(session, "1").claimed_at == NOON


def test_a_duplicate_keeps_the_url_that_leads_to_the_article(session: Session, crawl: int) -> None:
    lease(session, crawl, "1")
    _meet(session, crawl, "1", Outcome.DUPLICATE)

    _list(session, _link("1", url="https://herald.test/elsewhere"))

    assert _row(session, "1").url == "https://herald.test/1"


@pytest.mark.parametrize("length", [2_000, 2_700, 8_192, 200_000])
def test_a_url_of_any_length_is_a_row_that_is_found_again(
    session: Session, crawl: int, length: int
) -> None:
    # Random: repeated letters compress, and would fit any index.
    key = secrets.token_urlsafe(length)[:length]
    link = _link(key, outcome=Outcome.QUARANTINED, reason="url_too_long")

    assert (_list(session, link), _list(session, link)) == (1, 0)
    assert [each.url for each in lease_urls(session, "herald", crawl, [key])] == [link.url]


@pytest.mark.parametrize("bad", ["\x00", "\ud800"])
def test_a_link_may_hold_what_postgres_refuses(session: Session, crawl: int, bad: str) -> None:
    listed = _link(f"a{bad}", url=f"https://herald.test/{bad}", reason=bad)

    assert list_links(session, "herald", bad, [listed]) == 1


def test_a_link_whose_lease_is_given_back_is_not_settled_again(
    session: Session, crawl: int
) -> None:
    """The answer to a commit was lost, and the commit is repeated."""
    [link] = lease(session, crawl, "1")
    failed = visit(link, outcome=Outcome.FAILED)

    assert settle(session, crawl, [failed])[link.id].outcome is Outcome.FAILED
    assert settle(session, crawl, [failed]) == {}
    assert _row(session, "1").attempts == 1


def test_the_ledger_adds_up(session: Session, crawl: int) -> None:
    keys = [str(outcome) for outcome in Outcome]
    for key, link in zip(keys, lease(session, crawl, *keys), strict=True):
        if key != Outcome.WAITING:
            settle(session, crawl, [visit(link, outcome=Outcome(key))])

    assert sum(ledger(session, "herald").values()) == len(keys)
    assert set(ledger(session, "herald")) == set(keys)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database of its own, with an outlet: for sessions that commit."""
    with connected(database_url, deadlock_timeout="50ms") as engine:
        with session_factory(engine).begin() as own:
            begin_crawl(own)
        yield engine


def test_two_sessions_never_lease_one_link(engine: Engine) -> None:
    sessions = session_factory(engine)
    with sessions.begin() as own:
        list_links(own, "herald", "feed", [_link(str(n), claimed_at=NOON) for n in range(200)])
    leased: dict[int, list[int]] = {1: [], 2: []}

    def take(crawl: int) -> None:
        while True:
            with sessions.begin() as own:
                links = due(own, "herald", crawl, limit=7)
            if not links:
                return
            leased[crawl] += [link.id for link in links]

    assert at_once(lambda: take(1), lambda: take(2)) == []
    assert leased[1]
    assert leased[2]
    assert len(set(leased[1] + leased[2])) == len(leased[1] + leased[2]) == 200


def test_two_that_list_the_same_links_in_opposite_orders_do_not_deadlock(engine: Engine) -> None:
    sessions = session_factory(engine)

    def work(step: int) -> None:
        for round_ in range(20):
            links = [
                _link(str(n), url=f"https://herald.test/{step}-{round_}-{n}") for n in range(200)
            ]
            with sessions.begin() as own:
                list_links(own, "herald", "feed", links[::step])

    assert at_once(lambda: work(1), lambda: work(-1)) == []


def test_unsorted_writers_do_deadlock(engine: Engine) -> None:
    """The control of the test above: the fault that sorting prevents is real."""
    sessions = session_factory(engine)
    with sessions.begin() as own:
        list_links(own, "herald", "feed", [_link("1"), _link("2")])
    both_hold = threading.Barrier(2)

    def work(*keys: str) -> None:
        with sessions.begin() as own:
            for key in keys:
                own.execute(text("UPDATE link SET reason = 'x' WHERE key = :k"), {"k": key})
                if key == keys[0]:
                    both_hold.wait()

    errors = at_once(lambda: work("1", "2"), lambda: work("2", "1"))

    assert [error.orig.pgcode for error in errors] == ["40P01"]


_MANY = """
INSERT INTO link (outlet, key, url, claimed_at, next_visit_at)
SELECT 'herald', n, n, now() - n * interval '1 minute', CASE WHEN n % 10 = 0 THEN now() END
FROM generate_series(1, 50000) AS n
"""


def test_due_links_are_found_by_their_index(engine: Engine) -> None:
    with session_factory(engine).begin() as own:
        own.execute(text(_MANY))
        own.execute(text("ANALYZE link"))
        asked = {"outlet": "herald", "crawl": 1, "limit": 50, "mentioned": True}
        asked |= {"since": None, "until": None}
        plan = own.execute(text(f"EXPLAIN {_DUE_NOW.text}"), asked)
        assert "link_due_idx" in "\n".join(plan.scalars())


_MIDNIGHT = datetime(2026, 3, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("known", "listed", "kept"),
    [
        (NOON, _MIDNIGHT, NOON),
        (_MIDNIGHT, NOON, NOON),
        (NOON, _MIDNIGHT + DAY, _MIDNIGHT + DAY),
        (NOON, NOON + timedelta(hours=1), NOON + timedelta(hours=1)),
    ],
)
def test_a_day_says_nothing_against_a_time_of_that_day(
    session: Session, crawl: int, known: datetime, listed: datetime, kept: datetime
) -> None:
    session.execute(text("UPDATE outlet SET timezone = 'America/New_York'"))
    _list(session, _link("1", claimed_at=known))

    _list(session, _link("1", claimed_at=listed))

    assert _row(session, "1").claimed_at == kept
