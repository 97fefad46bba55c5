"""Read what a layout's selectors find of each entry of a live blog, and which blocks are its."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.find_body import outermost
from newscrawl.extract.fields.seen_bylines import is_lead_in
from newscrawl.outlet import ClaimedEntry, Layout, LiveEntries
from newscrawl.page import Page

#: Attributes by which pages name an entry, best first.
_NAMES = ("id", "data-id", "data-post-id", "data-entry-id", "data-block-id", "data-key")
_MOMENTS = ("datetime", "content", "data-datetime", "data-time", "data-timestamp", "title")
_NO_WORD = re.compile(r"[\W_]*")


def claimed_in_html(
    page: Page, layout: Layout, told: LiveEntries
) -> list[tuple[ClaimedEntry, tuple[int, ...]]]:
    """The entries in the order of the page, each with the indexes of its blocks.

    The layout's containers are cut as for the article, so an index means the same block.
    """
    nodes = page.tree.css(told.each)
    at_of = {node.mem_id: at for at, node in enumerate(nodes)}
    heads = [heads_of(node, told) for node in nodes]
    inside = {
        body.mem_id for node in nodes for body in (node.css(told.body) if told.body else [node])
    }
    found: list[list[int]] = [[] for _ in nodes]
    outer = outermost(page.tree.css(layout.body))
    cuts = (cut for node in outer for cut in cuts_in(node, layout.ignore)[1])
    for index, cut in enumerate(cuts if nodes else ()):
        above = [place.node.mem_id for place in cut.place.path()]
        at = next((at_of[each] for each in above if each in at_of), None)
        if at is not None and not inside.isdisjoint(above) and not is_head(cut, heads[at]):
            found[at].append(index)
    return [(claimed(page, node, told), tuple(own)) for node, own in zip(nodes, found, strict=True)]


def heads_of(entry: LexborNode, told: LiveEntries) -> list[LexborNode]:
    selectors = filter(None, (told.time, told.headline, told.author))
    firsts = (entry.css_first(selector) for selector in selectors)
    authors = entry.css(told.author) if told.author else []
    return [*filter(None, firsts), *authors]


def is_head(cut: Cut, heads: list[LexborNode]) -> bool:
    """Whether a block says nothing beside the entry's time, headline and authors."""
    text = cut.text
    for head in heads:
        text = text.replace(" ".join(head.text().split()), " ", 1)
    return bool(_NO_WORD.fullmatch(text)) or (text != cut.text and is_lead_in(text.strip(" ,|·-")))


def claimed(page: Page, entry: LexborNode, told: LiveEntries) -> ClaimedEntry:
    name = next(_names(entry, told), None)
    authors = entry.css(told.author) if told.author else []
    return ClaimedEntry(
        key=name,
        headline=next((text for node in entry.css(told.headline) if (text := _text(node))), None),
        authors=tuple(dict.fromkeys(text for node in authors if (text := _text(node)))),
        published=next(moments_in(entry, told.time), None),
        url=f"#{name}" if name and name == entry.attributes.get("id") else None,
    )


def _names(entry: LexborNode, told: LiveEntries) -> Iterator[str]:
    if told.key is None:
        yield from (name for each in _NAMES if (name := entry.attributes.get(each)))
        return
    selector, _, attribute = told.key.rpartition("@")
    nodes = entry.css(selector) if selector else [entry]
    found = (node.attributes.get(attribute) for node in nodes)
    yield from (name.rpartition("#")[2] for name in found if name)


def moments_in(entry: LexborNode, selector: str) -> Iterator[str]:
    for node in entry.css(selector):
        given = (node.attributes.get(name) for name in _MOMENTS)
        yield from (moment for moment in (*given, node.text()) if moment and moment.strip())


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())
