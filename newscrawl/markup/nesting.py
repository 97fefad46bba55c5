"""How deep a page's tags nest, told from its bytes before any parser sees them."""

import re
from collections import Counter
from itertools import islice

#: What closes or holds a tag is looked for so far back: elsewhere, the page is taken for deeper.
_LOOK_BACK = 64
_TAG = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*)")
_CLOSED = re.compile(rb"[^<>]*/>")


def _names(text: str) -> frozenset[bytes]:
    return frozenset(text.encode().split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr")
#: The next of their kind, or the end of what is around them, closes these.
_FLAT = _names("p option tr td th thead tbody tfoot caption colgroup body html head")
#: The next of its kind closes one of these, with what was left open in it.
_ITEMS = {b"li": _names("li"), b"dt": _names("dt dd"), b"dd": _names("dt dd")}
#: The end of an item's element, or its next fellow, reaches through these alone.
_LOOSE = _names("address div p")
#: These stay open until their own end: a parser opens them anew in each paragraph.
_FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
#: The end of an element around these does not end them.
_WALLS = _names("table td th caption object marquee applet template select button svg math")
#: The end of a plain element does not end these.
_SPECIAL = _WALLS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe li main menu nav noscript "
    "ol pre script search section style summary textarea title ul xmp listing plaintext"
)
#: Where one of these begins, the paragraph that is open ends, with what was left open in it.
_ENDS_PARAGRAPH = _SPECIAL - _WALLS - _names("iframe noscript script style textarea title")
_ENDS_PARAGRAPH |= _names("p")
#: A list's item ends with its own list at the latest.
_LISTS = _WALLS | _names("ul ol")
_DRAWINGS = _names("svg math")
_BLOCKS = _SPECIAL - _DRAWINGS
_SHAPES = _names(
    "path use circle ellipse line polygon polyline rect stop image animate g defs lineargradient"
)
#: What may stand in a drawing; anything else may be the page's own again.
_DRAWN = _SHAPES | _names("svg symbol clippath mask pattern radialgradient")


def deepest_nesting(html: bytes, limit: int) -> int:
    """The deepest nesting, as a parser would build it or deeper; counting ends above the limit."""
    scan = _Scan()
    for tag in _TAG.finditer(html):
        end, name = tag.groups()
        name = name.lower()
        if end:
            scan.close(name)
        elif name not in _VOID:
            scan.open(name, html, tag.end())
            if scan.depth > limit:
                break
    return scan.deepest


class _Scan:
    """The elements that are open."""

    def __init__(self) -> None:
        self._open: list[bytes] = []
        self._formatting: Counter[bytes] = Counter()
        #: How many of those that are open are formatting, and how many are drawings.
        self._formats = self._drawings = 0
        #: How many elements are open around the paragraph that is open, if one is.
        self._around_paragraph: int | None = None
        self.deepest = 0

    @property
    def depth(self) -> int:
        return len(self._open) + self._formats

    def open(self, name: bytes, html: bytes, end: int) -> None:
        """An element begins whose name ends there."""
        if name in _ENDS_PARAGRAPH:
            self._end_paragraph()
        if name == b"p":
            self._around_paragraph = len(self._open)
        if name in _FORMATTING:
            self._formatting[name] += 1
            self._formats += 1
        elif name in _ITEMS and not self._drawings:
            self._close_item(_ITEMS[name])
            self._open.append(name)
        elif not self._is_flat(name, html, end):
            self._open.append(name)
            self._drawings += name in _DRAWINGS
        depth = len(self._open) + self._formats
        if depth > self.deepest:
            self.deepest = depth

    def _end_paragraph(self) -> None:
        if self._around_paragraph is not None:
            if _WALLS.isdisjoint(self._open[self._around_paragraph :]):
                del self._open[self._around_paragraph :]
            self._around_paragraph = None

    def _close_item(self, fellows: frozenset[bytes]) -> None:
        top = len(self._open) - 1
        for at in range(top, max(top - _LOOK_BACK, -1), -1):
            if self._open[at] in fellows:
                del self._open[at:]
                return
            if self._open[at] in _SPECIAL and self._open[at] not in _LOOSE:
                return

    def _is_flat(self, name: bytes, html: bytes, end: int) -> bool:
        if self._drawings:
            return name in _SHAPES and self._draws() and bool(_CLOSED.match(html, end))
        return name in _FLAT

    def _draws(self) -> bool:
        """Whether nothing but a drawing stands between here and the nearest ``<svg>``."""
        near = islice(reversed(self._open), _LOOK_BACK)
        nearest = (name for name in near if name == b"svg" or name not in _DRAWN)
        return next(nearest, None) == b"svg"

    def close(self, name: bytes) -> None:
        if self._formatting.get(name):
            self._formatting[name] -= 1
            self._formats -= 1
        elif name == b"p":
            self._end_paragraph()
        elif self._is_around_paragraph(name):
            return
        elif self._open and self._open[-1] == name:
            self._drawings -= name in _DRAWINGS
            self._open.pop()
        elif name in self._open[-_LOOK_BACK:]:
            self._close_to(name)
            self._drawings = sum(map(self._open.count, _DRAWINGS)) if self._drawings else 0
        if self._around_paragraph is not None and self._around_paragraph > len(self._open):
            self._around_paragraph = None

    def _is_around_paragraph(self, name: bytes) -> bool:
        """Whether an end is that of a plain element around the paragraph: neither ends then."""
        if self._around_paragraph is None or name in _SPECIAL:
            return False
        return name not in self._open[self._around_paragraph :]

    def _close_to(self, name: bytes) -> None:
        walls = _LISTS if name == b"li" else _WALLS if name in _BLOCKS else _SPECIAL
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at] == name:
                # A form's end ends the form alone, not what was begun in it.
                del self._open[at : at + 1 if name == b"form" else None]
                return
            if self._open[at] in walls:
                return
