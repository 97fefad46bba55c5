"""What pages still tell of what their articles said, wherever it stands.

A value is told where a text, a script or an attribute has it that no page has whose value is
another: the name of a section in a menu tells nothing of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import fmean
from typing import Any

from newscrawl.boilerplate.folding import fold
from newscrawl.describe.known_readings import KnownArticle
from newscrawl.extract.fields.field_readers import bare
from newscrawl.page import Page

_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?|\b\d{10}\b")


_NO_LETTER = re.compile(r"[\W_]+")


def told(known: Sequence[KnownArticle], begin: int) -> dict[str, float]:
    """Of the pages from ``begin`` on: how much of the texts, and of each field, they still tell."""
    left = still_known(known, begin)
    had = known[begin:]
    fields = {name: None for each in had for name, value in each.fields.items() if value}
    return {
        "text": fmean(_text(each) for each in had),
        **{
            name: fmean(name in now.fields for was, now in pairs)
            for name in fields
            if (pairs := [(a, b) for a, b in zip(had, left, strict=True) if a.fields.get(name)])
        },
    }


def still_known(known: Sequence[KnownArticle], begin: int) -> list[KnownArticle]:
    """The articles from ``begin`` on, with what their pages still tell of them alone."""
    pieces = [frozenset(_pieces(each.page)) for each in known]
    return [
        replace(
            known[at],
            body="\n\n".join(_lines_there(known[at])),
            fields={
                name: value
                for name, value in known[at].fields.items()
                if value and _is_told(name, at, known, pieces)
            },
        )
        for at in range(begin, len(known))
    ]


def _lines_there(known: KnownArticle) -> list[str]:
    """Lines whose letters stand on the page, whatever markup is between them."""
    tree = known.page.tree
    page = _letters(tree.text()) + _letters(tree.html or "")
    return [line for line in known.body.split("\n\n") if line.strip() and _letters(line) in page]


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", fold(text)).casefold()


def _text(known: KnownArticle) -> float:
    """The F1 of a reader that reads each line of the text that the page has."""
    total = sum(len(fold(line)) for line in known.body.split("\n\n")) or 1
    there = sum(len(fold(line)) for line in _lines_there(known)) / total if known.body else 1.0
    return 2 * there / (1 + there)


def _pieces(page: Page) -> Iterator[str]:
    for node in page.tree.css("*"):
        yield f"{node.tag} {node.text(deep=False)}"
        yield from (f"{node.tag} {name}={given}" for name, given in node.attributes.items())


def _is_told(
    name: str, at: int, known: Sequence[KnownArticle], pieces: Sequence[frozenset[str]]
) -> bool:
    return all(
        any(_says(name, piece, word) for piece in _own(name, word, at, known, pieces))
        for word in _words(known[at].fields[name])
    )


def _own(
    name: str, word: Any, at: int, known: Sequence[KnownArticle], pieces: Sequence[frozenset[str]]
) -> set[str]:
    """The pieces that no page has whose value is without this word."""
    pairs = zip(pieces, known, strict=True)
    others = [found for found, each in pairs if word not in _words(each.fields[name])]
    return set(pieces[at]).difference(*others)


def _words(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _says(name: str, piece: str, word: Any) -> bool:
    if isinstance(word, datetime):
        return any(_is_moment(found, word) for found in _STAMP.findall(piece))
    if name == "section":
        return bare(piece.partition("=")[2] or piece.partition(" ")[2]) == bare(word) or (
            piece.startswith("script") and f'"{word}"' in piece
        )
    return fold(word).casefold() in fold(piece).casefold()


def _is_moment(stamp: str, moment: datetime) -> bool:
    if stamp.isdigit():
        return int(stamp) == int(moment.timestamp())
    found = datetime.fromisoformat(stamp)
    return found.tzinfo is not None and found == moment
