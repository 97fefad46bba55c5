"""The text of an element as readers see it: without what is hidden, lines apart."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from newscrawl.markup.folded_text import folded
from newscrawl.markup.hidden import UNSEEN, is_unseen_in_line

#: Elements that begin a line of their own.
LINES = frozenset(
    "h1 h2 h3 h4 h5 h6 address article aside blockquote body button caption center dd details "
    "dialog dir div dl dt embed fieldset figcaption figure footer form header hgroup hr html "
    "iframe label legend li listing main menu nav ol p plaintext pre section summary table tbody "
    "td tfoot th thead tr ul xmp amp-iframe".split()
)
_OWN_LINE = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
#: What a heading holds beside its words; between them it is a word that explains itself.
_CONTROLS = frozenset({"button"})
#: What no page has in its text.
_LINE = "\0"
#: Signs that link to a heading itself.
ANCHORS = frozenset("#¶§🔗")


def seen_text(node: LexborNode, separator: str = "") -> str:
    """The folded text; what is hidden counts where there is nothing else.

    ``separator`` is put between the texts of elements within a line.
    """
    told = [node.text()] if _is_plain(node) else _texts(node)
    return folded(separator.join(told)) or folded(node.text(separator=separator))


def seen_lines(node: LexborNode) -> list[str]:
    """The folded texts of its lines, without those that are empty."""
    lines = (folded(line) for line in "".join(_texts(node, _LINE)).split(_LINE))
    return [line for line in lines if line]


def _is_plain(node: LexborNode) -> bool:
    """Whether an element holds nothing but one text."""
    first = node.first_child
    return first is None or (first.is_text_node and first.next is None)


def _texts(top: LexborNode, between: str = " ") -> Iterator[str]:
    ahead: list[LexborNode | str | None] = [top.first_child]
    while ahead:
        node = ahead.pop()
        if node is None:
            continue
        if isinstance(node, str):
            yield node
            continue
        ahead.append(node.next)
        if node.is_text_node:
            yield node.text_content or ""
        elif node.is_element_node and _is_seen(node):
            if _is_line(node):
                yield between
                ahead.append(between)
            ahead.append(node.first_child)


def is_line_by_style(style: str) -> bool:
    """Whether a style makes an element a line of its own."""
    return _OWN_LINE.search(style) is not None


def _is_line(node: LexborNode) -> bool:
    if node.tag in LINES or node.tag == "br":
        return True
    return is_line_by_style(node.attributes.get("style") or "")


def _is_seen(node: LexborNode) -> bool:
    tag = node.tag or ""
    is_control = tag in _CONTROLS and not (_is_text(node.prev) and _is_text(node.next))
    if tag in UNSEEN or is_control or is_unseen_in_line(node, tag, node.attributes):
        return False
    return tag != "a" or (node.text() or "").strip() not in ANCHORS


def _is_text(beside: LexborNode | None) -> bool:
    return beside is not None and beside.is_text_node and bool((beside.text_content or "").strip())
