"""Read the lead image of a page that no layout describes: its address, caption and credit."""

import re

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.article import Image
from newscrawl.page import Page

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

    The latter (``og:image``) is often a card that was drawn for social networks.
    """
    figure = _lead_figure(page)
    image = figure.css_first("img") if figure else None
    url = urls.absolute(page.base, _source(image)) if image else None
    if figure is not None and url:
        return (Image(url, *_caption(figure)),)
    card = page.metas.get("og:image") or page.metas.get("twitter:image")
    url = urls.absolute(page.base, card) if card else None
    return (Image(url),) if url else ()


def _lead_figure(page: Page) -> LexborNode | None:
    """The first figure behind the headline that holds a picture and no headline of its own."""
    nodes = page.tree.css("h1, figure")
    first = next((at for at, node in enumerate(nodes) if node.tag == "h1"), 0)
    return next((node for node in nodes[first:] if node.tag == "figure" and _is_lead(node)), None)


def _is_lead(figure: LexborNode) -> bool:
    if figure.css_first("img") is None or figure.css_first("h2, h3, h4, h5") is not None:
        return False
    # A teaser's picture lies in the link to its article.
    parent = figure.parent
    while parent is not None and parent.tag not in {"body", "main", "article"}:
        if parent.tag in {"a", "nav", "aside", "footer"}:
            return False
        parent = parent.parent
    return True


def _source(image: LexborNode) -> str:
    given = image.attributes
    srcset = (given.get("srcset") or given.get("data-srcset") or "").split(",")[0].split(" ")
    return given.get("data-src") or given.get("src") or srcset[0]


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
