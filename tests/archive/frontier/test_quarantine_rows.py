"""Which rows of the quarantine are open, and what settling one does to its link."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.quarantine_rows import (
    ask_again,
    drop,
    has_later,
    kept_answer,
    named,
    selected,
    settle_row,
    stay,
)
from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.errors import NotFound
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
    store,
    visit,
)


def met(session: Session, crawl: int, *results: str) -> LeasedLink:
    """A link whose visits came to these, one after the other: an outcome, or ``stored``."""
    for at, result in enumerate(results):
        [link] = lease(session, crawl, "1")
        page = {"fetched": (fetched(),), "kept": (kept(at),)}
        if result == "stored":
            one = visit(link, article("Snow fell."), **page)
        elif result == "quarantined":
            one = bad(link, **page)
        else:
            one = Visit(link=link, outcome=Outcome(result), reason="because")
        record_visits(session, crawl, one)
    return link


def bad(link: LeasedLink, **fields: Any) -> Visit:
    given = {"outcome": Outcome.QUARANTINED, "reason": "no_headline", "error": "no headline: here"}
    return Visit(link=link, **{**given, **fields})


def link_row(session: Session) -> dict[str, Any]:
    return dict(session.execute(text("SELECT * FROM link")).mappings().one())


@pytest.mark.parametrize(
    ("results", "states"),
    [
        (["quarantined"], ["open"]),
        (["quarantined", "quarantined"], ["met again", "open"]),
        (["quarantined", "stored"], ["visited since"]),
        (["quarantined", "failed"], ["visited since"]),
        (["stored", "quarantined"], ["open"]),
        (["stored", "quarantined", "stored"], ["visited since"]),
    ],
)
def test_the_latest_word_on_a_link_is_open(
    session: Session, crawl: int, results: Sequence[str], states: Sequence[str]
) -> None:
    met(session, crawl, *results)

    assert [row.state for row in selected(session, is_all=True)] == states
    assert [row.state for row in selected(session)] == [each for each in states if each == "open"]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 1),
        ({"outlet": "herald"}, 1),
        ({"outlet": "courier"}, 0),
        ({"reason": "no_headline"}, 1),
        ({"reason": "too_deep"}, 0),
    ],
)
def test_rows_are_selected_by_outlet_and_reason(
    session: Session, crawl: int, wanted: dict[str, Any], count: int
) -> None:
    met(session, crawl, "quarantined")

    assert len(selected(session, **wanted)) == count


def test_what_is_dropped_stays_with_its_link(session: Session, crawl: int) -> None:
    met(session, crawl, "quarantined")
    before = link_row(session)
    [row] = selected(session)

    settle_row(session, row, "dropped")

    [after] = selected(session, is_all=True)
    assert selected(session) == []
    assert (after.state, after.settled_at is not None) == ("dropped", True)
    assert link_row(session) == before
    assert kept_answer(session, after) is not None


def test_what_is_dropped_is_not_looked_at_again(session: Session, crawl: int) -> None:
    met(session, crawl, "quarantined")
    assert link_row(session)["next_visit_at"] is not None
    [row] = selected(session)

    drop(session, row)

    assert (selected(session), link_row(session)["next_visit_at"]) == ([], None)


def test_what_was_stored_before_is_looked_at_on_though_a_page_of_it_is_dropped(
    session: Session, crawl: int
) -> None:
    met(session, crawl, "stored", "quarantined")
    [row] = selected(session)

    drop(session, row)

    assert link_row(session)["next_visit_at"] is not None


@pytest.mark.parametrize(
    ("results", "outcome"), [(["quarantined"], "waiting"), (["stored", "quarantined"], "stored")]
)
def test_what_is_asked_for_again_is_due_and_keeps_what_was_stored(
    session: Session, crawl: int, results: Sequence[str], outcome: str
) -> None:
    met(session, crawl, *results)
    [row] = selected(session)

    ask_again(session, row)

    link = link_row(session)
    is_due = session.scalars(text("SELECT next_visit_at <= archive_now() FROM link")).one()
    assert (link["outcome"], link["reason"], is_due, link["etag"]) == (outcome, None, True, None)
    assert selected(session) == []
    met(session, crawl, "quarantined")
    assert [one.state for one in selected(session, is_all=True)] == ["asked again", "open"]


def test_what_stays_says_what_is_wrong_today(session: Session, crawl: int) -> None:
    met(session, crawl, "quarantined")
    [row] = selected(session)

    stay(session, row, "empty_body", "no text was found: here")

    [after] = selected(session)
    assert (after.id, after.reason, after.error) == (
        row.id,
        "empty_body",
        "no text was found: here",
    )
    link = link_row(session)
    assert (link["outcome"], link["reason"]) == ("quarantined", "empty_body")
    assert link["last_result"] == "quarantined: empty_body"


def test_the_place_of_a_page_is_known_and_that_of_none_is_none(
    session: Session, crawl: int
) -> None:
    met(session, crawl, "quarantined")
    [row] = selected(session)
    place = kept_answer(session, row)
    assert place is not None
    assert (place.kept, place.fetched.fetched_at, place.parts) == (kept(0), NOON, ())

    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, bad(link))
    [row] = selected(session)
    assert kept_answer(session, row) is None


def test_an_id_that_is_not_there_is_said(session: Session) -> None:
    with pytest.raises(NotFound, match="the id 7"):
        named(session, [7])


def test_a_later_page_of_an_article_is_seen(session: Session, crawl: int) -> None:
    store(session, reading(article("Snow fell.")))

    assert has_later(session, "herald", "1", NOON - DAY)
    assert not has_later(session, "herald", "1", NOON)
    assert not has_later(session, "herald", "2", NOON - DAY)
