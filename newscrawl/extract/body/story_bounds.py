"""Cut a body where its story begins and ends: behind the headline, before what comes next."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from newscrawl.article import BlockKind
from newscrawl.extract.body.blocks import Cut
from newscrawl.extract.body.places import HEADINGS, Place
from newscrawl.page import Page

#: A line of more characters is a paragraph even where it ends like a title.
_PARAGRAPH_LENGTH = 100
#: Elements of one kind that hold this share of the prose are where the story is at home.
_AT_HOME = 0.12
#: The next article begins at a headline of its own, after this much prose.
_STORY_LENGTH = 300
_SENTENCE = re.compile(r"[.!?…:;。！？؟।】][\"'”’»“)\]）」』】]*$")
_FIGURES = re.compile(r"\d+")
_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST})
_HEADING, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
_PARTS = HEADINGS | frozenset("p ul ol dl table blockquote pre li".split())
#: What an element is called: its tag and its marks.
_Look: TypeAlias = tuple[str, tuple[str, ...]]


def story(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> range:
    """Where the story stands: behind the headline, from the first sentence to the last.

    Around it are the byline, the date, tags and links, and the next article. The end is looked
    for where most of the prose is at home; boxes behind it are somewhere else.
    """
    homes = _homes(cuts, weights)
    first, end = _after_headline(cuts, weights), len(cuts)
    end = _next_headline(cuts, weights, first, homes)
    told = [at for at in range(first, end) if _is_told(cuts[at])]
    if not told:
        return range(first, end)
    start = _with_heading(cuts, told[0], first, homes)
    if _is_dek(page, cuts[told[0]], homes):
        start = told[0] + 1
    at_home = (at for at in range(start, end) if _is_text(cuts[at], homes))
    last = max(at_home, default=told[-1])
    return range(start, last + 1)


def labels(cuts: Sequence[Cut], weights: Sequence[int]) -> set[int]:
    """The few words that label boxes, buttons and cards between the paragraphs."""
    homes = _homes(cuts, weights)
    return {at for at, cut in enumerate(cuts) if _is_label(cut, homes)}


def _homes(cuts: Sequence[Cut], weights: Sequence[int]) -> set[_Look]:
    mass: Counter[_Look] = Counter()
    for cut, weight in zip(cuts, weights, strict=True):
        if weight:
            mass[_look(cut.place)] += weight
    enough = _AT_HOME * sum(weights)
    return {look for look in mass if mass[look] >= enough}


def _look(place: Place) -> _Look:
    """The look of the element that holds a paragraph."""
    home = place.above if place.tag in _PARTS and place.above else place
    return home.tag, _unnumbered(home.look())


@lru_cache(maxsize=4096)
def _unnumbered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without figures: parts of one story are numbered."""
    return tuple(_FIGURES.sub("", name) for name in names)


def _after_headline(cuts: Sequence[Cut], weights: Sequence[int]) -> int:
    """Behind the first headline that has most of the prose behind it.

    One that stands among the story's paragraphs is no headline, but a heading of the story's own.
    """
    total, before = sum(weights), 0
    holders, around = _holders(cuts), set[Place | None]()
    for at, cut in enumerate(cuts):
        before += weights[at]
        if 2 * before > total:
            break
        if cut.place.tag == "h1":
            return 0 if holders[at] in around else at + 1
        if weights[at]:
            around.add(holders[at])
    return 0


def _holders(cuts: Sequence[Cut]) -> list[Place | None]:
    """For each cut the element that holds it among others, above what wraps it alone."""
    held = Counter(cut.place.above for cut in cuts)
    return [
        above.above if (above := cut.place.above) and held[above] == 1 else above for cut in cuts
    ]


def _next_headline(
    cuts: Sequence[Cut], weights: Sequence[int], first: int, homes: set[_Look]
) -> int:
    """Where the next article begins; a headline among the paragraphs is one of the story's own."""
    heads = [at for at in range(first, len(cuts)) if cuts[at].place.tag == "h1"]
    if not heads:
        return len(cuts)
    prose = [at for at in range(first, len(cuts)) if weights[at]]
    holders = _holders(cuts)
    for head in heads:
        before = [at for at in prose if at < head]
        told = sum(weights[at] for at in before)
        around = {holders[at] for at in before}
        # One element's paragraphs are of one story, whatever stands between them.
        goes_on = any(holders[at] in around for at in prose if at > head)
        if told > _STORY_LENGTH and not goes_on and _look(cuts[head].place) not in homes:
            return head
    return len(cuts)


def _with_heading(cuts: Sequence[Cut], start: int, first: int, homes: set[_Look]) -> int:
    before = start - 1
    is_own = before >= first and cuts[before].kind is _HEADING
    return before if is_own and _look(cuts[before].place) in homes else start


def is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text))


def _is_told(cut: Cut) -> bool:
    """Whether a cut is text of an article, by the way it ends or its length."""
    is_long = len(cut.text) > _PARAGRAPH_LENGTH
    return cut.kind in _TEXTS and not cut.is_link and (is_long or is_sentence(cut.text))


def _is_text(cut: Cut, homes: set[_Look]) -> bool:
    """Whether a cut stands among the paragraphs, and is one, however short."""
    return cut.kind in _TEXTS and not cut.is_link and _look(cut.place) in homes


def _is_dek(page: Page, cut: Cut, homes: set[_Look]) -> bool:
    """Whether a cut is what the page calls its description, and no paragraph among others."""
    described = {page.metas.get(name) for name in ("description", "og:description")}
    return cut.text in described and _look(cut.place) not in homes


def _is_label(cut: Cut, homes: set[_Look]) -> bool:
    """Whether a cut is a few words that stand in no paragraph's place."""
    if cut.is_link:
        return cut.kind is _HEADING and _look(cut.place) not in homes
    is_short = cut.kind is _PARAGRAPH and not _is_told(cut)
    return is_short and _look(cut.place) not in homes
