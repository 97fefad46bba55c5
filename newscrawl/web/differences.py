"""Two states of an article side by side: paragraphs in their order, word by word. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newscrawl.article import Article
from newscrawl.article_diff import closest, paragraphs, words_changed
from newscrawl.boilerplate.folding import fold

#: To compare word by word costs the square of the words, and to pair that of the paragraphs.
_MOST_WORDS, _MOST_PAIRS = 2_000, 4_000

Words = list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A text, in stretches that stayed, went or came."""

    label: str
    words: Words

    @property
    def is_same(self) -> bool:
        return all(stayed for stayed, _, _ in self.words)


def fields_compared(before: Article, after: Article) -> list[Compared]:
    """What stands above the text, where it changed."""
    pairs = [
        ("Headline", before.headline, after.headline),
        ("Description", before.description or "", after.description or ""),
        ("Lead", before.lead or "", after.lead or ""),
        ("Authors", ", ".join(before.authors), ", ".join(after.authors)),
        ("Section", before.section or "", after.section or ""),
        ("Published", str(before.date_published or ""), str(after.date_published or "")),
        ("Modified", str(before.date_modified or ""), str(after.date_modified or "")),
    ]
    return [
        Compared(label=label, words=_words(was, now))
        for label, was, now in pairs
        if fold(was) != fold(now)
    ]


def body_compared(before: Article, after: Article) -> list[Compared]:
    """All paragraphs of both, in the order of reading."""
    was, now = paragraphs(before), paragraphs(after)
    found: list[Compared] = []
    matcher = SequenceMatcher(None, [*map(fold, was)], [*map(fold, now)], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found += [Compared(label="", words=[(text, "", "")]) for text in now[c:d]]
        else:
            found += _replaced(was[a:b], now[c:d])
    return found


def _replaced(was: Sequence[str], now: Sequence[str]) -> list[Compared]:
    """What came in the place of what; a paragraph that is like one of before stands with it."""
    found, left = list[Compared](), list(was)
    is_pairing = len(was) * len(now) <= _MOST_PAIRS
    for text in now:
        best = closest(text, left) if is_pairing else None
        if best is not None:
            found += [_whole(old, "") for old in left[:best]]
            found.append(Compared(label="changed", words=_words(left[best], text)))
            del left[: best + 1]
        else:
            found.append(_whole("", text))
    return [*found, *(_whole(old, "") for old in left)]


def _whole(was: str, now: str) -> Compared:
    return Compared(label="removed" if was else "added", words=[("", was, now)])


def _words(was: str, now: str) -> Words:
    if max(len(was.split()), len(now.split())) > _MOST_WORDS:
        return [("", was, now)]
    return words_changed(was, now)
