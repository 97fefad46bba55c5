"""What changed, what went and what was known when, asked as an analyst asks it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.visit import Stored
from newscrawl.archive.revisions.compare_with_latest import Reading
from newscrawl.boilerplate import Says, clean
from newscrawl.screen import Outcome
from tests.archive.making import (
    DAY,
    NOON,
    article,
    begin_crawl,
    lease,
    record_visits,
    set_clock,
    store,
    visit,
)

FIRST = "Snow fell on the harbor on Monday, and 12 boats stayed in."
SECOND = "Schools in the town stayed open for all who could walk."
HOUR = timedelta(hours=1)


def say(session: Session, *texts: str, at: datetime = NOON, **fields: Any) -> Stored:
    set_clock(session, at)
    return store(session, Reading(article=article(*texts, **fields), fetched_at=at))


def ask(session: Session, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in session.execute(text(query)).mappings()]


def test_an_edit_is_a_row_that_says_what_changed(session: Session) -> None:
    begin_crawl(session)
    say(session, FIRST, SECOND)
    say(session, FIRST.replace("12", "17"), at=NOON + HOUR, headline="More Snow")

    [edit] = ask(session, "SELECT * FROM edits")

    assert (edit["headline_before"], edit["headline_after"]) == ("Snow", "More Snow")
    assert (edit["paragraphs_added"], edit["paragraphs_removed"]) == (0, 1)
    assert (edit["paragraphs_changed"], edit["numbers_changed"]) == (1, 1)
    assert edit["changes"]["numbers"] == [["12", "17"]]
    assert edit["is_silent"]
    assert edit["previous_revision_id"] < edit["revision_id"]


def test_an_edit_that_the_outlet_dates_is_not_silent(session: Session) -> None:
    begin_crawl(session)
    say(session, FIRST, date_modified=NOON)
    say(session, SECOND, at=NOON + HOUR, date_modified=NOON + HOUR)

    assert ask(session, "SELECT is_silent FROM edits") == [{"is_silent": False}]


def test_a_first_revision_is_no_edit(session: Session) -> None:
    begin_crawl(session)
    say(session, FIRST)

    assert ask(session, "SELECT * FROM edits") == []


def flap(session: Session, texts: Sequence[str]) -> list[Stored]:
    begin_crawl(session)
    return [say(session, said, at=NOON + n * HOUR) for n, said in enumerate(texts)]


@pytest.mark.parametrize("later", [[SECOND, FIRST] * 2, [SECOND, SECOND, FIRST] * 4])
def test_a_page_that_flaps_between_two_texts_is_not_stored_each_time(
    session: Session, later: list[str]
) -> None:
    """Nor is a text that never stays for three visits."""
    results = flap(session, [FIRST, SECOND, FIRST, *later])

    assert results[:3] == [Stored.CREATED, Stored.REVISED, Stored.REVISED]
    assert set(results[3:]) == {Stored.UNCHANGED}
    assert ask(session, "SELECT body FROM articles") == [{"body": FIRST}]


def test_a_text_that_comes_back_to_stay_is_stored_once(session: Session) -> None:
    results = flap(session, [FIRST, SECOND, FIRST, SECOND, SECOND, SECOND, SECOND])

    waits = [Stored.UNCHANGED] * 2
    assert results[3:] == [*waits, Stored.REVISED, Stored.UNCHANGED]
    assert ask(session, "SELECT body FROM articles") == [{"body": SECOND}]


def meet(session: Session, outcome: Outcome, reason: str, at: datetime) -> None:
    set_clock(session, at)
    crawl = begin_crawl(session)
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, visit(link, outcome=outcome, reason=reason))


def stored_once(session: Session, at: datetime = NOON) -> None:
    set_clock(session, at)
    crawl = begin_crawl(session)
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, visit(link, article(FIRST)))


def test_an_article_is_gone_with_its_evidence_after_two_looks_a_day_apart(
    session: Session,
) -> None:
    stored_once(session)
    meet(session, Outcome.MISSING, "http_404", NOON + DAY)
    assert ask(session, "SELECT * FROM deletions") == []
    meet(session, Outcome.MISSING, "http_410", NOON + 2 * DAY)

    [gone] = ask(session, "SELECT * FROM deletions")
    assert gone["evidence"] == ["missing: http_404", "missing: http_410"]
    assert (gone["missing_since"], gone["gone_at"]) == (NOON + DAY, NOON + 2 * DAY)
    assert gone["back_at"] is None
    assert ask(session, "SELECT body FROM articles") == [{"body": FIRST}]


def test_a_redirect_to_the_front_page_counts_as_missing(session: Session) -> None:
    stored_once(session)
    for days in (1, 2):
        meet(session, Outcome.NOT_ARTICLE, "home_page", NOON + days * DAY)

    [gone] = ask(session, "SELECT evidence FROM deletions")
    assert gone["evidence"] == ["missing: home_page"] * 2


def test_an_article_can_come_back(session: Session) -> None:
    stored_once(session)
    for days in (1, 2):
        meet(session, Outcome.MISSING, "http_404", NOON + days * DAY)
    stored_once(session, NOON + 3 * DAY)

    assert ask(session, "SELECT gone_at FROM articles") == [{"gone_at": None}]
    assert ask(session, "SELECT back_at FROM deletions") == [{"back_at": NOON + 3 * DAY}]


def as_of(session: Session, moment: datetime) -> list[dict[str, Any]]:
    asked = text("SELECT body, revision_count, gone_at FROM articles_as_of(:at)")
    return [dict(row) for row in session.execute(asked, {"at": moment}).mappings()]


def test_the_archive_is_given_as_it_was_recorded_by_then(session: Session) -> None:
    stored_once(session)
    say(session, SECOND, at=NOON + HOUR)
    for days in (1, 2):
        meet(session, Outcome.MISSING, "http_404", NOON + days * DAY)
    set_clock(session, NOON + 3 * DAY)
    say(session, SECOND, at=NOON + 3 * DAY)

    assert as_of(session, NOON - HOUR) == []
    assert as_of(session, NOON) == [{"body": FIRST, "revision_count": 1, "gone_at": None}]
    later = {"body": SECOND, "revision_count": 2}
    assert as_of(session, NOON + DAY) == [{**later, "gone_at": None}]
    assert as_of(session, NOON + 2 * DAY) == [{**later, "gone_at": NOON + 2 * DAY}]
    assert as_of(session, NOON + 4 * DAY) == [{**later, "gone_at": None}]


def test_an_article_that_changed_is_looked_at_again_soon(session: Session) -> None:
    set_clock(session, NOON)
    crawl = begin_crawl(session)
    [link] = lease(session, crawl, "1")
    old = NOON - 10 * DAY
    record_visits(session, crawl, visit(link, article(FIRST, date_published=old)))
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, visit(link, article(SECOND, date_published=old)))

    [row] = ask(session, "SELECT next_visit_at FROM link")
    assert row["next_visit_at"] == NOON + HOUR


def test_a_third_text_is_an_edit_and_ends_the_count_of_another(session: Session) -> None:
    results = flap(session, [FIRST, SECOND, FIRST, SECOND, "Another text altogether."])

    assert results[-1] is Stored.REVISED
    assert ask(session, "SELECT other_seen, other_hash FROM article") == [
        {"other_seen": 0, "other_hash": None}
    ]


def test_a_revision_that_rules_came_to_hide_is_no_return(session: Session) -> None:
    begin_crawl(session)
    for at, texts in enumerate(((FIRST,), (SECOND,), (SECOND, "Please give 5."))):
        say(session, *texts, at=NOON + at * HOUR)
    rules = (Says("plea", "^Please give"),)
    returned = Reading(article=clean(article(FIRST), rules), fetched_at=NOON + 9 * HOUR)

    assert store(session, returned, rules) is Stored.REVISED


def _hide_the_second(session: Session) -> None:
    """Three revisions, of which cleaning came to make the second say what the first one says."""
    begin_crawl(session)
    plea = "Please give 5."
    say(session, FIRST, date_modified=NOON)
    say(session, FIRST, plea, at=NOON + HOUR, date_modified=NOON + HOUR)
    rules = (Says("plea", "^Please give"),)
    said = Reading(
        article=clean(article(SECOND, date_modified=NOON + HOUR), rules),
        fetched_at=NOON + 2 * HOUR,
    )
    assert store(session, said, rules) is Stored.REVISED


def test_an_edit_is_told_against_the_revision_that_is_shown_before_it(session: Session) -> None:
    _hide_the_second(session)

    assert ask(session, "SELECT count(*) AS n FROM recorded") == [{"n": 3}]
    assert ask(
        session,
        "SELECT p.number, e.is_silent, e.changes -> 'date_modified' IS NOT NULL AS dated"
        " FROM edits e LEFT JOIN revisions p ON p.revision_id = e.previous_revision_id",
    ) == [{"number": 1, "is_silent": False, "dated": True}]


def test_a_revision_that_is_not_shown_leads_to_the_one_that_says_the_same(session: Session) -> None:
    _hide_the_second(session)

    assert ask(
        session,
        "SELECT r.number, s.number AS shown FROM recorded r"
        " LEFT JOIN recorded s ON s.revision_id = shown_as(r.revision_id) ORDER BY r.number",
    ) == [
        {"number": 1, "shown": 1},
        {"number": 2, "shown": 1},
        {"number": 3, "shown": 3},
    ]
    assert ask(session, "SELECT shown_as(-1) AS none") == [{"none": None}]


def test_an_article_has_the_address_that_it_had_by_then(session: Session) -> None:
    begin_crawl(session)
    addresses = [f"https://herald.test/{slug}-1" for slug in ("old", "new", "newest")]
    for at, url in enumerate(addresses):
        say(session, FIRST, at=NOON + at * HOUR, canonical_url=url)

    told = [
        session.scalar(text("SELECT url FROM articles_as_of(:at)"), {"at": NOON + at * HOUR})
        for at in range(3)
    ]

    assert told == addresses
    assert ask(session, "SELECT url FROM articles") == [{"url": addresses[-1]}]
