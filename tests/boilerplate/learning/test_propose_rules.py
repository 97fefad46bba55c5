"""What an outlet repeats becomes rules: which blocks are one, and when a rule is sure."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from newscrawl.boilerplate.learning.propose_rules import (
    LEARNED,
    LEAST_ARTICLES,
    SURE_ARTICLES,
    SURE_DAYS,
    SURE_SHARE,
    Proposal,
    learn,
)
from tests.boilerplate.counting import FIRST, Shown, article, published, repeats_of
from tests.boilerplate.labelled import cases
from tests.rows import every_row

PLEA = "If you can, please support us from just ${n} a month: it keeps our reporting free."
GREETING = "Dear readers,"
VOICE = "They have called our newsroom undesirable, and we cannot go on without you."
NOTE = "This report is part of a series about life along the northern rivers."
BUTTON = "Remind me later"


def learned(shown: Sequence[Shown]) -> list[Proposal]:
    return learn(repeats_of(shown), published(shown))


def outlet(
    said: Callable[[int], Sequence[str]], shown: int = 20, silent: int = 20, days: int | None = None
) -> list[Shown]:
    """Articles that show the blocks, spread over so many days, and as many that do not."""
    day = {n: FIRST + timedelta(days=n % (days or shown)) for n in range(shown)}
    return [
        *(article(n, [one.replace("{n}", str(n)) for one in said(n)], day[n]) for n in day),
        *(article(n, (), FIRST + timedelta(days=n % 20)) for n in range(shown, shown + silent)),
    ]


def test_blocks_that_always_come_together_are_one_rule() -> None:
    (rule,) = learned(outlet(lambda n: (GREETING, VOICE, PLEA, BUTTON)))

    assert rule.wordings == (
        "dear readers,",
        "they have called our newsroom undesirable, and we cannot go on without you.",
        "if you can, please support us from just … a month: it keeps our reporting free.",
        "remind me later",
    )
    assert rule.name == f"{LEARNED}if-you-can-please-support"
    assert rule.is_sure


def test_blocks_that_come_together_now_and_then_are_two_rules() -> None:
    found = learned(outlet(lambda n: (VOICE, PLEA) if n % 2 else (PLEA,)))

    assert [len(one.wordings) for one in found] == [1, 1]


@pytest.mark.parametrize("said", [(NOTE, PLEA), (PLEA, NOTE), (NOTE, VOICE, PLEA, NOTE + " 2")])
def test_a_standing_note_beside_every_appeal_is_no_part_of_it(said: tuple[str, ...]) -> None:
    found = learned(outlet(lambda n: said))

    assert not any("part of a series" in wording for one in sure(found) for wording in one.wordings)
    assert len(sure(found)) == 1
    assert len(found) > 1


@every_row(
    "note",
    [
        "If you or somebody close to you needs to talk, the crisis line is there at any hour.",
        "We have taken out a sentence about the port: an earlier version of this text was wrong.",
        "Alle Namen wurden zu ihrem Schutz geändert, Ihre Fragen dazu beantworten wir gern.",
        "Если вам нужна помощь, позвоните на горячую линию центра.",
    ],
)
@every_row("at", [0, 1, 2])
def test_a_note_that_speaks_to_readers_is_no_part_of_an_appeal(note: str, at: int) -> None:
    said = [PLEA, "Subscribe now and never miss a story."]
    said.insert(at, note)

    found = sure(learned(outlet(lambda n: said)))

    assert found
    assert not any(note.casefold() in one.wordings for one in found)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("{sentence} Nobody pays us but our readers. Please donate today.", id="first"),
        pytest.param("{name} and our other reporters need you. Please donate today.", id="name"),
        pytest.param(PLEA, id="sum"),
        pytest.param("Please donate today: nobody pays us but our readers. {short}", id="last"),
    ],
)
def test_an_appeal_in_which_something_changes_is_one_rule(changed: str) -> None:
    sentences = ("The river froze early.", "Three mayors fell.", "Nobody was told of it.")
    names = ("Vera Lugov", "Ilya Brodov", "Anna Tolm")

    def said(n: int) -> tuple[str]:
        text = changed.replace("{sentence}", sentences[n % 3]).replace("{name}", names[n % 3])
        return (text.replace("{short}", sentences[n % 3]),)

    (rule,) = learned(outlet(said))

    assert "…" in rule.wordings[0]
    assert rule.evidence.articles == 20
    assert rule.is_sure


def test_texts_that_share_an_end_alone_are_not_one_rule() -> None:
    ends = (
        "The court has put the hearing off for the third time, he said on the phone to us.",
        "Nobody at the port had seen the list of the missing sailors, he said on the phone to us.",
    )

    found = learned(outlet(lambda n: (ends[n % 2],)))

    assert {one.wordings for one in found} == {(end.lower(),) for end in ends}


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (LEAST_ARTICLES - 1, []),
        (LEAST_ARTICLES, [False]),
        (SURE_ARTICLES - 1, [False]),
        (SURE_ARTICLES, [True]),
    ],
)
def test_a_rule_needs_many_articles(shown: int, found: list[bool]) -> None:
    assert [one.is_sure for one in learned(outlet(lambda n: (PLEA,), shown))] == found


@pytest.mark.parametrize(("days", "is_sure"), [(SURE_DAYS - 1, False), (SURE_DAYS, True)])
def test_a_rule_needs_several_days(days: int, is_sure: bool) -> None:
    (rule,) = learned(outlet(lambda n: (PLEA,), days=days))

    assert rule.evidence.days == days
    assert rule.is_sure is is_sure


@pytest.mark.parametrize(("others", "is_sure"), [(90, True), (91, False)])
def test_a_rule_needs_a_good_share_of_its_weeks(others: int, is_sure: bool) -> None:
    shown = [article(n, (PLEA.replace("{n}", "3"),), FIRST + timedelta(n % 4)) for n in range(10)]
    silent = [article(n, (), FIRST + timedelta(n % 7)) for n in range(10, 10 + others)]
    long_ago = [article(n, (), FIRST - timedelta(days=70)) for n in range(200, 220)]

    (rule,) = learned([*shown, *silent, *long_ago])

    assert (rule.evidence.share >= SURE_SHARE) is is_sure
    assert rule.is_sure is is_sure


def test_what_asks_nothing_is_never_sure() -> None:
    (rule,) = learned(outlet(lambda n: (NOTE,), silent=0))

    assert rule.evidence.share == 1
    assert not rule.is_sure


@pytest.mark.parametrize(("taken", "found"), [(10, 1), (11, 0)])
def test_what_a_written_rule_mostly_takes_is_not_proposed(taken: int, found: int) -> None:
    shown = outlet(lambda n: (PLEA,))
    shown = [
        replace(one, taken=frozenset({3} if number < taken else ()))
        for number, one in enumerate(shown)
    ]

    assert len(learned(shown)) == found


def test_names_are_apart() -> None:
    one = "Please give now: your donation keeps the presses of our paper running."
    other = "Please give now: your donation pays for lawyers, trains, tents and tea."

    found = learned(outlet(lambda n: (one,) if n % 2 else (other,), shown=24))

    assert [rule.name for rule in found] == [
        f"{LEARNED}please-give-now-your-donation",
        f"{LEARNED}please-give-now-your-donation-2",
    ]


@pytest.mark.parametrize(
    ("at", "place"), [(0, "head"), (1, "head"), (3, "middle"), (4, "middle"), (7, "tail")]
)
def test_evidence_says_where_it_stood(at: int, place: str) -> None:
    shown = [
        article(n, (PLEA.replace("{n}", "3"),), FIRST + timedelta(days=n), at) for n in range(9)
    ]

    (rule,) = learned(shown)

    assert {p for p in ("head", "middle", "tail") if getattr(rule.evidence, p) == 1} == {place}


def test_evidence_has_first_and_last_days_and_examples() -> None:
    (rule,) = learned(outlet(lambda n: (PLEA,), shown=9))

    assert rule.evidence.first == FIRST
    assert rule.evidence.last == FIRST + timedelta(days=8)
    assert rule.evidence.examples == ("a0", "a1", "a2", "a3", "a4")


def in_parts(n: int) -> str:
    """One of eight texts: which of them are one line hangs on which are compared first."""
    parts = (
        (
            "The river froze early and nobody here was told.",
            "Three mayors have fallen this spring.",
        ),
        ("Nobody pays us for this but you, our readers.", "No owner tells us what we may print."),
        ("Please donate today to keep all of us going.", "Our trains and tents cost money too."),
    )
    return " ".join(pair[n >> bit & 1] for bit, pair in enumerate(parts))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    said = [case for case in cases("appeals") + cases("journalism") if case.language == "en"][::5]
    shown = [
        article(n, [in_parts(n), *(text for case in said[n % 3 :: 3] for text in case.said(n))])
        for n in range(120)
    ]
    repeats = repeats_of(shown)
    chance = random.Random(seed)
    shuffled = [
        replace(one, sightings=tuple(chance.sample(one.sightings, len(one.sightings))))
        for one in repeats
    ]
    chance.shuffle(shuffled)

    found = learn(repeats, published(shown))

    assert len(found) > 5
    assert learn(shuffled, published(shown)) == found


def sure(found: Sequence[Proposal]) -> list[Proposal]:
    return [one for one in found if one.is_sure]
