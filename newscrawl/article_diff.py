"""What changed between two states of an article. Pure.

Compared are cleaned articles, with typography and white space folded: neither is an edit.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import zip_longest

from newscrawl.article import BODY_KINDS, Article
from newscrawl.boilerplate.folding import fold
from newscrawl.corrections import is_correction
from newscrawl.printable import iso

#: Two paragraphs are one that changed where they share this share of their words.
_SAME = 0.5
_NUMBER = re.compile(r"\d[\d.,]*")
_QUOTE = re.compile(r'"([^"]{12,600})"')

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Pairs are before and after; None where a field did not change.

    Paragraphs are all texts of the body in their order. One that only moved is neither added nor
    removed.
    """

    headline: Pair | None = None
    description: Pair | None = None
    lead: Pair | None = None
    authors: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    date_published: tuple[str | None, str | None] | None = None
    date_modified: tuple[str | None, str | None] | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[Pair, ...] = ()
    moved: int = 0
    #: In paragraphs that changed, as they are printed.
    numbers: tuple[Pair, ...] = ()
    quotes_removed: tuple[str, ...] = ()
    #: A note that says that something was corrected, if it is new.
    correction: str | None = None
    #: The text changed, and the outlet's date of modification did not.
    is_silent: bool = False


def changes(before: Article, after: Article) -> Changes:
    """What an article says now against what it said before."""
    was, now = paragraphs(before), paragraphs(after)
    only_was, only_now, moved = _apart(was, now)
    changed, removed, added = _paired(only_was, only_now)
    headline = _pair(before.headline, after.headline)
    is_same_names = [*map(fold, before.authors)] == [*map(fold, after.authors)]
    is_text = bool(headline or added or removed or changed or moved)
    return Changes(
        headline=headline,
        description=_pair(before.description or "", after.description or ""),
        lead=_pair(before.lead or "", after.lead or ""),
        authors=None if is_same_names else (before.authors, after.authors),
        date_published=_dates(before.date_published, after.date_published),
        date_modified=_dates(before.date_modified, after.date_modified),
        added=tuple(added),
        removed=tuple(removed),
        changed=tuple(changed),
        moved=moved,
        numbers=tuple(pair for one in changed for pair in _numbers(*one)),
        quotes_removed=_quotes_removed(was, now),
        correction=next(filter(is_correction, [*added, *_grown(changed)]), None),
        is_silent=is_text and before.date_modified == after.date_modified,
    )


def words_changed(before: str, after: str) -> list[tuple[str, str, str]]:
    """A text word by word: what stayed, what went and what came, in the order of reading."""
    was, now = before.split(), after.split()
    return [
        (
            " ".join(was[a:b]) if what == "equal" else "",
            "" if what == "equal" else " ".join(was[a:b]),
            "" if what == "equal" else " ".join(now[c:d]),
        )
        for what, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    ]


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    was, now = Counter(fold(one).split()), Counter(fold(other).split())
    return 2 * (was & now).total() / max(was.total() + now.total(), 1)


def closest(text: str, others: Sequence[str]) -> int | None:
    """Which of the others the text was or became, the first of equals; None: it is like none."""
    shares = [likeness(text, other) for other in others]
    best = max(shares, default=0.0)
    return shares.index(best) if shares and best >= _SAME else None


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind in BODY_KINDS]


def _pair(before: str, after: str) -> Pair | None:
    return None if fold(before) == fold(after) else (before, after)


def _dates(before: datetime | None, after: datetime | None) -> tuple[str | None, str | None] | None:
    if before == after:
        return None
    return iso(before) if before else None, iso(after) if after else None


def _apart(was: Sequence[str], now: Sequence[str]) -> tuple[list[str], list[str], int]:
    """Paragraphs that only one of the two has, and how many stand elsewhere than before."""
    before, after = Counter(map(fold, was)), Counter(map(fold, now))
    removed, kept = _parted(was, before - after)
    added, there = _parted(now, after - before)
    stood, stand = [*map(fold, kept)], [*map(fold, there)]
    matches = SequenceMatcher(None, stood, stand, autojunk=False).get_matching_blocks()
    return removed, added, len(kept) - sum(match.size for match in matches)


def _parted(texts: Iterable[str], counts: Counter[str]) -> tuple[list[str], list[str]]:
    """So many of the texts as are counted, folded, the first of each; and the others."""
    left, counted, others = Counter(counts), list[str](), list[str]()
    for text in texts:
        (counted if left[fold(text)] > 0 else others).append(text)
        left[fold(text)] -= 1
    return counted, others


def _paired(
    removed: Sequence[str], added: Sequence[str]
) -> tuple[list[Pair], list[str], list[str]]:
    """Paragraphs of which one became the other, in the order of the article; then the others."""
    pairs, gone, free = list[Pair](), list[str](), list(added)
    for text in removed:
        best = closest(text, free)
        if best is None:
            gone.append(text)
        else:
            pairs.append((text, free.pop(best)))
    return pairs, gone, free


def _numbers(before: str, after: str) -> list[Pair]:
    """Figures of a paragraph that went and came, in their order; one may stand alone."""
    was, now = _NUMBER.findall(before), _NUMBER.findall(after)
    gone, new = _parted(was, Counter(now))[1], _parted(now, Counter(was))[1]
    return list(zip_longest(gone, new, fillvalue=""))


def _quotes_removed(was: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """What somebody was quoted as saying, and what no part of the article says any more."""
    text = " ".join(map(fold, now))
    quotes = [quote.strip(" ,.") for line in was for quote in _QUOTE.findall(fold(line))]
    return tuple(dict.fromkeys(quote for quote in quotes if quote not in text))


def _grown(changed: Iterable[Pair]) -> list[str]:
    """What came to the end of paragraphs that changed: notes are often appended."""
    return [after[len(before) :].strip() for before, after in changed if after.startswith(before)]
