"""Let the headline speak for the story: what begins right behind it is no box by its name."""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.text_size import size_of
from newscrawl.extract.fields.headline import (
    OWN_LIKENESS,
    best_likeness,
    is_headline,
    likeness_to_page,
)
from newscrawl.page import Page

#: Lines that may be the headline where no heading is a main one.
_MOST_HEADINGS = 30
#: A paragraph of so many characters tells something, and so many are a story.
_TELLING_LENGTH = 40
PARAGRAPHS, _STORY_LENGTH = 3, 400
#: A story begins so many blocks behind its headline: bylines, dates and buttons are between.
NEAR = 40
#: How sentences end, and what may stand behind: a byline or a date does not.
_ENDS, _CLOSED = frozenset(".!?…。！？।؟۔။។։።"), " \"'”’»“)]）」』】"
#: Bylines and dates have so many characters together; of Thai, no sentence has an end to see.
_LONGEST_LINES = 200
#: The story stands behind its headline where this share of all prose does.
_BEHIND = 0.1


def own_headings(page: Page, cuts: Sequence[Cut]) -> list[int]:
    """Where the main headings are that are most like what the page is called."""
    heads = [at for at, cut in enumerate(cuts) if cut.place.tag == "h1"]
    best = page.once(best_likeness) if heads else 0.0
    enough = max(best, OWN_LIKENESS)
    return [at for at in heads if likeness_to_page(page, cuts[at].text) >= enough]


def headline_at(page: Page, cuts: Sequence[Cut]) -> int | None:
    """Where readers see the page's headline first; None where no heading is like it."""
    own: Iterable[int] = own_headings(page, cuts)
    if not own and not any(cut.place.tag == "h1" for cut in cuts):
        heads = (at for at, cut in enumerate(cuts) if cut.kind is BlockKind.HEADING)
        first = islice((at for at in heads if not cuts[at].is_link), _MOST_HEADINGS)
        own = (at for at in first if is_headline(page, cuts[at].text))
    return next((at for at in own if cuts[at].place.hidden_in() is None), None)


def is_told_first(
    taken: Collection[int], left: Collection[int], cuts: Sequence[Cut], head: int | None
) -> bool:
    """Whether what a rule would take is most of what stands behind the headline, and its begin.

    Boxes stand behind a story or are shorter than it; what a story's element is called is chance.
    """
    if head is None:
        return False
    ours, others = (
        [at for at in part if at > head and size_of(cuts[at].text) >= _TELLING_LENGTH]
        for part in (taken, left)
    )
    size = sum(size_of(cuts[at].text) for at in ours)
    if len(ours) < PARAGRAPHS or size < _STORY_LENGTH or min(ours) > head + NEAR:
        return False
    rest = sum(size_of(cuts[at].text) for at in others)
    before = [cuts[at].text for at in others if at < min(ours)]
    is_told = any(text.rstrip(_CLOSED)[-1:] in _ENDS for text in before)
    return size > rest and not is_told and sum(map(len, before)) <= _LONGEST_LINES


def behind_headline(weights: Sequence[int], head: int | None) -> Sequence[int]:
    """The weights, without those before the headline where a story stands behind it."""
    if not head or not any(weights[:head]):
        return weights
    behind = [at for at in range(head, len(weights)) if weights[at]]
    enough = max(_STORY_LENGTH, _BEHIND * sum(weights))
    if len(behind) < PARAGRAPHS or behind[0] > head + NEAR or sum(weights[head:]) < enough:
        return weights
    return [0] * head + list(weights[head:])
