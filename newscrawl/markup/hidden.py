"""Tell by an element's attributes whether readers see it.

What a script or a paywall hides of an article is told in ``extract/body/hidden_text.py``.
"""

import re

from selectolax.lexbor import LexborNode

from newscrawl.markup.ancestors import behind
from newscrawl.short_memory import remembered

#: Elements that a reader never sees as text.
UNSEEN = frozenset(
    "script style noscript noframes noembed template svg annotation annotation-xml head title "
    "object canvas select textarea datalist progress meter audio video picture source track area "
    "input img mat-icon mjx-assistive-mml".split()
)
#: What stood here before: a reader sees it struck out, and what stands now beside it.
STRUCK, _STRIKES = frozenset({"del", "s", "strike"}), "line-through"
#: A number, and a whole sentence, are struck out since they are wrong now.
_NOT_IN_JEST, _BLOCKS = re.compile(r"\d|[.!?。！？।؟]\s*$"), "p, div, li, table"
#: What a React page calls parts that came later: a script puts them where they belong.
_STREAMED = re.compile(r"S:[0-9a-f]+$")
#: Attributes that may hide an element, beside its class.
_HIDING = frozenset("popover hidden role layout style".split())
_HIDES = re.compile(
    r"(?<![\w-])display\s*:\s*none|(?<![\w-])(?:content-)?visibility\s*:\s*(?:hidden|collapse)"
    r"|text-decoration(?:-line)?\s*:[^;]*line-through"
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
    r"|tooltiptext|tooltip-?(?:content|body|inner)|condition-invisible|show-on-print|line-through|strike-?through"
    r"|katex-mathml|mjx_assistive_mathml)(?:$|\s)",
    re.IGNORECASE,
)
#: Class names that hide whatever has no other name that shows it on some screens.
_UNSHOWN = frozenset(
    {"hidden", "hide", "is-hidden", "u-hidden", "invisible", "ng-hide", "uk-hidden"}
)
_HIDDEN_WORD = re.compile(r"(?:^|\s|(?<!overflow)[_-])hidden(?:$|\s)", re.IGNORECASE)
#: A font that shows pictures in place of their names.
_ICONS = re.compile(r"(?:^|\s)material-(?:icons|symbols)")
#: Characters of an element's names that are looked at.
_MOST_NAMES = 1_000


def is_unseen_in_line(node: LexborNode, tag: str | None, given: "dict[str, str | None]") -> bool:
    """Whether an element among the words of a line is for screen readers, or for nobody."""
    if tag in STRUCK and _is_replaced(node):
        return True
    if not given:
        return False
    names = given.get("class")
    if _STRIKES in (given.get("style") or names or ""):
        return _is_replaced(node)
    if names and "hidden" in names and ":" not in names and _HIDDEN_WORD.search(names):
        return True
    is_icon = bool(names and "material-" in names and _ICONS.search(names))
    return is_icon or is_hidden(given, "span")


def _is_replaced(struck: LexborNode) -> bool:
    """Whether something else stands now for what is struck out: else it is said in jest."""
    if _NOT_IN_JEST.search(struck.text() or "") or struck.css_first(_BLOCKS) is not None:
        return True
    beside = next((n for n in behind(struck) if (n.text_content or "x").strip()), None)
    return beside is not None and beside.tag == "ins"


def is_hidden(given: "dict[str, str | None]", tag: str) -> bool:
    style, names = given.get("style"), given.get("class")
    if names and _is_named_away(names[:_MOST_NAMES]):
        return True
    return not _HIDING.isdisjoint(given) and (
        "popover" in given
        or ("hidden" in given and not _is_found_or_streamed(given))
        or given.get("role") == "tooltip"
        or given.get("layout") == "nodisplay"
        or bool(style and _is_styled_away(style[:_MOST_STYLE], tag))
    )


def hides(style: str) -> bool:
    """Whether a rule of a style sheet hides what it is for."""
    return _STRIKES not in style and _HIDES.search(style) is not None


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


@remembered(4096, _MOST_NAMES)
def _is_named_away(names: str) -> bool:
    """Whether a class hides an element on every screen: with a colon it does so on small ones."""
    own = names.split()
    is_hidden = not _UNSHOWN.isdisjoint(own) or _UNHEARD.search(names) is not None
    return is_hidden and not any(":" in name and not name.startswith("print:") for name in own)
