"""Find who wrote an article: in JSON-LD, in meta tags, and in the byline that readers see."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.bylines import (
    begins_a_byline,
    is_lead_in,
    looks_like_a_name,
    names_alone,
    persons_seen,
)
from newscrawl.extract.fields.headline_vicinity import folded, is_beside, lines_near_headline
from newscrawl.extract.fields.json_ld import article_object, referred, strings
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.page import Page

_META = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "sailthru.author")
#: Marked by what search engines and feed readers look for, best first.
_MARKED = (
    '[itemprop~="author"], [property~="author"]:not(meta), [property~="schema:author"]',
    '[rel~="author"]',
)
_BYLINES = (
    '[class*="byline" i], [class*="author" i], [class*="autor" i], [id*="byline" i], '
    '[data-testid*="byline" i], [class*="auteur" i], [class*="signature" i]'
)
_LINKS = (
    'a[href*="/author"], a[href*="/autor"], a[href*="/auteur"], a[href*="/staff/"], '
    'a[href*="/people/"]'
)
#: What stands in these, or is marked so, was written by others.
_OTHERS_MARKS = (
    "comment", "related", "recommend", "sidebar", "teaser", "footer", "popular", "trending",
    "quote", "more-", "newsletter", "promo", "widget", "caption", "credit",
)  # fmt: skip
_MOST = 40
#: Nodes above the first paragraph, white space counted, that may be a byline.
_MOST_ABOVE = 4
Read = Callable[[Page], list[str]]


def linked_authors(page: Page) -> list[str]:
    article = article_object(page)
    named = article.get("author") or article.get("creator")
    return strings(referred(page, named))


def meta_authors(page: Page) -> list[str]:
    """What all meta tags name that one page has for each of its authors."""
    metas = page.all_metas
    named = (name for each in _META for name in metas.get(each, ()))
    spelled = (
        v for name, all_ in metas.items() if name.endswith((".author", ":author")) for v in all_
    )
    return [*named, *spelled]


def marked_authors(page: Page) -> list[str]:
    """The names in elements that say of themselves that they name the author."""
    for selector in _MARKED:
        found = [_name_in(node) for node in _nodes(page, selector)]
        if any(found):
            return list(dict.fromkeys(name for name in found if name))
    return []


def byline_authors(page: Page) -> list[str]:
    """The lines that look like a byline, in the order of the page."""
    nodes = [node for selector in (_BYLINES, _LINKS) for node in _nodes(page, selector)]
    return list(dict.fromkeys(line for line in map(_name_in, nodes) if line))


def lead_in_authors(page: Page) -> list[str]:
    """The lines near the headline that begin with "By", in any language, or stand behind one."""
    lines = list(lines_near_headline(page, _OTHERS_MARKS))
    found = [line for line in lines if begins_a_byline(line)]
    behind = (name for line, name in pairwise(lines) if is_lead_in(line))
    return [*found, *(name for name in behind if persons_seen([name]))]


def names_above(page: Page, prose: str) -> tuple[str, ...]:
    """The persons named alone in a line right above the paragraph, which is the body's first."""
    paragraphs = page.tree.css("p")
    node = next((p for p in paragraphs if prose and " ".join(p.text().split()) == prose), None)
    for _ in range(_MOST_ABOVE):
        node = node.prev if node else None
        names = names_alone(folded(node) or "") if node and node.tag == "p" else ()
        if names:
            return names
    return ()


def _nodes(page: Page, selector: str) -> Iterator[LexborNode]:
    nodes = page.tree.css(selector)[:_MOST]
    return (
        node
        for node in nodes
        if not is_beside(node, _OTHERS_MARKS) and not is_of_another(page, node)
    )


def _name_in(node: LexborNode) -> str | None:
    """The folded text; of a marked group, the name in it. None where it is no line."""
    named = node.css_first('[itemprop~="name"], [property~="name"]') or node
    given = named.attributes.get("content") if named.tag == "meta" else None
    return " ".join(given.split()) if given else _several_in(named) or folded(named)


def _several_in(node: LexborNode) -> str | None:
    """The names that stand in elements of their own with nothing between them, parted."""
    leaves = [leaf for leaf in node.css("*") if next(leaf.iter(), None) is None]
    parts = [line for line in map(folded, leaves) if line]
    if not all(map(looks_like_a_name, parts)) or len(set(parts)) < 2:
        return None
    return ", ".join(parts) if " ".join(parts) == folded(node) else None
