"""Parts of a React page that came late: a script puts them where their placeholder stands."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newscrawl.markup.ancestors import ancestors, behind

_MARK = b' id="S:'
#: What a part and a placeholder are called when they have been dealt with.
_GONE = "S:-"
_PART = 'div[hidden][id^="S:"]:not([id="S:-"])'
#: What the page's script is told: which placeholder is of which part.
_TOLD = re.compile(rb'\$R[CS]\("([BPS]:[0-9a-f]{1,8})","([BPS]:[0-9a-f]{1,8})"')
#: Parts of one page, at most, and rounds: one part may hold the placeholder of the next.
_MOST, _ROUNDS = 200, 8
#: Nodes that a page shows in a part's place until it comes.
_MOST_SHOWN = 500


def put_in_place(tree: LexborHTMLParser, html: bytes) -> None:
    """Move each part to its placeholder; one whose placeholder is not there stays where it is."""
    if _MARK not in html:
        return
    told = {}
    for pair in _TOLD.findall(html):
        part, placeholder = sorted((one.decode() for one in pair), reverse=True)
        told[part] = placeholder
    for _ in range(_ROUNDS):
        places = {node.attributes.get("id"): node for node in _placeholders(tree)}
        if not sum(_moved(part, places, told) for part in tree.css(_PART)[:_MOST]):
            return


def _placeholders(tree: LexborHTMLParser) -> list[LexborNode]:
    """Those outside of parts that are to be moved themselves; of two alike, the first."""
    found = tree.css('template[id^="B:"], template[id^="P:"]')[: 2 * _MOST]
    return [node for node in reversed(found) if not _is_in_part(node)]


def _moved(part: LexborNode, places: dict[str | None, LexborNode], told: dict[str, str]) -> bool:
    """Whether the part went to its place.

    Nothing is taken out of the tree, where others may hold it: what is there no more is hidden.
    """
    name = part.attributes.get("id") or ""
    names = (told[name],) if name in told else (f"B{name[1:]}", f"P{name[1:]}")
    place = next((places[each] for each in names if each in places), None)
    if place is None or _is_in_part(part):
        return False
    place.insert_before(part)
    part.attrs["id"] = _GONE
    copy = place.prev
    _end_waiting(place)
    if copy is not None:
        copy.unwrap()
    return True


def _is_in_part(node: LexborNode) -> bool:
    around = (each.attributes for each in ancestors(node))
    return any("hidden" in given and (given.get("id") or "").startswith("S:") for given in around)


def _end_waiting(placeholder: LexborNode) -> None:
    """Hide what stands behind the placeholder, up to the comment that ends it."""
    placeholder.attrs["id"] = _GONE
    shown = list[LexborNode]()
    for ahead in behind(placeholder):
        if len(shown) >= _MOST_SHOWN:
            return
        if ahead.is_comment_node and (ahead.comment_content or "").strip() == "/$":
            for node in shown:
                node.attrs["hidden"] = ""
            return
        if ahead.is_element_node:
            shown.append(ahead)
