"""Read the lead image of a page that no layout describes: its address, caption and credit."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, takewhile
from typing import Any

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.article import Image
from newscrawl.extract.fields.field_forms import each_of
from newscrawl.extract.fields.json_ld import about_page, article_object, strings
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.markup.ancestors import ancestors
from newscrawl.page import Page

#: Meta tags that name a picture, best first.
_CARDS = (
    *("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
    *("image", "thumbnailurl", "thumbnail", "sailthru.image.full", "parsely-image-url"),
)
#: Properties of a page's data that name one.
_LINKED, _OBJECTS = (
    ("image", "thumbnailUrl", "thumbnail", "primaryImageOfPage"),
    ("url", "contentUrl", "@value", "@list"),
)
_MARKED = (
    '[itemprop~="image"], [itemprop~="thumbnailUrl"], [property~="image"]:not(meta), '
    '[property~="schema:image"]:not(meta)'
)
#: What holds its address in an element, best first.
_WITHIN = ("img", "source", '[itemprop~="contentUrl"], [itemprop~="url"], [property~="url"]')
#: Attributes that hold an address: first those in which scripts find a picture that is loaded late.
_ATTRIBUTES = (
    *("data-src", "data-lazy-src", "data-lazy", "data-original", "data-image"),
    *("src", "content", "href"),
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_ADDRESS = re.compile(r"(?!data:|about:|blob:|javascript:)[^\s{}<>]*[./][^\s{}<>]*")
#: Between the candidates of a ``srcset``: addresses have commas, too.
_OF_SITE = re.compile(
    r"[/_-](?:default|placeholder|fallback|no[-_]?image)(?:[-_.][^/]{0,60})?\.(?:png|jpe?g|gif|svg|webp)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r",\s+(?=https?:)")
_CANDIDATE = re.compile(r",\s+|,(?=https?:|/)")

#: What surrounds a picture of the story's own, and what one of another article.
_WHOLE, _TEASERS = frozenset("body main article".split()), frozenset("a nav aside footer".split())
#: What scripts put a picture in the place of.
_DRAWN = 'img[src^="data:"]:not([data-src])'
#: A longer text in a figure is no caption.
_LONGEST_CAPTION = 600
#: A longer text behind a caption is no credit.
_LONGEST_CREDIT = 80
_CREDIT_NAME = re.compile(r"credit|copyright|source|photographer|quelle|author", re.IGNORECASE)
_CREDIT_TEXT = re.compile(
    r"(?:^|(?<=[.!?…)»”\"'])\s+)\(?((?:photo|image|picture|foto|bild|фото|credit|source|©|\(c\))"
    r"(?:s|graph|graphy)?(?: by| credit| courtesy of)?\s*[:/©]?\s*[^.]{2,60}?)\)?\.?$",
    re.IGNORECASE,
)


def lead_image(page: Page) -> tuple[Image, ...]:
    """The first picture under the headline, else the one that the page shows elsewhere of itself.

    The latter (``og:image``) is often a card that was drawn for social networks, but surer than a
    picture that scripts put in the place of a drawn one: that may be a face.
    """
    figure = _lead_figure(page)
    seen = _absolute(page, _pictures_in(figure)) if figure else None
    is_drawn = figure is not None and figure.css_first(_DRAWN) is not None
    told = _absolute(page, _told(page)) if not seen or is_drawn else None
    if figure is not None and seen and not told:
        return (Image(seen, *_caption(figure)),)
    return (Image(told),) if told else ()


def _absolute(page: Page, given: Iterator[str]) -> str | None:
    """The first that is an address: what is drawn in the page itself has none."""
    told = (_SEVERAL.split(each)[0] for each in given)
    # Some leave spaces as they are, or the scheme out.
    told = (re.sub(r"^www\.", "https://www.", each.replace(" ", "%20")) for each in told)
    found = (urls.absolute(page.base, each) for each in told if _ADDRESS.fullmatch(each))
    return next(filter(None, found), None)


def _told(page: Page) -> Iterator[str]:
    """What is said for machines to be the page's picture."""
    cards = [page.metas[name].strip() for name in _CARDS if name in page.metas]
    # What a program shows of each page without a picture of its own.
    yield from (card for card in cards if not _OF_SITE.search(card))
    article = article_object(page)
    for name in _LINKED:
        yield from _addresses(page, article.get(name))
    for node in page.tree.css(_MARKED):
        if not is_of_another(page, node):
            yield from _pictures_in(node)
    yield from _addresses(page, page.once(about_page).get("primaryImageOfPage"))
    link = page.tree.css_first('link[rel~="image_src" i][href]')
    yield ((link.attributes.get("href") or "") if link else "").strip()
    yield from cards


def _addresses(page: Page, value: Any) -> Iterator[str]:
    for each in each_of(value):
        if isinstance(each, Mapping):
            of_id = each.get("@id")
            same = (other for other in page.linked_data if of_id and other.get("@id") == of_id)
            told = (known.get(name) for known in (each, *same) for name in _OBJECTS)
            yield from (said.strip() for known in told for said in strings(known))
        else:
            yield from (said.strip() for said in strings(each))


def _pictures_in(node: LexborNode) -> Iterator[str]:
    """What an element and those in it say are addresses of pictures."""
    within = (inner for selector in _WITHIN for inner in node.css(selector))
    for each in chain([node], within):
        yield from _sources(each)


def _lead_figure(page: Page) -> LexborNode | None:
    """The first figure behind the headline that holds a picture and no headline of its own."""
    nodes = page.tree.css("h1, figure")
    first = next((at for at, node in enumerate(nodes) if node.tag == "h1"), 0)
    return next((node for node in nodes[first:] if node.tag == "figure" and _is_lead(node)), None)


def _is_lead(figure: LexborNode) -> bool:
    is_picture = figure.css_first("img, source[srcset]") is not None
    if not is_picture or figure.css_first("h2, h3, h4, h5") is not None:
        return False
    # A teaser's picture lies in the link to its article.
    around = takewhile(lambda tag: tag not in _WHOLE, (each.tag for each in ancestors(figure)))
    return _TEASERS.isdisjoint(around)


def _sources(node: LexborNode) -> Iterator[str]:
    """What an element says of where its picture is: first what it has for scripts."""
    given = {name: (value or "").strip() for name, value in node.attributes.items()}
    yield from (given.get(name, "") for name in _ATTRIBUTES)
    yield from (_CANDIDATE.split(given.get(name, ""))[0].partition(" ")[0] for name in _SETS)


def _caption(figure: LexborNode) -> tuple[str | None, str | None]:
    """Caption and credit: by the credit's own element, or by how a credit is written."""
    holder = figure.css_first("figcaption") or figure
    text = " ".join(holder.text(separator=" ").split())
    if not text or len(text) > _LONGEST_CAPTION:
        return None, None
    credit = _credit_of(holder) or ""
    if not credit:
        found = _CREDIT_TEXT.search(text)
        credit = found[1].strip() if found else ""
    caption = text.removesuffix(credit).strip(" |–—-") if credit else text
    return caption or None, credit or None


def _credit_of(holder: LexborNode) -> str | None:
    """The text of the element that holds the credit: named so, or the second of just two."""
    parts = [node for node in holder.iter() if " ".join(node.text().split())]
    named = [node for node in holder.css("*") if _CREDIT_NAME.search(_name(node))]
    bare = "".join(node.text() for node in parts)
    is_pair = len(parts) == 2 and len("".join(bare.split())) == len("".join(holder.text().split()))
    node = named[-1] if named else parts[1] if is_pair else None
    credit = " ".join(node.text().split()) if node else ""
    return credit if 0 < len(credit) <= _LONGEST_CREDIT else None


def _name(node: LexborNode) -> str:
    given = node.attributes
    return f"{given.get('class') or ''} {given.get('itemprop') or ''}"
