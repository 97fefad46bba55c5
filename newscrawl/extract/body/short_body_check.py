"""Look again where far less was read than a page has, or says that its article has."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import Any, NamedTuple

from newscrawl.extract.body.json_ld_body import told_body
from newscrawl.extract.body.places import Place
from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.page import Page

#: A text that is said to be shorter is a teaser, or a number that nobody keeps.
_TELLING_LENGTH = 250
#: Characters of a word with the space behind it, about: what is far from it is meant.
_WORD = 6
_NUMBER = re.compile(r"\d{1,6}")
#: A reading of less than this part of what is said, or of the page's prose, is doubted.
_FAR_BELOW, _LITTLE = 0.5, 0.2
#: Another reading is better if it is nearer to what is said by this factor.
_NEARER = 1.5


class BodyReading(NamedTuple):
    """Where a story stands, by one way to weigh the cuts of a page."""

    weights: Sequence[int]
    container: Place
    #: The cuts of the container, and those of them that are the story.
    inside: range
    told: range

    def length(self) -> int:
        """Characters of prose in the story."""
        return sum(self.weights[self.told.start : self.told.stop])


def chosen(page: Page, readings: Iterator[BodyReading | None], whole: int) -> BodyReading | None:
    """The first reading; where it is far below what is said, the one that is nearest to that.

    ``whole`` are the characters of all prose on the page. The others are not made before the
    first is doubted, which ``page.doubts`` tells.
    """
    first = next(readings)
    told = first.length() if first else 0
    said = page.ask("body/length", said_length) or 0
    if told >= _FAR_BELOW * said and told >= _LITTLE * whole:
        return first
    page.doubts.add("body")
    if told >= _FAR_BELOW * said:
        return first
    best, far = first, _distance(told, said) / _NEARER
    for reading in filter(None, readings):
        if (distance := _distance(reading.length(), said)) < far:
            best, far = reading, distance
    return best


def _distance(told: int, said: int) -> float:
    """By what factor two lengths differ."""
    return max(told / said, said / told) if told and said else inf


def said_length(page: Page) -> int:
    """Characters of the article by the page's JSON-LD; 0 where that does not tell."""
    article = article_object(page)
    body = len(told_body(page))
    told = body if body >= _TELLING_LENGTH else _number(article.get("wordCount")) * _WORD
    return told if told >= _TELLING_LENGTH else 0


def _number(given: Any) -> int:
    texts = strings(given) or [str(given)]
    found = _NUMBER.fullmatch(texts[0].partition(".")[0].strip())
    return int(found[0]) if found else 0
