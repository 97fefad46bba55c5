"""Check the patterns and selectors of an outlet: whether they compile, and end in time."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from newscrawl.did_you_mean import unknown
from newscrawl.outlet_files.runaway_patterns import runs_away

#: Lines that have nothing in common, and that no pattern fits which says anything.
_LINES = ("q", "Zebras, 7 of them", "42", "- Ещё —", "河", "The river rises every spring. " * 20)
#: A selector that is a word alone, as it may be written for a class name.
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_ELEMENTS = frozenset(
    "html head body title meta link script style template noscript main article section header "
    "footer aside nav address hgroup h1 h2 h3 h4 h5 h6 div span p a b i u s q em strong small mark "
    "sub sup time cite abbr code pre kbd samp var dfn data bdi bdo ruby rt rp del ins font center "
    "blockquote figure figcaption picture source img video audio track iframe embed object canvas "
    "svg math map area ul ol li dl dt dd menu dir table caption colgroup col thead tbody tfoot tr "
    "td th form fieldset legend label input button select option optgroup textarea output progress "
    "meter details summary dialog search slot br hr wbr big tt nobr".split()
)


def of_pattern(
    pattern: Any, groups: Collection[str] | None = None, flags: int = 0
) -> Iterator[tuple[Any, str]]:
    """What is wrong with a pattern; where ``groups`` are given, it may name no other."""
    if not isinstance(pattern, str):
        yield pattern, f"{pattern!r} is no pattern: write a text such as r'^/news/'"
        return
    try:
        compiled = re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        yield pattern, f"{pattern!r} is no pattern: {error}; mend it, or put \\ before the sign"
        return
    if groups is not None:
        for name in compiled.groupindex:
            if name not in groups:
                yield pattern, f"in {pattern!r}: {unknown('group', name, groups)}"
    if runs_away(pattern, flags):
        told = f"{pattern!r} runs away: a line that nearly fits takes it minutes"
        yield pattern, f"{told}; repeat nothing that repeats, and part repetitions by a sign"


def of_selector(selector: Any) -> Iterator[tuple[Any, str]]:
    """What is wrong with a CSS selector."""
    if not isinstance(selector, str):
        yield selector, f"{selector!r} is no CSS selector: write a text such as '.story'"
    elif not _is_selector(selector) or not _is_closed(selector):
        yield selector, f"{selector!r} is no CSS selector: write one such as '.story > p'"
    elif _WORD.fullmatch(selector) and selector not in _ELEMENTS:
        yield selector, f"no element is called {selector!r}: write '.{selector}' for a class name"


def fits_all(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern fits lines that have nothing in common, and so says nothing."""
    try:
        return all(re.search(pattern, line, flags) for line in _LINES)
    except (re.error, OverflowError, RecursionError):
        return False


def _is_closed(selector: str) -> bool:
    """Whether each bracket is closed: CSS would close at the end what a slip left open."""
    bare = re.sub(r"""\\.|"[^"]*"|'[^']*'""", "", selector)
    return all(bare.count(a) == bare.count(b) for a, b in ("[]", "()"))


@cache
def _nothing() -> LexborHTMLParser:
    return LexborHTMLParser("<p></p>")


@cache
def _is_selector(selector: str) -> bool:
    try:
        _nothing().css(selector)
    except (SelectolaxError, ValueError):
        return False
    return True
