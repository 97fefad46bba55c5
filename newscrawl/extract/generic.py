"""Find the body of a page that no layout describes, by where its prose stands."""

from collections import Counter
from collections.abc import Sequence

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common_places import PLACES
from newscrawl.boilerplate.rules import folded_lines, those_concerned
from newscrawl.boilerplate.shapes import Named
from newscrawl.extract.blocks import Cut, cuts_in
from newscrawl.extract.lead import lead
from newscrawl.extract.marked import MENUS, marked_blocks
from newscrawl.extract.places import Place
from newscrawl.extract.story import labels, story
from newscrawl.extract.witness import witnessed
from newscrawl.page import Page

#: A paragraph of fewer characters says little about where the body is.
_TELLING_LENGTH = 40
#: The body is the innermost element that still holds this share of the page's prose.
_SHARE = 0.75
#: An element may be one part of a body that is laid out in parts: levels to look above it.
_LEVELS = 2
#: What stands in these is beside the article; a body is never larger than those.
_BESIDE = frozenset({"aside", "nav", "footer", "label", "button"})
_WHOLES = frozenset({"article", "main", "body"})
#: A page's footer has prose as well, which may be longer than the article.
_BOXES = (*PLACES, Named("footer", r"(?:page|site|main|global)?footer|colophon", share=0.8))
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def generic_blocks(page: Page, rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks of the element that holds the page's prose, and the lead above it.

    Those before the story's first sentence and behind its last are marked so, and menus and
    labels of boxes among its paragraphs.

    Prose that a rule would take does not count, or a page with a long appeal and a short
    article would be read as the appeal.
    """
    body = page.tree.body
    if body is None:
        return ()
    top, cuts = cuts_in(body, MENUS)
    weights = witnessed(page, cuts, _weights(top, cuts, rules))
    container = _container(cuts, weights)
    if container is None:
        return ()
    within = [at for at, cut in enumerate(cuts) if cut.place.is_in(container)]
    inside = range(within[0], within[-1] + 1)
    ours, ours_weigh = cuts[inside.start : inside.stop], weights[inside.start : inside.stop]
    told = _shifted(story(page, ours, ours_weigh), inside.start)
    if rules:
        # They know labels by their company, and the outlet's readers its standfirst.
        return marked_blocks(cuts, container, inside, told)
    heads = lead(page, cuts, weights, told, container)
    passed = {inside[at] for at in labels(ours, ours_weigh)}
    return marked_blocks(cuts, container, inside, told, heads, passed)


def _shifted(within: range, by: int) -> range:
    return range(within.start + by, within.stop + by)


def _weights(top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> list[int]:
    """Characters of prose of each cut; none where it is link, heading or boilerplate."""
    # What a page says twice belongs to its furniture: boxes for wide and for narrow screens.
    said = Counter(cut.text for cut in cuts)
    prose = [at for at, cut in enumerate(cuts) if said[cut.text] == 1 and _may_be_prose(cut)]
    taken = _taken(top, cuts, rules)
    prose = [at for at in prose if at not in taken]
    blocks = [cuts[at].block(top) for at in prose]
    beside = {
        prose[at] for rule in those_concerned(_BOXES, blocks) for at in rule.matches(blocks, ())
    }
    # Names that leave no prose at all name the article.
    beside = beside if len(beside) < len(prose) else set()
    lengths = [0] * len(cuts)
    for at in prose:
        lengths[at] = 0 if at in beside else len(cuts[at].text)
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
        cut.kind in _PROSE
        and not cut.is_link
        and _BESIDE.isdisjoint(place.tag for place in cut.place.path())
    )


def _container(cuts: Sequence[Cut], weights: Sequence[int]) -> Place | None:
    """The innermost element that holds most of the prose, with its fellow parts."""
    prose = [(cut.place, weight) for cut, weight in zip(cuts, weights, strict=True) if weight]
    mass: Counter[Place] = Counter()
    for place, weight in prose:
        for above in place.path():
            mass[above] += weight
    enough = _SHARE * sum(weights)
    # Whatever holds more than half lies on one line from the top: the last is the innermost.
    heavy = [place for place in mass if mass[place] >= enough]
    found = max(heavy, key=lambda place: place.depth, default=None)
    return _with_fellows(found, [place for place, _ in prose]) if found else None


def _with_fellows(found: Place, prose: Sequence[Place]) -> Place:
    """The element above that holds more paragraphs just as deep, if there is one near."""
    inside = Counter(place.depth for place in prose if place.is_in(found))
    usual = inside.most_common(1)[0][0]
    above, best = found, found
    for _ in range(_LEVELS):
        if above.tag in _WHOLES or above.above is None:
            break
        above = above.above
        fellows = [p for p in prose if p.is_in(above) and not p.is_in(best)]
        if any(place.depth == usual for place in fellows) or best in prose:
            best = above
    return best
