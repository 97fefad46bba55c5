"""Find the body of a page that no layout describes, by where its prose stands."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile

from selectolax.lexbor import LexborNode

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common.page_furniture import COMMENTS_HEADING
from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.captions_beside_pictures import with_captions
from newscrawl.extract.body.cut import Cut, with_values_at
from newscrawl.extract.body.headline_witness import headline_at, is_told_first
from newscrawl.extract.body.homes import Look, look_of, without_own_names
from newscrawl.extract.body.lead import lead
from newscrawl.extract.body.linked_paragraphs import with_all_linked, with_linked_paragraphs
from newscrawl.extract.body.marked_blocks import MENUS, marked_blocks
from newscrawl.extract.body.own_article import of_own_article
from newscrawl.extract.body.paragraphs_in_json_ld import in_article_body
from newscrawl.extract.body.picture_series import with_series, with_told_pictures
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.prose_weights import PROSE, ProseWeights
from newscrawl.extract.body.short_body_check import BodyReading, chosen
from newscrawl.extract.body.story_bounds import is_sentence, labels, story
from newscrawl.extract.body.teasers import excerpts, without_teasers
from newscrawl.page import Page

#: The body is the innermost element that still holds this share of the page's prose.
_SHARE = 0.75
#: So many paragraphs are a text, whatever lists there are.
_TEXT_PARAGRAPHS = 3
#: Elements for readers without scripts that are looked at, where so few characters were read.
_MOST_UNSEEN, _LITTLE = 20, 250
#: What is passed over even where a page has its text in a menu.
_FURNITURE = "[role=contentinfo], [role=search]"
#: They tell the story in so many paragraphs at least.
_UNSEEN_PARAGRAPHS = 2
#: An element may be one part of a body that is laid out in parts: levels to look above it.
_LEVELS = 2
#: The next part of a text stands among so many blocks behind it.
_PARTING = 5
#: Elements around a paragraph that are like those around another of its text.
_NEXT = 3
_HEADING = BlockKind.HEADING
#: A body is never larger than these.
_WHOLES = frozenset({"article", "main", "body"})
#: How an element is made a heading that is none by its name.
_HEADING_ROLES = (b'role="heading"', b"role=heading")


def generic_blocks(page: Page, rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks of the element that holds the page's prose, and the lead above it.

    Those before the story's first sentence and behind its last are marked so, and menus and
    labels of boxes among its paragraphs.

    Prose that a rule would take does not count, or a page with a long appeal and a short
    article would be read as the appeal.
    """
    body = page.tree.body
    found = _found(page, body, rules, MENUS) if body is not None else None
    if body is not None and (found is None or found[1].length() < _LITTLE):
        other = _unscripted(page)
        unscripted = _found(page, other, rules, MENUS) if other is not None else None
        if unscripted and unscripted[1].length() >= _LITTLE:
            found = unscripted
        elif (hidden := _found(page, body, rules, _FURNITURE)) and _is_behind(page, *hidden[:2]):
            found = hidden
        elif linked := _found(page, body, rules, MENUS, with_all_linked):
            found = linked if found is None or _is_behind(page, *linked[:2]) else found
    if found is None:
        return ()
    cuts, reading, unseen = found
    weights, container, inside, told = reading
    heads = lead(page, cuts, weights, told, container)
    within = slice(inside.start, inside.stop)
    titles = labels(cuts[within], weights[within])
    cards = excerpts(page, cuts[within], weights[within], titles)
    passed = {inside[at] for at in titles | cards} | unseen
    shown = with_captions(cuts, weights, told)
    return marked_blocks(shown, container, inside, told, heads, passed)


def _found(
    page: Page,
    body: LexborNode,
    rules: Sequence[Rule],
    but: str,
    with_links: Callable[[Sequence[Cut]], Sequence[Cut]] = with_linked_paragraphs,
) -> tuple[Sequence[Cut], BodyReading, frozenset[int]] | None:
    """The cuts, where the story is among them, and those that no reader sees."""
    top, found = cuts_in(body, but)
    cuts = with_links(_with_headings(page, with_series(with_told_pictures(found))))
    prose = ProseWeights(page, top, cuts, rules)
    without_own_names(cuts, prose.plain)
    reading = chosen(page, _readings(page, cuts, prose), sum(prose.plain))
    return (cuts, reading, prose.unseen) if reading else None


def _with_headings(page: Page, cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts, as headings also the lines that are some by their role."""
    if not any(role in page.html for role in _HEADING_ROLES):
        return cuts
    nodes = {node.mem_id for node in page.tree.css("[role=heading]")}
    lines = (at for at, cut in enumerate(cuts) if cut.kind is BlockKind.PARAGRAPH)
    heads = [
        at for at in lines if cuts[at].place.node.mem_id in nodes and not is_sentence(cuts[at].text)
    ]
    return with_values_at(cuts, heads, kind=BlockKind.HEADING)


def _is_behind(page: Page, cuts: Sequence[Cut], reading: BodyReading) -> bool:
    """Whether a text begins right behind the headline: what else menus and footers tell is not."""
    prose = [at for at, weight in enumerate(reading.weights) if weight]
    taken = [at for at in prose if at in reading.told]
    left = [at for at in prose if at not in reading.told]
    return is_told_first(taken, left, cuts, headline_at(page, cuts))


def _unscripted(page: Page) -> LexborNode | None:
    """The text for readers without scripts; or all of the page, where that was left open."""
    found = [(len(node.css("p")), node) for node in page.tree.css("body noscript")[:_MOST_UNSEEN]]
    most, node = max(found, key=lambda each: each[0], default=(0, None))
    return node if most >= _UNSEEN_PARAGRAPHS else None


def _readings(page: Page, cuts: Sequence[Cut], prose: ProseWeights) -> Iterator[BodyReading | None]:
    """The narrowest reading first, then those that believe fewer witnesses."""
    narrow = without_teasers(page, cuts, of_own_article(page, cuts, prose.plain))
    yield _reading(page, cuts, in_article_body(page, cuts, narrow))
    yield _reading(page, cuts, prose.plain)
    yield _reading(page, cuts, prose.with_boxes())


def _reading(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> BodyReading | None:
    container = _container(cuts, weights)
    if container is None:
        return None
    inside = _inside(cuts, container)
    while (wider := _with_next_part(cuts, weights, container, inside)) is not None:
        container, inside = wider, _inside(cuts, wider)
    ours = slice(inside.start, inside.stop)
    told = story(page, cuts[ours], weights[ours])
    return BodyReading(weights, container, inside, inside[told.start : told.stop])


def _inside(cuts: Sequence[Cut], container: Place) -> range:
    within = [at for at, cut in enumerate(cuts) if cut.place.is_in(container)]
    return range(within[0], within[-1] + 1)


def _with_next_part(
    cuts: Sequence[Cut], weights: Sequence[int], container: Place, inside: range
) -> Place | None:
    """The element around a container and the text right behind it, in elements like its own.

    An advertisement or a line parts them, or a heading of the text's own.
    """
    last = cuts[max((at for at in inside if weights[at]), default=inside.start)].place
    if not any(look_of(last)[1]):
        return None
    for cut, weight in islice(zip(cuts, weights, strict=True), inside.stop, inside.stop + _PARTING):
        if not (weight or cut.is_link or cut.kind is _HEADING):
            continue
        around = next(filter(cut.place.is_in, container.path()))
        if cut.is_link or _is_others(around, cut):
            return None
        if _looks_below(around, cut.place) != _looks_below(around, last):
            return None
        if weight:
            return around
    return None


def _is_others(top: Place, cut: Cut) -> bool:
    """Whether a cut is the heading of another article, or of what readers say."""
    if cut.kind is not _HEADING:
        return False
    is_article = any(place.tag == "article" for place in _below(top, cut.place))
    return is_article or COMMENTS_HEADING.fullmatch(cut.text.strip(" :")) is not None


def _looks_below(top: Place, place: Place) -> list[Look]:
    """The looks of the elements between the two that are next to the lower one."""
    path = islice(_below(top, place), 1, _NEXT + 1)
    return [(each.tag, each.unnumbered_look()) for each in path]


def _below(top: Place, place: Place) -> Iterator[Place]:
    return takewhile(lambda each: each is not top, place.path())


def _container(cuts: Sequence[Cut], weights: Sequence[int]) -> Place | None:
    """The innermost element that holds most of the prose, with its fellow parts."""
    found = _innermost(cuts, weights)
    told = [w if cut.kind in PROSE else 0 for cut, w in zip(cuts, weights, strict=True)]
    if found and sum(map(bool, told)) >= _TEXT_PARAGRAPHS:
        # Lists of teasers may be longer than an article of paragraphs, and stand elsewhere.
        inside = sum(w for cut, w in zip(cuts, told, strict=True) if cut.place.is_in(found))
        if 2 * inside < sum(told):
            found = _innermost(cuts, told)
    places = [cut.place for cut, weight in zip(cuts, weights, strict=True) if weight]
    return _with_fellows(found, places) if found else None


def _innermost(cuts: Sequence[Cut], weights: Sequence[int]) -> Place | None:
    prose = [(cut.place, weight) for cut, weight in zip(cuts, weights, strict=True) if weight]
    mass: Counter[Place] = Counter()
    for place, weight in prose:
        for above in place.path():
            mass[above] += weight
    enough = _SHARE * sum(weights)
    # Whatever holds more than half lies on one line from the top: the last is the innermost.
    heavy = [place for place in mass if mass[place] >= enough]
    return max(heavy, key=lambda place: place.depth, default=None)


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
