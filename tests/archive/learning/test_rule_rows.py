"""What a person decided about a learned rule stays; the rest follows the archive."""

import random
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.learning.learn_outlet import learn_and_apply, learn_rules
from newscrawl.archive.learning.rule_rows import (
    ACCEPTED,
    PROPOSED,
    REFUSED,
    RuleNote,
    accepted_rules,
    decide,
    examples,
    notes,
)
from newscrawl.errors import NotFound
from tests.archive.at_once import wait_for_a_lock
from tests.archive.making import DAY, HERALD, NOON, article, begin_crawl, reading, store_all

_WORDS = "ferry harbor winter mayor bridge sold river night court talks ice letter school".split()
NOTE = "This report is part of a series about life along the northern rivers."
GIFT = (
    "Nobody pays for this paper but its readers. Become a member for the price of {gift} and read "
    "everything first."
)
TEA = GIFT.format(gift="a cup of tea")


def news(number: int) -> str:
    """A paragraph that stands nowhere else."""
    return " ".join(random.Random(number).choices(_WORDS, k=14)).capitalize() + "."


def publish(session: Session, numbers: Sequence[int], *said: str) -> None:
    """Articles of so many days, each with news of its own and with what it says besides."""
    store_all(
        session,
        [
            reading(
                article(
                    news(number),
                    news(number + 10_000),
                    *said,
                    key=str(number),
                    date_published=NOON + number % 12 * DAY,
                )
            )
            for number in numbers
        ],
    )


def one_note(session: Session) -> RuleNote:
    (note,) = notes(session, "herald")
    return note


@pytest.fixture(autouse=True)
def _outlet(request: pytest.FixtureRequest) -> None:
    if "session" in request.fixturenames:
        begin_crawl(request.getfixturevalue("session"))


def test_what_asks_often_enough_is_accepted_by_its_evidence(session: Session) -> None:
    publish(session, range(12), TEA)

    learned = learn_rules(session, "herald")

    note = one_note(session)
    assert learned.accepted == (note.name,) == ("learned-nobody-pays-for-this-paper",)
    assert (note.state, note.decided_by, note.decided_at is None) == (ACCEPTED, "evidence", False)
    assert note.evidence["articles"] == 12


def test_what_asks_nothing_waits_for_a_person(session: Session) -> None:
    publish(session, range(12), NOTE)

    learned = learn_rules(session, "herald")

    note = one_note(session)
    assert (learned.accepted, learned.proposed) == ((), (note.name,))
    assert (note.state, note.decided_by, note.decided_at) == (PROPOSED, None, None)


def test_learning_twice_says_nothing_new(session: Session) -> None:
    publish(session, range(12), TEA, NOTE)
    learn_rules(session, "herald")
    before = notes(session, "herald")

    again = learn_rules(session, "herald")

    assert (again.accepted, again.proposed, again.withdrawn) == ((), (), ())
    assert notes(session, "herald") == before


@pytest.mark.parametrize(("said", "state"), [(NOTE, ACCEPTED), (TEA, REFUSED), (NOTE, REFUSED)])
def test_what_a_person_decided_stays(session: Session, said: str, state: str) -> None:
    publish(session, range(12), said)
    learn_rules(session, "herald")
    decided = decide(session, "herald", one_note(session).name, state)

    publish(session, range(12, 24), said)
    learned = learn_rules(session, "herald")

    assert one_note(session) == decided
    assert (decided.state, decided.decided_by) == (state, "person")
    assert (learned.accepted, learned.proposed, learned.withdrawn) == ((), (), ())


def _gain_a_gap(session: Session) -> None:
    for number, gift in enumerate(("two newspapers", "one pie", "an old hat", "some warm bread")):
        publish(
            session, range(100 + number * 12, 112 + number * 12), GIFT.format(gift=f"{gift} now")
        )
    learn_rules(session, "herald")


def test_a_wording_gains_a_gap_where_its_texts_come_to_differ(session: Session) -> None:
    """The control: without a decision the rule is another one afterwards."""
    publish(session, range(12), TEA)
    learn_rules(session, "herald")
    before = one_note(session).wordings

    _gain_a_gap(session)

    assert "…" in one_note(session).wordings[0]
    assert one_note(session).wordings != before


def test_refused_stays_refused_though_its_wording_gained_a_gap(session: Session) -> None:
    publish(session, range(12), TEA)
    learn_rules(session, "herald")
    refused = decide(session, "herald", one_note(session).name, REFUSED)

    _gain_a_gap(session)

    assert one_note(session) == refused


def test_a_refusal_does_not_hold_back_other_appeals(session: Session) -> None:
    publish(session, range(12), TEA)
    learn_rules(session, "herald")
    decide(session, "herald", one_note(session).name, REFUSED)

    publish(session, range(100, 112), "Donate five boots today and keep the presses running")

    assert learn_rules(session, "herald").accepted == ("learned-donate-five-boots-today-and",)


def test_evidence_that_no_longer_holds_withdraws_its_rule(session: Session) -> None:
    publish(session, range(12), TEA)
    (name,) = learn_rules(session, "herald").accepted

    publish(session, range(100, 300))
    learned = learn_rules(session, "herald")

    assert learned.withdrawn == (name,)
    note = one_note(session)
    assert (note.state, note.decided_by, note.decided_at) == (PROPOSED, None, None)
    assert accepted_rules(session, "herald") == ()


def test_what_comes_to_be_sure_says_since_when(session: Session) -> None:
    publish(session, range(5), TEA)
    assert learn_rules(session, "herald").accepted == ()

    publish(session, range(5, 12), TEA)
    learn_rules(session, "herald")

    assert one_note(session).decided_at is not None


def test_what_is_gone_from_the_archive_is_no_rule(session: Session) -> None:
    publish(session, range(12), TEA)
    (name,) = learn_rules(session, "herald").accepted

    session.execute(text("UPDATE revision SET prints = '{}'"))

    assert learn_rules(session, "herald").withdrawn == (name,)
    assert notes(session, "herald") == []


def test_outlets_learn_apart(session: Session) -> None:
    publish(session, range(12), TEA)
    learn_rules(session, "herald")

    learn_rules(session, "another")

    assert [note.outlet for note in notes(session)] == ["herald"]


def test_examples_lead_to_articles(session: Session) -> None:
    publish(session, range(12), TEA)
    publish(session, range(100, 112))
    learn_rules(session, "herald")

    found = examples(session, one_note(session))

    assert len(found) == 5
    shown = {f"https://herald.test/{number}" for number in range(12)}
    assert {one["url"] for one in found} <= shown
    rows = dict(session.execute(text("SELECT id, url FROM article")).all())
    assert all(rows[one["article_id"]] == one["url"] for one in found)


def test_an_unknown_rule_is_told_how_to_find_the_known_ones(session: Session) -> None:
    with pytest.raises(NotFound, match="newscrawl rules list --outlet herald"):
        decide(session, "herald", "learned-nothing", ACCEPTED)


@pytest.fixture
def sessions(sessions: SessionFactory) -> SessionFactory:
    with sessions.begin() as session:
        begin_crawl(session)
    return sessions


def _bodies(sessions: SessionFactory, said: str) -> int:
    """Articles whose body has it."""
    asked = text("SELECT count(*) FROM articles WHERE strpos(body, :said) > 0")
    with sessions() as session:
        return int(session.scalar(asked, {"said": said}) or 0)


def test_a_decision_that_falls_while_the_archive_is_counted_stays(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        publish(session, range(12), TEA)
        (name,) = learn_rules(session, "herald").accepted

    learned: list[Any] = []
    with sessions.begin() as person:
        decide(person, "herald", name, REFUSED)
        learner = threading.Thread(target=lambda: learned.append(_learn(sessions)))
        learner.start()
        wait_for_a_lock(sessions)
    learner.join(timeout=30)

    assert [one.accepted for one in learned] == [()]
    with sessions() as session:
        assert one_note(session).state == REFUSED


def _learn(sessions: SessionFactory) -> Any:
    with sessions.begin() as session:
        return learn_rules(session, "herald")


def test_an_application_that_was_cut_short_is_made_up_for(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        publish(session, range(12), TEA)
        learn_rules(session, "herald")
    assert _bodies(sessions, TEA) == 12

    applied = learn_and_apply(sessions, HERALD)

    assert (applied.learned.accepted, applied.recleaned) == ((), 12)
    assert _bodies(sessions, TEA) == 0


def test_what_was_stored_under_older_rules_meanwhile_is_made_up_for(
    sessions: SessionFactory,
) -> None:
    """A crawl knows the rules of its beginning; a rule may be accepted while it runs."""
    with sessions.begin() as session:
        publish(session, range(12), TEA)
    learn_and_apply(sessions, HERALD)
    with sessions.begin() as session:
        publish(session, range(100, 104), TEA)

    applied = learn_and_apply(sessions, HERALD)

    assert (applied.recleaned, _bodies(sessions, TEA)) == (4, 0)


def test_a_withdrawn_rule_gives_back_what_it_took(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        publish(session, range(12), TEA)
    learn_and_apply(sessions, HERALD)
    with sessions.begin() as session:
        publish(session, range(100, 300))

    applied = learn_and_apply(sessions, HERALD)

    assert (len(applied.learned.withdrawn), applied.recleaned) == (1, 12)
    assert _bodies(sessions, TEA) == 12


def test_an_appeal_that_took_anothers_place_on_stored_pages_is_learned(session: Session) -> None:
    other = "If you can, please support us from just a coin a month: it keeps our reporting free."
    publish(session, range(24), TEA)
    publish(session, range(24), other)

    learn_rules(session, HERALD.name)

    wordings = [one for note in notes(session, HERALD.name, ACCEPTED) for one in note.wordings]
    for word in ("nobody pays", "if you can, please"):
        assert any(word in one for one in wordings)
