from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.frontier.next_visit import LinkState, Met, after_visit, revisit_at
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome
from tests.archive.making import DAY, NOON
from tests.rows import every_row

MINUTE = timedelta(minutes=1)
WAITING = LinkState(outcome=Outcome.WAITING)
STORED = LinkState(outcome=Outcome.STORED, last_result="stored")


def _meet(state: LinkState, met: Outcome, now: datetime = NOON) -> LinkState:
    return after_visit(state, Met(outcome=met), now)


def test_an_article_is_looked_at_again_at_growing_ages() -> None:
    moment, ages = NOON, []
    while (then := revisit_at(NOON, moment)) is not None:
        ages.append(then - NOON)
        moment = then

    assert tuple(ages) == REVISITS


@pytest.mark.parametrize(
    ("published", "next_visit"),
    [
        (None, NOON + timedelta(hours=1)),
        (NOON - timedelta(hours=2), NOON + timedelta(hours=4)),
        (NOON - 400 * DAY, None),
        (NOON + 400 * DAY, NOON + timedelta(hours=1)),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), NOON + timedelta(hours=1)),
    ],
)
def test_the_age_counts_from_publication_and_never_from_the_future(
    published: datetime | None, next_visit: datetime | None
) -> None:
    assert revisit_at(published, NOON) == next_visit


def test_a_failed_page_is_tried_after_growing_times() -> None:
    state, waits = WAITING, []
    for _ in range(10):
        state = _meet(state, Outcome.FAILED)
        assert state.next_visit_at is not None
        waits.append((state.next_visit_at - NOON) / MINUTE)

    assert waits == [10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]


@pytest.mark.parametrize("met", [Outcome.FAILED, Outcome.MISSING])
def test_what_fails_for_14_days_is_final(met: Outcome) -> None:
    state = _meet(WAITING, met)

    assert _meet(state, met, NOON + 14 * DAY - MINUTE).next_visit_at is not None
    assert _meet(state, met, NOON + 14 * DAY).next_visit_at is None
    assert _meet(state, met, NOON + 14 * DAY).outcome is met


@pytest.mark.parametrize("met", [Outcome.BLOCKED, Outcome.REFUSED])
def test_what_the_outlet_forbids_is_asked_for_again_for_ever(met: Outcome) -> None:
    assert _meet(_meet(WAITING, met), met, NOON + 400 * DAY).next_visit_at is not None


@pytest.mark.parametrize(
    "met", [Outcome.NOT_ARTICLE, Outcome.QUARANTINED, Outcome.OFFSITE, Outcome.DUPLICATE]
)
def test_what_cannot_become_an_article_is_final(met: Outcome) -> None:
    assert _meet(WAITING, met).next_visit_at is None


@pytest.mark.parametrize(
    "reason", ["no_headline", "empty_body", "too_large", "undecodable", "reader_body", "unstorable"]
)
def test_a_page_without_an_article_is_looked_at_after_growing_times_and_given_up(
    reason: str,
) -> None:
    met = Met(outcome=Outcome.QUARANTINED, reason=reason)
    state, now, waits = after_visit(WAITING, met, NOON), NOON, []
    while state.next_visit_at is not None:
        waits.append((state.next_visit_at - now) / timedelta(hours=1))
        now = state.next_visit_at
        state = after_visit(state, met, now)

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 81]
    assert (state.outcome, now) == (Outcome.QUARANTINED, NOON + 14 * DAY)
    assert _meet(state, Outcome.STORED, now).outcome is Outcome.STORED


@pytest.mark.parametrize("reason", ["url_too_long", "scheme"])
def test_what_no_look_at_a_page_can_change_is_final(reason: str) -> None:
    met = Met(outcome=Outcome.QUARANTINED, reason=reason)

    assert after_visit(WAITING, met, NOON).next_visit_at is None


def test_a_success_forgets_the_failures_before_it() -> None:
    failed = _meet(_meet(WAITING, Outcome.FAILED), Outcome.FAILED)

    state = _meet(failed, Outcome.STORED)

    assert (state.outcome, state.attempts, state.failing_since) == (Outcome.STORED, 0, None)


@every_row("met", [each for each in Outcome if each is not Outcome.WAITING])
def test_what_was_stored_stays_stored_at_the_first_setback(met: Outcome) -> None:
    state = _meet(STORED, met)

    assert state.outcome is Outcome.STORED
    assert state.last_result == met
    assert state.next_visit_at is not None


@pytest.mark.parametrize(
    "met", [Outcome.FAILED, Outcome.NOT_ARTICLE, Outcome.DUPLICATE, Outcome.QUARANTINED]
)
def test_a_stored_article_whose_page_is_lost_is_not_asked_for_for_ever(met: Outcome) -> None:
    state = _meet(_meet(STORED, met), met, NOON + 14 * DAY)

    assert (state.outcome, state.next_visit_at) == (Outcome.STORED, None)


def test_an_article_is_gone_when_it_was_missing_twice_a_day_apart() -> None:
    once = _meet(STORED, Outcome.MISSING)

    assert _meet(once, Outcome.MISSING, NOON + DAY - MINUTE).outcome is Outcome.STORED
    assert _meet(once, Outcome.MISSING, NOON + DAY).outcome is Outcome.GONE


def test_a_failure_is_no_first_sighting_of_an_article_that_is_gone() -> None:
    failed = _meet(STORED, Outcome.FAILED)
    once = _meet(failed, Outcome.MISSING, NOON + 2 * DAY)

    assert once.outcome is Outcome.STORED
    assert _meet(once, Outcome.MISSING, NOON + 3 * DAY).outcome is Outcome.GONE


def test_what_is_gone_may_come_back() -> None:
    gone = _meet(_meet(STORED, Outcome.MISSING), Outcome.MISSING, NOON + DAY)

    assert gone.next_visit_at == NOON + 31 * DAY
    assert _meet(gone, Outcome.STORED, NOON + 31 * DAY).outcome is Outcome.STORED


def test_what_is_gone_stays_so_through_failures_and_is_given_up_after_a_year() -> None:
    gone = _meet(_meet(STORED, Outcome.MISSING), Outcome.MISSING, NOON + DAY)

    assert _meet(gone, Outcome.FAILED, NOON + 31 * DAY).outcome is Outcome.GONE
    assert _meet(gone, Outcome.MISSING, NOON + 400 * DAY).next_visit_at is None


@given(
    st.lists(st.sampled_from([each for each in Outcome if each is not Outcome.WAITING])),
    st.datetimes(timezones=st.just(UTC)) | st.none(),
)
def test_no_history_of_visits_loses_an_article_or_leaves_a_link_waiting(
    history: list[Outcome], published: datetime | None
) -> None:
    state, now, was_stored = WAITING, NOON, False
    for met in history:
        state = after_visit(state, Met(outcome=met, published=published), now)
        was_stored = was_stored or met is Outcome.STORED
        assert state.outcome is not Outcome.WAITING
        assert not was_stored or state.outcome in {Outcome.STORED, Outcome.GONE}
        assert state.next_visit_at is None or state.next_visit_at > now
        now += DAY


@pytest.mark.parametrize("reason", ["soft_404", "home_page"])
def test_what_is_listed_and_not_there_yet_is_looked_for_again(reason: str) -> None:
    met = Met(outcome=Outcome.NOT_ARTICLE, reason=reason)
    state = after_visit(WAITING, met, NOON)

    assert (state.outcome, state.next_visit_at) == (Outcome.NOT_ARTICLE, NOON + DAY)
    assert after_visit(state, met, NOON + 14 * DAY).next_visit_at is None
    assert _meet(state, Outcome.STORED, NOON + DAY).outcome is Outcome.STORED
