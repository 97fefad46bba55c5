"""Of several articles on a page, find the one that the page is about: by headline or address."""

from collections.abc import Sequence
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import Place
from newscrawl.extract.fields.headline import is_headline
from newscrawl.extract.fields.json_ld import is_same_address
from newscrawl.markup.folded_text import folded
from newscrawl.page import Page

#: Headings of an article that are looked at: the first may be a kicker.
_HEADINGS = 2
#: What an article is set in is called so, is of such a type, or has an address of its own.
_CALLED, _TYPES = frozenset({"post", "hentry"}), ("Article", "Posting")
_OWN_ADDRESS = ("data-url", "data-href", "data-permalink", "data-canonical-url")
#: What an entry of a live blog is called, which is one of the page's own.
_ENTRY = "liveBlogUpdate"
#: Such elements of a page that are looked at.
_MOST = 2_000
#: What has no heading, or so many characters before it, and so many times the prose is no other
#: article, but this one's text.
_OPENING, _FAR_MORE = 400, 2
#: By what an article is signed, dated, or known by an address of its own.
_SIGNS = (
    "time, [rel=author], [rel=bookmark], [itemprop=author], [itemprop=datePublished], "
    "[itemprop=headline], "
    "[class*=byline], [class*=author], [data-url], [data-permalink]"
)
_ADDRESSES = (*_OWN_ADDRESS, "itemid", "resource")
_OWN_PAGE = "[itemprop=mainEntityOfPage], [rel=bookmark]"


class _Unit:
    """An element that may be an article: its first headings, and how much prose it holds."""

    def __init__(self, place: Place, page: Page) -> None:
        self.place = place
        self.headings: list[Cut] = []
        #: What it holds of the prose, and of that before its first heading.
        self.weight = self.opening = 0
        self._page = page

    def is_own(self) -> bool:
        """Whether it is called like the page, or has its address."""
        is_named = any(is_headline(self._page, heading.text) for heading in self.headings)
        return is_named or self._leads_here() is True

    def begins_with_heading(self) -> bool:
        return bool(self.headings) and self.opening < _OPENING

    def is_anothers(self, rank: str) -> bool:
        """Whether it is an article of its own, and no section of the page's.

        A section's headings stand below the page's own; nobody has signed, dated or linked it,
        and JSON-LD has no article of that headline.
        """
        leads_here = self._leads_here()
        if leads_here is not None or not self.headings:
            return leads_here is False
        is_below = all(heading.place.tag > rank for heading in self.headings)
        is_linked = any(heading.is_link for heading in self.headings)
        if not is_below or is_linked or self.place.node.css_first(_SIGNS) is not None:
            return True
        told = self._page.once(_told_headlines)
        return any(heading.text.casefold() in told for heading in self.headings)

    def _leads_here(self) -> bool | None:
        """Whether the address that it has is the page's; None without one on this host."""
        given = _address(self.place.node)
        if not given:
            return None
        here = urls.canonical(self._page.url) or self._page.url
        address = urls.absolute(here, given)
        if address is None or _host(address) != _host(here):
            return None
        return is_same_address(address, here)


def of_own_article(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> Sequence[int]:
    """The weights, without those in other articles where one is the page's own.

    Endless pages add the next articles below; digests and teasers stand beside.
    """
    units = _units(page, cuts, weights)
    own = [unit for unit in units if unit.is_own()] if len(units) > 1 else []
    inner = max(own, key=lambda unit: unit.place.depth, default=None)
    if inner is None or not all(inner.place.is_in(unit.place) for unit in own):
        return weights
    rank = min((heading.place.tag for heading in inner.headings), default="h1")
    others = [
        unit.place
        for unit in units
        if not inner.place.is_in(unit.place)
        and not unit.place.is_in(inner.place)
        and unit.is_anothers(rank)
        # The text may stand beside its head, with an address of the box it is edited in.
        and (unit.begins_with_heading() or unit.weight <= _FAR_MORE * inner.weight)
    ]
    return [
        0 if weight and any(cut.place.is_in(other) for other in others) else weight
        for cut, weight in zip(cuts, weights, strict=True)
    ]


def _units(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> list[_Unit]:
    """What may be an article, and holds prose."""
    held: dict[Place, tuple[_Unit, ...]] = {}
    for cut, weight in zip(cuts, weights, strict=True):
        for unit in _around(cut.place, held, page) if weight else ():
            unit.weight += weight
    found = list(islice(dict.fromkeys(chain.from_iterable(held.values())), _MOST))
    for cut, weight in zip(cuts, weights, strict=True) if len(found) > 1 else ():
        is_heading = cut.kind is BlockKind.HEADING
        if is_heading or weight:
            for unit in next((held[place] for place in cut.place.path() if place in held), ()):
                unit.opening += 0 if unit.headings else weight
                unit.headings += [cut] * (is_heading and len(unit.headings) < _HEADINGS)
    return found


def _around(place: Place, held: dict[Place, tuple[_Unit, ...]], page: Page) -> tuple[_Unit, ...]:
    """What may be an article around a place; no place is looked at twice."""
    if place not in held:
        above = _around(place.above, held, page) if place.above is not None else ()
        held[place] = (*above, _Unit(place, page)) if _may_be_article(place) else above
    return held[place]


def _may_be_article(place: Place) -> bool:
    given = place.given()
    if given.get("itemprop") == _ENTRY:
        return False
    return (
        place.tag == "article"
        or given.get("role") == "article"
        or (given.get("itemtype") or given.get("typeof") or "").endswith(_TYPES)
        or not _CALLED.isdisjoint((given.get("class") or "").split())
        or any(name in given for name in _OWN_ADDRESS)
    )


def _told_headlines(page: Page) -> set[str]:
    told = (item.get("headline") for item in page.linked_data)
    return {folded(headline).casefold() for headline in told if isinstance(headline, str)}


def _host(address: str) -> str:
    return urls.host_of(address).removeprefix("www.")


def _address(node: LexborNode) -> str | None:
    given = node.attributes
    own = next((value for name in _ADDRESSES if (value := given.get(name))), None)
    if own:
        return own
    inside = node.css_first(_OWN_PAGE)
    told = inside.attributes if inside is not None else {}
    return told.get("content") or told.get("href") or told.get("itemid")
