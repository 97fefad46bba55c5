"""Find the cards of other articles by their shape: a linked heading, a line or two, and again."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut, first_in, last_in
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.extract.body.text_size import size_of
from newscrawl.page import Page

_HEADING = BlockKind.HEADING
#: So many cards beside each other are a list of articles.
_CARDS = 3
#: A link of so many characters may be a card's title.
_TITLE_LENGTH = 20
#: A card of more paragraphs is a part of the article, or an article of its own.
_LINES = 2
#: What is left must be a story beside the cards; else they are what the page is about.
_STORY_LENGTH, _STORY_SHARE = 250, 0.3
#: An excerpt has so many characters at most, and all that stand among the paragraphs this share.
_EXCERPT, _FEW = 300, 0.3
#: So many names, each of fewer characters than a title, are what a list tells of.
_NAMES, _NAMED = 2, 15
#: Cards stand behind the story: this share of it is told before the first.
_BEFORE = 0.6


def without_teasers(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> Sequence[int]:
    """The weights, without those of the lines under links to other pages of the host."""
    headings = [at for at, cut in enumerate(cuts) if cut.kind is _HEADING]
    left = _without(page, cuts, weights, _cards(cuts, headings))
    if left is not weights:
        return left
    # A line may be called a heading, too: a link that is long enough for a title.
    links = (at for at, cut in enumerate(cuts) if cut.is_link and cut.kind is BlockKind.PARAGRAPH)
    titles = [at for at in links if len(cuts[at].text) >= _TITLE_LENGTH]
    return _without(page, cuts, weights, _cards(cuts, sorted([*headings, *titles])))


def excerpts(
    page: Page, cuts: Sequence[Cut], weights: Sequence[int], titles: Collection[int]
) -> set[int]:
    """The lines under titles of boxes among the paragraphs that lead to other pages of the host."""
    linked = (at for at in titles if cuts[at].is_link and cuts[at].kind is _HEADING)
    below = {at: _lines_below(cuts, at) for at in linked if _is_elsewhere(page, [cuts[at]])}
    short = [at for at in below if size_of(cuts[at].text) < _NAMED]
    names = {
        cuts[at].text for at in short if any(is_sentence(cuts[line].text) for line in below[at])
    }
    if len(names) >= _NAMES:
        below = {at: lines for at, lines in below.items() if cuts[at].text not in names}
    # What is a link, too, rules tell by its company.
    found = {line for lines in below.values() for line in lines if not cuts[line].is_link}
    # A digest is made of them.
    most = _FEW * sum(weights)
    return found if sum(weights[at] for at in found) <= most else set()


def _lines_below(cuts: Sequence[Cut], at: int) -> range:
    """What stands behind a title in the largest element that begins with it and is a card."""
    lines = range(0)
    for card in cuts[at].place.path():
        last = last_in(card, cuts, at)
        size = sum(len(cut.text) for cut in cuts[at + 1 : last + 1])
        if first_in(card, cuts, at) < at or last - at > _LINES or size > _EXCERPT:
            break
        lines = range(at + 1, last + 1)
    return lines


def _without(
    page: Page, cuts: Sequence[Cut], weights: Sequence[int], found: Sequence[tuple[int, Place]]
) -> Sequence[int]:
    cards = [
        (at, card)
        for at, card in found
        if card is not cuts[at].place or cuts[at].kind is not _HEADING
    ]
    if len(cards) < _CARDS:
        return weights
    grids = defaultdict[tuple[Place | None, str], list[list[int]]](list)
    for at, card in cards:
        grids[card.above, card.tag].append(_prose_in(card, at, cuts, weights))
    lines = {
        at
        for held in grids.values()
        if sum(map(bool, held)) >= _CARDS and max(map(len, held)) <= _LINES
        for card in held
        for at in card
    }
    if not lines or not _is_elsewhere(page, [cuts[at] for at, _ in cards]):
        return weights
    left = [0 if at in lines else weight for at, weight in enumerate(weights)]
    # Cards among the paragraphs may be parts of a text; those behind it are not.
    told = sum(left[: min(lines)])
    enough = max(_STORY_LENGTH, _STORY_SHARE * sum(weights), _BEFORE * sum(left))
    return left if told >= enough else weights


def _cards(cuts: Sequence[Cut], heads: Sequence[int]) -> list[tuple[int, Place]]:
    """The linked ones of the heads, each with the largest element that holds no other with it."""
    if sum(cuts[at].is_link for at in heads) < _CARDS:
        return []
    paths = [list(cuts[at].place.path())[::-1] for at in heads]
    shared = [0, *(_common(a, b) for a, b in pairwise(paths)), 0]
    found = []
    for at, path, before, behind in zip(heads, paths, shared, shared[1:], strict=False):
        if cuts[at].is_link:
            found.append((at, path[min(max(before, behind, 1), len(path) - 1)]))
    return found


def _common(one: Sequence[Place], other: Sequence[Place]) -> int:
    """How many elements from the top hold both."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a is not b), min(len(one), len(other)))


def _prose_in(card: Place, head: int, cuts: Sequence[Cut], weights: Sequence[int]) -> list[int]:
    within = range(first_in(card, cuts, head), last_in(card, cuts, head) + 1)
    return [at for at in within if weights[at]]


def _is_elsewhere(page: Page, heads: Sequence[Cut]) -> bool:
    """Whether most of the headings lead to other pages of this host, not to shops or back here."""
    here = urlsplit(urls.canonical(page.url) or page.url)
    given = (urls.absolute(page.url, _address(head) or "") for head in heads)
    led = [urlsplit(address) for address in given if address]
    away = [to for to in led if to.hostname == here.hostname and to.path != here.path]
    return 2 * len(away) > len(heads)


def _address(head: Cut) -> str | None:
    """Where a heading leads, whether the link is in it or around it."""
    inside = head.place.node.css_first("a[href]")
    if inside is not None:
        return inside.attributes.get("href")
    around = (place.node for place in head.place.path() if place.tag == "a")
    node = next(around, None)
    return node.attributes.get("href") if node is not None else None
