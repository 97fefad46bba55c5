"""Open declarative shadow roots: text that readers see stands inside ``<template>`` there."""

import re
from collections import defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newscrawl.markup.ancestors import ancestors

_TEMPLATE = re.compile(rb"<(/?)template\b([^>]*)>", re.IGNORECASE)
_ROOT = re.compile(rb"\bshadowroot(?:mode)?\s*=", re.IGNORECASE)
_ROOTS = "template[shadowrootmode], template[shadowroot]"
#: What a root becomes: an element without a meaning of its own.
SHADOW_ROOT = "newscrawl-shadow-root"
_OPENED = SHADOW_ROOT.encode()


def with_open_roots(tree: LexborHTMLParser, html: bytes) -> LexborHTMLParser:
    """The page with each shadow root's template as a plain element; other templates stay."""
    if tree.css_first(_ROOTS) is None:
        return tree
    is_root: list[bool] = []

    def opened(found: re.Match[bytes]) -> bytes:
        closes, rest = found[1], found[2]
        if not closes:
            is_root.append(bool(_ROOT.search(rest)))
            return b"<" + _OPENED + rest + b">" if is_root[-1] else found[0]
        return b"</" + _OPENED + b">" if is_root and is_root.pop() else found[0]

    tree = LexborHTMLParser(_TEMPLATE.sub(opened, html))
    _fill_slots(tree)
    return tree


def _fill_slots(tree: LexborHTMLParser) -> None:
    """Put what stands beside each root into its slots, where readers see it.

    What has no slot is hidden, as a script may give it one, and so is what a slot shows as long as
    it is empty. Roots within roots come first, and what holds some stays where it is: nothing is
    copied twice.
    """
    slots = defaultdict[int, dict[str, LexborNode]](dict)
    for slot in tree.css("slot"):
        root = next((each for each in ancestors(slot) if each.tag == SHADOW_ROOT), None)
        if root is not None:
            slots[root.mem_id].setdefault(slot.attributes.get("name") or "", slot)
    # An element has one root, the first.
    hosts = dict[int, tuple[LexborNode, LexborNode]]()
    for root in tree.css(SHADOW_ROOT):
        if root.parent is not None:
            hosts.setdefault(root.parent.mem_id, (root.parent, root))
    for host, root in reversed(hosts.values()):
        _fill(host, slots[root.mem_id])


def _fill(host: LexborNode, slots: dict[str, LexborNode]) -> None:
    filled = set[str]()
    for child in [*host.iter(include_text=True)]:
        name = "" if child.is_text_node else child.attributes.get("slot") or ""
        if child.tag == SHADOW_ROOT or (
            child.is_text_node and not (child.text_content or "").strip()
        ):
            continue
        if name in slots:
            filled.add(name)
            if _is_plain(child):
                slots[name].insert_before(child)
                child.decompose()
        elif child.is_text_node:
            child.decompose()
        else:
            child.attrs["hidden"] = ""
    for name in filled:
        slots[name].attrs["hidden"] = ""


def _is_plain(node: LexborNode) -> bool:
    return node.is_text_node or (
        node.tag != "slot" and node.css_first(f"{SHADOW_ROOT}, slot") is None
    )
