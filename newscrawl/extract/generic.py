"""Find the body of a page that no layout describes, by where its prose stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.rules import folded_lines
from newscrawl.extract.blocks import Cut, cuts_in
from newscrawl.extract.places import Place
from newscrawl.page import Page

#: A paragraph of fewer characters says little about where the body is.
_TELLING_LENGTH = 40
#: The body is the innermost element that still holds this share of the page's prose.
_SHARE = 0.75
#: An element may be one part of a body that is laid out in parts: levels to look above it.
_LEVELS = 2
#: A line of more characters is a paragraph even where it ends like a title.
_PARAGRAPH_LENGTH = 100
_SENTENCE = re.compile(r"[.!?…:;。！？؟।][\"'”’»“)\]]*$")
_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST})
#: What stands in these is beside the article; a body is never larger than those.
_BESIDE = frozenset({"aside", "nav", "footer", "label", "button"})
_WHOLES = frozenset({"article", "main", "body"})


def generic_blocks(page: Page, rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks of the element that holds the page's prose, from its first sentence to its last.

    Prose that a rule would take does not count, or a page with a long appeal and a short
    article would be read as the appeal.
    """
    body = page.tree.body
    if body is None:
        return ()
    top, cuts = cuts_in(body)
    weights = _weights(top, cuts, rules)
    container = _container(cuts, weights)
    if container is None:
        return ()
    inside = [cut for cut in cuts if container in _path(cut.place)]
    return tuple(cut.block(container) for cut in _story(inside))


def _weights(top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> list[int]:
    """Characters of prose of each cut; none where it is link, heading or boilerplate."""
    taken = _taken(top, cuts, rules)
    # What a page says twice belongs to its furniture: boxes for wide and for narrow screens.
    said = Counter(cut.text for cut in cuts)
    lengths = [
        len(cut.text) if at not in taken and said[cut.text] == 1 and _may_be_prose(cut) else 0
        for at, cut in enumerate(cuts)
    ]
    # A page of one-liners is weighed by its one-liners.
    telling = [length if length >= _TELLING_LENGTH else 0 for length in lengths]
    return telling if any(telling) else lengths


def _taken(top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> set[int]:
    if not rules:
        return set()
    blocks = [cut.block(top) for cut in cuts]
    lines = folded_lines(blocks)
    return {at for rule in rules for at in rule.matches(blocks, lines)}


def _may_be_prose(cut: Cut) -> bool:
    return (
        cut.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
        and not cut.is_link
        and not any(place.tag in _BESIDE for place in _path(cut.place))
    )


def _path(place: Place | None) -> Iterator[Place]:
    """The place and all that is above it."""
    while place is not None:
        yield place
        place = place.above


def _container(cuts: Sequence[Cut], weights: Sequence[int]) -> Place | None:
    """The innermost element that holds most of the prose, with its fellow parts."""
    prose = [(cut, weight) for cut, weight in zip(cuts, weights, strict=True) if weight]
    mass: Counter[Place] = Counter()
    for cut, weight in prose:
        for place in _path(cut.place):
            mass[place] += weight
    enough = _SHARE * sum(weights)
    # Whatever holds more than half lies on one line from the top: the last is the innermost.
    heavy = [place for place in mass if mass[place] >= enough]
    found = max(heavy, key=_depth, default=None)
    return _with_fellows(found, [cut.place for cut, _ in prose]) if found else None


def _with_fellows(found: Place, prose: Sequence[Place]) -> Place:
    """The element above that holds more paragraphs just as deep, if there is one near."""
    inside = Counter(_depth(place) for place in prose if found in _path(place))
    usual = inside.most_common(1)[0][0]
    above, best = found, found
    for _ in range(_LEVELS):
        if above.tag in _WHOLES or above.above is None:
            break
        above = above.above
        fellows = [p for p in prose if above in _path(p) and best not in _path(p)]
        if any(_depth(place) == usual for place in fellows) or best in prose:
            best = above
    return best


def _depth(place: Place) -> int:
    return sum(1 for _ in _path(place))


def _story(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """What stands behind the headline, from the first sentence to the last.

    Around it are the byline, the date, tags and links. Where the headline stands elsewhere, the
    element holds nothing else.
    """
    headline = next((at for at, cut in enumerate(cuts) if cut.place.tag == "h1"), None)
    if headline is None:
        return cuts
    told = [at for at, cut in enumerate(cuts) if at > headline and _is_told(cut)]
    return cuts[told[0] : told[-1] + 1] if told else cuts[headline + 1 :]


def _is_told(cut: Cut) -> bool:
    """Whether a cut is text of an article, by the way it ends or its length."""
    is_long = len(cut.text) > _PARAGRAPH_LENGTH
    return cut.kind in _TEXTS and not cut.is_link and (is_long or bool(_SENTENCE.search(cut.text)))
