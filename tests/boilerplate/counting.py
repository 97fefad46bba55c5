"""Articles of a made-up outlet, counted as ``count_repeats.py`` counts an archive."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from newscrawl.boilerplate.learning.block_groups import LineSighting, Repeat
from newscrawl.boilerplate.learning.propose_rules import LEAST_ARTICLES
from newscrawl.boilerplate.rules.fingerprints import block_prints

FIRST = date(2025, 1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An article's blocks; those whose indexes are ``taken`` a written rule takes."""

    key: str
    day: date
    blocks: tuple[str, ...]
    taken: frozenset[int] = frozenset()


def article(number: int, said: Sequence[str], day: date | None = None, at: int = 3) -> Shown:
    """An article of seven paragraphs that nothing else says, with these blocks before ``at``."""
    prose = [unlike(f"{number}-{i}") for i in range(7)]
    blocks = (*prose[:at], *said, *prose[at:])
    return Shown(key=f"a{number}", day=day or FIRST + timedelta(days=number), blocks=blocks)


@lru_cache(maxsize=4096)
def unlike(seed: str) -> str:
    """Prose that no other seed gives, in made-up words."""
    chance = random.Random(seed)
    made = ["".join(chance.choices("abdegiklmnoprstuv", k=7)) for _ in range(16)]
    return " ".join(made).capitalize() + "."


def repeats_of(articles: Iterable[Shown]) -> list[Repeat]:
    """What at least as many articles share as the archive asks of a repetition."""
    found: dict[int, dict[str, LineSighting]] = defaultdict(dict)
    for shown in articles:
        for sighting in _sightings(shown):
            for one in block_prints(sighting.text):
                found[one].setdefault(sighting.article, sighting)
    return [
        _repeat(one, list(said.values()))
        for one, said in found.items()
        if len(said) >= LEAST_ARTICLES
    ]


def published(articles: Iterable[Shown]) -> Counter[date]:
    """How many of the articles came in each week."""
    return Counter(week_of(shown.day) for shown in articles)


def _sightings(shown: Shown) -> Iterable[LineSighting]:
    blocks = shown.blocks
    for at, text in enumerate(blocks):
        yield LineSighting(
            article=shown.key,
            day=shown.day,
            at=at,
            of=len(blocks),
            text=text,
            before=blocks[at - 1] if at else None,
            after=blocks[at + 1] if at + 1 < len(blocks) else None,
            is_taken=at in shown.taken,
        )


def _repeat(one: int, said: list[LineSighting]) -> Repeat:
    days = {sighting.day for sighting in said}
    return Repeat(
        print=one,
        articles=len(said),
        days=len(days),
        first=min(days),
        last=max(days),
        weeks=frozenset(map(week_of, days)),
        sightings=tuple(said[:40]),
    )


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
