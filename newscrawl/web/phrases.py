"""Set words for readers: moments, counts, directions of writing, and what is searched for."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from newscrawl.printable import printable

#: By the code of a language, or of its script: who write from right to left.
_RIGHT_TO_LEFT = frozenset("ar fa he ur ps ckb dv yi sd ug syr iw".split())
_SCRIPTS = frozenset("arab hebr thaa syrc nkoo adlm".split())
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
#: What an address is written with; all else is percent-encoded, as a browser would.
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def direction(language: str | None) -> str:
    """For the attribute ``dir``: what is not known, a browser finds by the letters."""
    parts = (language or "").lower().replace("_", "-").split("-")
    if not parts[0]:
        return "auto"
    if len(parts) > 1 and len(parts[1]) == 4:
        return "rtl" if parts[1] in _SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT else "ltr"


def tongue(language: str | None) -> Markup:
    """The attribute ``lang`` where an outlet's word for a language can be one."""
    return Markup(' lang="{}"').format(language) if _LANGUAGE.match(language or "") else Markup("")


def said(text: str | None) -> str:
    """What others wrote: what would turn the direction of ours round is shown as an escape."""
    return printable(text or "")


def in_xml(text: str) -> str:
    """The same for a feed, whose readers refuse two characters more."""
    return said(text).translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})


def moment(value: datetime | None) -> Markup:
    """A time to the minute, which programs can read too."""
    if value is None:
        return Markup("")
    utc = value.astimezone(UTC)
    shown = utc.strftime("%Y-%m-%d %H:%M").zfill(16)
    return Markup('<time datetime="{}">{}</time>').format(utc.isoformat(), shown)


def rfc2822(value: datetime) -> str:
    return format_datetime(value.astimezone(UTC), usegmt=True)


def count(number: int | None) -> str:
    return "" if number is None else f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def matched(parts: Sequence[tuple[str, bool]]) -> Markup:
    """The parts of a snippet, in which what was searched for is marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(said(part)) if is_match else escape(said(part))
        for part, is_match in parts
    )


def outward(url: str) -> Markup:
    """A link to another site; only to what a browser would open as a page."""
    if not url.lower().startswith(("http://", "https://")):
        return escape(said(url))
    link = '<a class="outward" href="{}" rel="noreferrer noopener nofollow external">{}</a>'
    return Markup(link).format(quote(url, safe=_IN_ADDRESS), said(url))


def rows(facts: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[list[Any]]:
    """Cells for a table."""
    return [[cell(row[name]) for name in columns] for row in facts]


def cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return moment(value)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return count(value)
    return Markup("<bdi>{}</bdi>").format(said(str(value)))


FILTERS: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        *(direction, tongue, said, in_xml, moment, rfc2822),
        *(count, matched, rows, cell, outward),
    )
}
