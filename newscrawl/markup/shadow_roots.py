"""Open declarative shadow roots: text that readers see stands inside ``<template>`` there."""

import re

from selectolax.lexbor import LexborHTMLParser

_TEMPLATE = re.compile(rb"<(/?)template\b([^>]*)>", re.IGNORECASE)
_ROOT = re.compile(rb"\bshadowroot(?:mode)?\s*=", re.IGNORECASE)
_ROOTS = "template[shadowrootmode], template[shadowroot]"
#: What a root becomes: an element without a meaning of its own.
_NAME = b"newscrawl-shadow-root"


def with_open_roots(tree: LexborHTMLParser, html: bytes) -> LexborHTMLParser:
    """The page with each shadow root's template as a plain element; other templates stay."""
    if tree.css_first(_ROOTS) is None:
        return tree
    is_root: list[bool] = []

    def opened(found: re.Match[bytes]) -> bytes:
        closes, rest = found[1], found[2]
        if not closes:
            is_root.append(bool(_ROOT.search(rest)))
            return b"<" + _NAME + rest + b">" if is_root[-1] else found[0]
        return b"</" + _NAME + b">" if is_root and is_root.pop() else found[0]

    return LexborHTMLParser(_TEMPLATE.sub(opened, html))
