"""Find the body of a page that no layout describes, by where its prose stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common.common_places import PLACES
from newscrawl.boilerplate.rules.generic_rules import Named
from newscrawl.boilerplate.rules.rule_types import folded_lines, those_concerned
from newscrawl.extract.body.article_body import in_article_body
from newscrawl.extract.body.blocks import Cut, cuts_in
from newscrawl.extract.body.lead import lead
from newscrawl.extract.body.marked_blocks import MENUS, marked_blocks
from newscrawl.extract.body.own_article import of_own_article
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import labels, story
from newscrawl.extract.fields.headline import likeness_to_page
from newscrawl.page import Page

#: A paragraph of fewer characters says little about where the body is.
_TELLING_LENGTH = 40
#: What an outlet calls the part of an article that subscribers see.
_WALL = re.compile(r"subscriber|paywall|premium|locked|metered|members?-only|gated", re.IGNORECASE)
#: A heading with this share of its words in what the page is called is the page's headline.
_OWN = 0.6
#: A list is prose where lines that may be some hold this share of it.
_TOLD_SHARE = 0.6
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
    weights = of_own_article(page, cuts, _weights(page, top, cuts, rules))
    weights = in_article_body(page, cuts, weights)
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


def _weights(page: Page, top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> list[int]:
    """Characters of prose of each cut; none where it is link, heading or boilerplate."""
    prose = _said_once(_seen([at for at, cut in enumerate(cuts) if _may_be_prose(cut)], cuts), cuts)
    taken = _taken(top, cuts, rules)
    prose = [at for at in prose if at not in taken]
    around = _around_headline(page, cuts)
    beside = _beside(prose, [_without_marks(cuts[at].block(top), around) for at in prose])
    lengths = [0] * len(cuts)
    for at in prose:
        lengths[at] = 0 if at in beside else len(cuts[at].text)
    # A page of one-liners is weighed by its one-liners.
    telling = [length if length >= _TELLING_LENGTH else 0 for length in lengths]
    return telling if any(telling) else lengths


def _seen(prose: list[int], cuts: Sequence[Cut]) -> list[int]:
    """Without what no reader sees, but for what a script shows.

    That is an element that holds more than all that is seen, or one that is named as a wall for
    those who have not paid.
    """
    curtains = {at: cuts[at].place.curtain() for at in prose}
    mass: Counter[Place | None] = Counter()
    for at, curtain in curtains.items():
        mass[curtain] += len(cuts[at].text)
    return [
        at
        for at, curtain in curtains.items()
        if curtain is None or mass[curtain] > mass[None] or _is_wall(curtain)
    ]


def _is_wall(curtain: Place) -> bool:
    return any(_WALL.search(name) for name in curtain.names())


def _said_once(prose: Sequence[int], cuts: Sequence[Cut]) -> list[int]:
    """Without what a page says twice: it is of boxes, for wide and for narrow screens.

    Of a text and its hidden copies, for paper say, the one that readers see counts; and where all
    is said twice, the first time.
    """
    said = defaultdict[str, list[int]](list)
    for at in prose:
        said[cuts[at].text].append(at)
    copies = {text: places for text, places in said.items() if len(places) > 1}
    seen = {
        text: [at for at in places if cuts[at].place.curtain() is None]
        for text, places in copies.items()
    }
    once = {at for places in seen.values() if len(places) == 1 for at in places}
    left = [at for at in prose if cuts[at].text not in copies or at in once]
    return left or [places[0] for places in said.values()]


def _around_headline(page: Page, cuts: Sequence[Cut]) -> frozenset[str]:
    """Names of the elements that hold the page's headline: they hold its article as well.

    "content-sidebar-wrap" is what stands around both the article and what is beside it.
    """
    heads = (cut for cut in cuts if cut.place.tag == "h1")
    own = next((cut for cut in heads if likeness_to_page(page, cut.text) >= _OWN), None)
    if own is None or own.place.above is None:
        return frozenset()
    return frozenset(name for place in own.place.above.path() for name in place.names())


def _without_marks(block: Block, names: frozenset[str]) -> Block:
    if names.isdisjoint(block.marks):
        return block
    return Block(block.kind, block.text, tuple(m for m in block.marks if m not in names))


def _beside(prose: Sequence[int], blocks: Sequence[Block]) -> set[int]:
    """Which of the prose's cuts stand in boxes; none where that would leave no prose at all.

    Each rule sees what those before it left: beside a thousand comments any name of the article's
    own would hold but a small share of the text.
    """
    left, held = list(prose), list(blocks)
    for rule in those_concerned(_BOXES, blocks):
        taken = set(rule.matches(held, ()))
        if taken:
            left = [at for i, at in enumerate(left) if i not in taken]
            held = [block for i, block in enumerate(held) if i not in taken]
    return set(prose) - set(left) if left else set()


def _taken(top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> set[int]:
    if not rules:
        return set()
    blocks = [cut.block(top) for cut in cuts]
    lines = folded_lines(blocks)
    return {at for rule in rules for at in rule.matches(blocks, lines)}


def _may_be_prose(cut: Cut) -> bool:
    return (
        (cut.kind in _PROSE or _is_told_list(cut))
        and not cut.is_link
        and _BESIDE.isdisjoint(place.tag for place in cut.place.path())
    )


def _is_told_list(cut: Cut) -> bool:
    """Whether a list is text of an article: its lines are sentences, or as long as such."""
    if cut.kind is not BlockKind.LIST:
        return False
    lines = cut.text.split("\n")
    told = sum(len(line) for line in lines if len(line) >= _TELLING_LENGTH)
    return told >= _TOLD_SHARE * len(cut.text)


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
