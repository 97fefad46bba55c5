"""Turn a line with a little inline markup into HTML, or into the plain text a reader sees."""

import html
import re
from functools import lru_cache

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"__(.+?)__")


@lru_cache(maxsize=8192)
def plain(source: str) -> str:
    """The text alone, white space folded."""
    for pattern in (_LINK, _BOLD, _ITALIC):
        source = pattern.sub(r"\1", source)
    return " ".join(source.split())


@lru_cache(maxsize=8192)
def inline(source: str) -> str:
    escaped = html.escape(source, quote=False).replace("\N{NO-BREAK SPACE}", "&nbsp;")
    escaped = _LINK.sub(r'<a href="\2">\1</a>', escaped)
    return _ITALIC.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", escaped))


def attribute(source: str) -> str:
    return html.escape(plain(source))


def torn(source: str) -> str:
    """The line with each word in a span of its own, two spans deep."""
    words = html.escape(plain(source), quote=False).split(" ")
    return "<span>" + " ".join(f"<span>{word}</span>" for word in words) + "</span>"
