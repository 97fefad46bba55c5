"""Where in a page a block stands: the elements that hold it, and the marks they give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborNode

from newscrawl.article import BlockKind
from newscrawl.short_memory import remembered

#: Elements that a reader never sees as text.
UNSEEN = frozenset(
    "script style noscript template svg annotation annotation-xml head title object canvas select "
    "textarea datalist progress meter audio video picture source track map area input img".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: Elements that begin a line of their own.
LINES = HEADINGS | frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "embed fieldset figcaption figure footer form header hgroup hr html iframe label legend li "
    "main menu nav ol p pre section summary table tbody td tfoot th thead tr ul amp-iframe".split()
)
# To name a member of an enumeration costs as much as all else that is done for an element.
_HEADING, _CAPTION = BlockKind.HEADING, BlockKind.CAPTION
_KINDS = {
    **dict.fromkeys(HEADINGS, _HEADING),
    **dict.fromkeys(("figure", "figcaption"), _CAPTION),
}
#: Elements whose own name is a mark, since it tells as much as a class name.
_TELLING = frozenset("aside form blockquote figure footer nav button label dialog".split())
_HIDDEN = "<hidden>"
#: What readers say, in microdata.
_COMMENT = re.compile(r"/(?:User)?Comments?$")
#: What a React page calls parts that came later: a script puts them where they belong.
_STREAMED = re.compile(r"S:[0-9a-f]+$")
#: A figure with so many paragraphs outside of its caption is no picture's.
_PARAGRAPHS = 3
#: Attributes that may hide an element, beside its class.
_HIDING = frozenset("popover hidden role layout style".split())
_HIDES = re.compile(
    r"display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:left|top|text-indent)\s*:\s*-(?:\d{4,}px|\d{3,}(?:r?em|v[hw]))"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)\b|clip-path\s*:\s*(?:inset\((?:50|100)%|circle\(\s*0"
    r"|polygon\((?:[\s,]*0(?:px|%)?(?![\d.]))+\s*\))",
    re.IGNORECASE,
)
#: What makes an element invisible for as long as nothing moves it: scripts fade articles in.
_FADES = re.compile(r"opacity\s*:\s*0(?:\.0+)?\s*(?:!|;|$)|scale\(\s*0\s*\)", re.IGNORECASE)
_MOVES = re.compile(r"transition|animation|translate|will-change|blur\(", re.IGNORECASE)
#: A box of no height, or of one pixel; letters of no size, which boxes in it may have again.
_FLAT = re.compile(r"(?:^|[;\s])height\s*:\s*[01](?:px)?\s*(?:!|;|$)", re.IGNORECASE)
_SIZELESS = re.compile(r"font-size\s*:\s*0(?:px|r?em|pt|%)?\s*(?:!|;|$)", re.IGNORECASE)
_BOXES = frozenset("body div main article section table tbody tr td".split())
#: Characters of a style that are looked at.
_MOST_STYLE = 500
#: Words that screen readers say and nobody sees.
_UNHEARD = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|(?:visually|accessibly|visibility)-?hidden"
    r"|hidden-?visually|assistive-(?:hidden|text)|show-for-sr|element-invisible|off-?screen"
    r"|condition-invisible|show-on-print)(?:$|\s)",
    re.IGNORECASE,
)
#: Class names that hide whatever has no other name that shows it on some screens.
_UNSHOWN = frozenset({"hidden", "hide", "is-hidden", "invisible", "ng-hide", "uk-hidden"})
_HIDDEN_WORD = re.compile(r"(?:^|\s|(?<!overflow)[_-])hidden(?:$|\s)", re.IGNORECASE)
#: Names of one element, and marks of one block, at most: each is compared with the words of many
#: rules, and an element may have a hundred thousand of them and hold as many blocks.
_MOST_NAMES, _MOST_MARKS = 100, 300
#: Characters of an element's names, and of one name, that are worth remembering.
_MOST_REMEMBERED = 1_000
#: Not on phones: on wider screens it is shown.
_SHOWN = re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?!none)")
#: WordPress names a whole article after what it is filed under.
_POST = frozenset({"hentry", "type-post", "status-publish"})
_FILED = ("tag-", "category-")
_FIGURES = re.compile(r"\d+")


def unnumbered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without figures: parts of one story are numbered."""
    return tuple(_FIGURES.sub("", name) for name in names)


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
    _own: "tuple[str, ...] | None" = None
    _look: "tuple[str, ...] | None" = None
    _unnumbered: "tuple[str, ...] | None" = None
    #: The marks from below a container, and that container.
    _marks: tuple[str, ...] = ()
    _within: "Place | None" = None
    #: What hides it; False before anybody asked.
    _behind: "Place | Literal[False] | None" = False

    def inside(self, node: LexborNode, tag: str) -> "Place":
        kind = _KINDS.get(tag, self.kind)
        if tag == "figure" and _holds_text(node):
            kind = self.kind
        if kind is _HEADING and self.kind is _CAPTION:
            kind = self.kind
        return Place(node, tag, self, kind, self.depth + 1)

    def curtain(self) -> "Place | None":
        """The outermost element at or above it that hides it from readers, if one does."""
        if self._behind is False:
            above = self.above.curtain() if self.above is not None else None
            self._behind = above or (self if _HIDDEN in self.names() else None)
        return self._behind

    def look(self) -> tuple[str, ...]:
        """Its class names and what else is no id: sections of one text have ids of their own."""
        if self._look is None:
            names = self.names()
            own = self.node.attributes.get("id") if names else None
            self._look = tuple(name for name in names if name != own)
        return self._look

    def unnumbered_look(self) -> tuple[str, ...]:
        if self._unnumbered is None:
            self._unnumbered = unnumbered(self.look())
        return self._unnumbered

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

    def names(self) -> tuple[str, ...]:
        """What this element adds: its name if telling, its id, its class names."""
        if self._own is None:
            given = self.node.attributes
            is_telling = self.tag in _TELLING and not (
                self.tag == "figure" and _holds_text(self.node)
            )
            own = f"<{self.tag}>" if is_telling else ""
            if not given:
                self._own = (own,) if own else ()
                return self._own
            unseen = _HIDDEN if _is_hidden(given, self.tag) else ""
            kind = given.get("itemtype")
            said = "comments" if kind and _COMMENT.search(kind) else ""
            told = f"{own} {unseen} {said} {given.get('id') or ''} {given.get('class') or ''}"
            self._own = _names(told)
        return self._own

    def forget(self, names: frozenset[str]) -> None:
        """Pass over names that tell nothing here: they are no marks of what it holds."""
        if names.intersection(self.names()):
            self._own = tuple(name for name in self.names() if name not in names)
            self._look = self._unnumbered = self._within = None


@remembered(4096, _MOST_REMEMBERED)
def _names(given: str) -> tuple[str, ...]:
    names = given.split()
    if "d-none" in names and any(map(_SHOWN.match, names)):
        names.remove("d-none")
    if not _POST.isdisjoint(names):
        names = [name for name in names if not name.startswith(_FILED)]
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]


def _holds_text(figure: LexborNode) -> bool:
    """Whether a figure is a table, or a box of text: page builders put whole sections into them."""
    if figure.css_first("table") is not None:
        return True
    inside = figure.css("p")
    return len(inside) >= _PARAGRAPHS and len(figure.css("figcaption p")) < len(inside)


def is_unseen_in_line(given: "dict[str, str | None]") -> bool:
    """Whether an element among the words of a line is for screen readers, or for nobody."""
    if not given:
        return False
    names = given.get("class")
    is_named = bool(names and "hidden" in names and ":" not in names and _HIDDEN_WORD.search(names))
    return is_named or _is_hidden(given, "span")


def _is_hidden(given: "dict[str, str | None]", tag: str) -> bool:
    style, names = given.get("style"), given.get("class")
    if names and _is_named_away(names):
        return True
    return not _HIDING.isdisjoint(given) and (
        "popover" in given
        or ("hidden" in given and not _is_found_or_streamed(given))
        or given.get("role") == "tooltip"
        or given.get("layout") == "nodisplay"
        or bool(style and _is_styled_away(style[:_MOST_STYLE], tag))
    )


def _is_found_or_streamed(given: "dict[str, str | None]") -> bool:
    """Whether what is marked as hidden is seen by who searches the page, or once it is in place."""
    is_found = (given.get("hidden") or "").strip().lower() == "until-found"
    return is_found or _STREAMED.match(given.get("id") or "") is not None


def _is_styled_away(style: str, tag: str) -> bool:
    if _HIDES.search(style) or ("overflow" in style and _FLAT.search(style)):
        return True
    # A script fades paragraphs in when a reader comes to them; words of a line stay as they are.
    if tag == "span" and ("opacity" in style or "scale" in style) and _FADES.search(style):
        return not _MOVES.search(style)
    return "font-size" in style and tag not in _BOXES and _SIZELESS.search(style) is not None


@remembered(4096, _MOST_REMEMBERED)
def _is_named_away(names: str) -> bool:
    """Whether a class hides an element on every screen: with a colon it does so on small ones."""
    own = names.split()
    is_hidden = not _UNSHOWN.isdisjoint(own) or _UNHEARD.search(names) is not None
    return is_hidden and not any(":" in name and not name.startswith("print:") for name in own)
