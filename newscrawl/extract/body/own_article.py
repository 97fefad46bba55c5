"""Of several articles on a page, find the one that the page is about: by its headline."""

from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.extract.body.blocks import Cut
from newscrawl.extract.body.places import Place
from newscrawl.extract.fields.headline import is_headline
from newscrawl.page import Page

#: Headings of an article that are looked at: the first may be a kicker.
_HEADINGS = 2
#: By what an article is signed, dated, or known by an address of its own.
_SIGNS = (
    "time, [rel=author], [rel=bookmark], [itemprop=author], [itemprop=datePublished], "
    "[class*=byline], [class*=author], [data-url], [data-permalink]"
)


def of_own_article(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> Sequence[int]:
    """The weights, without those in other ``article`` elements where one is the page's own.

    Endless pages add the next articles below; digests and teasers stand beside.
    """
    if len(page.tree.css("article")) < 2:
        return weights
    headings = _headings(cuts, weights)
    own = [place for place, said in headings.items() if _is_own(page, said)]
    if len(own) != 1 or len(headings) < 2:
        return weights
    rank = min(heading.place.tag for heading in headings[own[0]])
    others = [
        place
        for place, said in headings.items()
        if place is not own[0] and not own[0].is_in(place) and _is_anothers(place, said, rank)
    ]
    return [
        0 if weight and _stands_in(cut.place, others, own[0]) else weight
        for cut, weight in zip(cuts, weights, strict=True)
    ]


def _is_anothers(place: Place, headings: Sequence[Cut], rank: str) -> bool:
    """Whether an element is an article of its own, and no section of the page's.

    A section's headings stand below the page's own; nobody has signed, dated or linked it.
    """
    is_below = all(heading.place.tag > rank for heading in headings)
    is_linked = any(heading.is_link for heading in headings)
    return not is_below or is_linked or place.node.css_first(_SIGNS) is not None


def _headings(cuts: Sequence[Cut], weights: Sequence[int]) -> dict[Place, list[Cut]]:
    """The first headings of each article that holds prose."""
    found: dict[Place, list[Cut]] = {}
    with_prose = set[Place]()
    for cut, weight in zip(cuts, weights, strict=True):
        article = _article(cut.place)
        if article is None:
            continue
        if weight:
            with_prose.add(article)
        if cut.kind is BlockKind.HEADING and len(found.setdefault(article, [])) < _HEADINGS:
            found[article].append(cut)
    return {place: said for place, said in found.items() if said and place in with_prose}


def _article(place: Place) -> Place | None:
    return next((above for above in place.path() if above.tag == "article"), None)


def _is_own(page: Page, headings: Sequence[Cut]) -> bool:
    return any(is_headline(page, heading.text) for heading in headings)


def _stands_in(place: Place, others: Sequence[Place], own: Place) -> bool:
    return not place.is_in(own) and any(place.is_in(other) for other in others)
