"""Part a line into the paragraphs that breaks make of it, and tell which of them are links."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from newscrawl.markup.folded_text import BREAK

#: A block is a link where at least this share of its characters is inside links.
LINK_SHARE = 0.9
#: Figures of a date, at least: a rating or a day without a year has fewer.
_DATE = 5
#: The texts of a paragraph, and those of them that stand in links.
_Part: TypeAlias = tuple[list[str], list[str]]


def parts_of(run: Sequence[tuple[str, bool]]) -> Iterator[_Part]:
    """The run, parted where two breaks stand in a row, with what of it stands in links."""
    parts: list[list[tuple[str, bool]]] = [[]]
    is_broken = False
    for piece in run:
        if piece[0] is BREAK and is_broken:
            parts.append([])
        is_broken = piece[0] is BREAK or (is_broken and not piece[0].strip())
        parts[-1].append(piece)
    for part in parts:
        yield [text for text, _ in part], [text for text, stands in part if stands]


def stands_in_links(links: Sequence[str], text: str, *, is_item: bool = False) -> bool:
    """Whether most of a text stands in links; white space does not count.

    Of a list's item with a date beside the link letters alone do.
    """
    linked = "".join(links)
    if is_item and _digits(text) - _digits(linked) >= _DATE and any(map(str.isalpha, linked)):
        return sum(map(str.isalpha, linked)) >= LINK_SHARE * sum(map(str.isalpha, text))
    length = len("".join(linked.split()))
    return length >= LINK_SHARE * (len(text) - text.count(" "))


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
