"""Where in a page a block stands: the elements that hold it, and the marks they give it."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from newscrawl.article import BlockKind
from newscrawl.extract.body.inline import opens_what_follows
from newscrawl.markup.hidden import STRUCK, is_hidden
from newscrawl.short_memory import remembered

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# To name a member of an enumeration costs as much as all else that is done for an element.
_HEADING, _CAPTION = BlockKind.HEADING, BlockKind.CAPTION
_KINDS = {
    **dict.fromkeys(HEADINGS, _HEADING),
    **dict.fromkeys(("figure", "figcaption"), _CAPTION),
}
#: Elements whose own name is a mark, since it tells as much as a class name.
_TELLING = frozenset("aside form blockquote figure footer nav button label dialog".split())
_HIDDEN = "<hidden>"
#: What may open a text below its words, which are a heading then.
_CONTROLS = frozenset({"button", "label"})
#: What readers say, in microdata.
_COMMENT = re.compile(r"/(?:User)?Comments?$")
#: What a figure shows, and what says of what it does.
_PICTURED = (
    "img, picture, video, audio, iframe, svg, canvas, object, embed, noscript, "
    "amp-img, amp-video, amp-iframe, [style*=background], [data-src], script"
)
_SHOWN_OR_CALLED = f"{_PICTURED}, figcaption, a, blockquote"
#: A figure with so many paragraphs outside of its caption is no picture's.
_PARAGRAPHS = 3
#: Names of one element, and marks of one block, at most: each is compared with the words of many
#: rules, and an element may have a hundred thousand of them and hold as many blocks.
_MOST_NAMES, _MOST_MARKS = 100, 300
#: Characters of an element's names that are looked at: each paragraph asks for those around it.
_MOST_SAID = 5_000
#: Characters of an element's names, and of one name, that are worth remembering.
_MOST_REMEMBERED = 1_000
#: Not on phones: on wider screens it is shown.
_SHOWN = re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?!none)")
#: WordPress names a whole article after what it is filed under.
_POST = frozenset({"hentry", "type-post", "status-publish"})
_FILED = ("tag-", "category-")
#: What an entry of a series is called for as long as it is hidden, and while it is shown.
HIDDEN_NAMES = frozenset({"<hidden>", "hidden", "hide", "is-hidden", "d-none", "invisible"})
_STATES = HIDDEN_NAMES | {"active", "is-active", "show", "in", "open", "current", "selected"}
#: Generated ids, of which page builders give each element its own, and numbers.
_FIGURES = re.compile(r"(?<![a-z0-9])(?=[a-f]*[0-9])[0-9a-f]{6,}(?![a-z0-9])|\d+")
_ORDINALS = frozenset({"first", "last", "odd", "even"})


def unnumbered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without figures: parts of one story are numbered.

    So is "x-4f00a1" or "x--last" beside "x".
    """
    return tuple(_FIGURES.sub("", _counted(name, names)) for name in names)


def _counted(name: str, names: tuple[str, ...]) -> str:
    given, _, own = name.rpartition("-")
    base = given.rstrip("-")
    is_number = base in names and (own in _ORDINALS or any(map(str.isdigit, own)))
    return base if is_number else name


@dataclass(slots=True, eq=False)
class Place:
    """An element that holds lines."""

    node: LexborNode
    tag: str = ""
    #: None for the container that the walk began with.
    above: "Place | None" = None
    #: What the text that stands here directly is.
    kind: BlockKind = BlockKind.PARAGRAPH
    #: Elements above it, up to the container.
    depth: int = 0
    _given: "dict[str, str | None] | None" = None
    _own: "tuple[str, ...] | None" = None
    _look: "tuple[str, ...] | None" = None
    _unnumbered: "tuple[str, ...] | None" = None
    #: The marks from below a container, and that container.
    _marks: tuple[str, ...] = ()
    _within: "Place | None" = None
    #: What hides it; False before anybody asked.
    _hidden_in: "Place | Literal[False] | None" = False

    def inside(self, node: LexborNode, tag: str) -> "Place":
        kind = _KINDS.get(tag, self.kind)
        if tag in _CONTROLS and opens_what_follows(node):
            tag, kind = "h6", _HEADING
        if tag == "figure" and _holds_text(node):
            kind = self.kind
        if kind is _HEADING and self.kind is _CAPTION:
            kind = self.kind
        return Place(node, tag, self, kind, self.depth + 1)

    def given(self) -> "dict[str, str | None]":
        """Its attributes, which each look at the element makes anew."""
        if self._given is None:
            self._given = self.node.attributes
        return self._given

    def hidden_in(self) -> "Place | None":
        """The outermost element at or above it that hides it from readers, if one does."""
        if self._hidden_in is False:
            above = self.above.hidden_in() if self.above is not None else None
            self._hidden_in = above or (self if _HIDDEN in self.names() else None)
        return self._hidden_in

    def look(self) -> tuple[str, ...]:
        """Its class names and what else is no id: sections of one text have ids of their own."""
        if self._look is None:
            names = self.names()
            own = self.given().get("id") if names else None
            self._look = tuple(name for name in names if name != own)
        return self._look

    def unnumbered_look(self) -> tuple[str, ...]:
        if self._unnumbered is None:
            self._unnumbered = unnumbered(self.look())
        return self._unnumbered

    def fellows(self) -> Hashable:
        """What elements that are one series have in common; the place itself if none are."""
        names = tuple(name for name in self.look() if name not in _STATES)
        return (self.above, self.tag, unnumbered(names)) if names else self

    def path(self) -> Iterator["Place"]:
        """The place and all that is above it."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.above

    def within(self, named: frozenset[int]) -> "Place | None":
        """The innermost of these elements (by ``mem_id``) that is this one or above it."""
        path = self.path() if named else ()
        return next((place for place in path if place.node.mem_id in named), None)

    def is_in(self, other: "Place") -> bool:
        """Whether the other place is this one or above it."""
        place = self
        while place.depth > other.depth and place.above is not None:
            place = place.above
        return place is other

    def marks(self, container: "Place") -> tuple[str, ...]:
        """The marks from below the container down to here, each once."""
        if self is container or self.above is None:
            return ()
        if self._within is not container:
            above = self.above.marks(container)
            room = self.names() if len(above) < _MOST_MARKS else ()
            own = dict.fromkeys(name for name in room if name not in above)
            self._marks = (*above, *own) if own else above
            self._within = container
        return self._marks

    def names_near(self) -> tuple[str, ...]:
        """What this element adds, and the one around it."""
        return (*self.names(), *(self.above.names() if self.above else ()))

    def names(self) -> tuple[str, ...]:
        """What this element adds: its name if telling, its id, its class names."""
        if self._own is None:
            given = self.given()
            is_telling = self.tag in _TELLING and not (
                self.tag == "figure" and _holds_text(self.node)
            )
            own = f"<{self.tag}>" if is_telling else _HIDDEN if self.tag in STRUCK else ""
            if self.tag == "dialog" and "open" not in given:
                own = f"{own} {_HIDDEN}"
            if not given:
                self._own = tuple(own.split())
                return self._own
            unseen = _HIDDEN if is_hidden(given, self.tag) else ""
            kind = given.get("itemtype")
            said = "comments" if kind and _COMMENT.search(kind) else ""
            told = f"{own} {unseen} {said} {given.get('id') or ''} {given.get('class') or ''}"
            self._own = _names(told[:_MOST_SAID])
        return self._own

    def forget(self, names: frozenset[str]) -> None:
        """Pass over names that tell nothing here: they are no marks of what it holds."""
        if names.intersection(self.names()):
            self._own = tuple(name for name in self.names() if name not in names)
            self._look = self._unnumbered = self._within = None

    def pass_over_in_look(self, names: frozenset[str]) -> None:
        """Look as without these names, which stay marks of what it holds."""
        if names.intersection(self.look()):
            self._look = tuple(name for name in self.look() if name not in names)
            self._unnumbered = None


@remembered(4096, _MOST_REMEMBERED)
def _names(given: str) -> tuple[str, ...]:
    names = given.split()
    if "d-none" in names and any(map(_SHOWN.match, names)):
        names.remove("d-none")
    if not _POST.isdisjoint(names):
        names = [name for name in names if not name.startswith(_FILED)]
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]


def _holds_text(figure: LexborNode) -> bool:
    """Whether a figure is a table, or a box of text: page builders put whole sections into them.

    So is one that shows nothing: a line that stands out, or a quotation with who said it below.
    """
    if figure.css_first("table") is not None:
        return True
    if figure.css_first("blockquote") is not None and figure.css_first(_PICTURED) is None:
        return True
    if figure.css_first(_SHOWN_OR_CALLED) is None:
        return figure.css_first("p, ul, ol, dl, pre") is not None
    inside = figure.css("p")
    return len(inside) >= _PARAGRAPHS and len(figure.css("figcaption p")) < len(inside)
