"""Blocks as they are stored: a text that stands in the body is told by its place, and kept once.

A block whose text stands in its revision's body has ``start`` and ``bytes``, its place and length
there in bytes of UTF-8, instead of ``text``. The others, and all of what was written before schema
0018, have their texts themselves. Views read them by ``block_texts``, in ``views.sql``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from newscrawl.archive.sanitize import safe_text
from newscrawl.article import BODY_KINDS

#: Between two texts stands an empty line.
_BETWEEN = len("\n\n")


def shortened(row: dict[str, Any]) -> dict[str, Any]:
    """The columns of a revision as they are stored: those that have blocks have their body, too."""
    if "blocks" not in row:
        return row
    return {**row, "blocks": list(_without_texts(row["blocks"], row["body"]))}


def _without_texts(blocks: Iterable[dict[str, Any]], body: str) -> Iterator[dict[str, Any]]:
    said, start = safe_text(body).encode(), 0
    for block in blocks:
        text = safe_text(block["text"]).encode()
        if block["kind"] in BODY_KINDS and said.startswith(text, start):
            place = {"start": start, "bytes": len(text)}
            yield {"kind": block["kind"], "marks": block["marks"], **place}
            start += len(text) + _BETWEEN
        else:
            yield block


def whole_blocks(blocks: Iterable[dict[str, Any]], body: str) -> Iterator[dict[str, Any]]:
    """The blocks of a revision with their texts, in whichever form they are stored."""
    said = body.encode()
    for block in blocks:
        if "text" in block:
            yield block
        else:
            text = said[block["start"] : block["start"] + block["bytes"]].decode()
            yield {"kind": block["kind"], "text": text, "marks": block["marks"]}
