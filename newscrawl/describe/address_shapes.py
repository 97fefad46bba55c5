"""Learn the patterns of a site's article addresses from addresses of articles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from newscrawl import urls

_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO = re.compile(r"[01]\d|[0-3]\d")
#: A number in or as the last segment that may well be the article's.
_NUMBERED = re.compile(
    r"(?P<before>.*[-_.])?(?P<letters>[a-z]{0,2})(?P<number>\d{3,})(?P<end>\.\w+)?"
)
_SLUG = re.compile(r"[^/?]+[-_][^/?]+")
_DATED = {"Y": r"(?P<year>\d{4})", "M": r"(?P<month>\d{2})", "D": r"(?P<day>\d{2})"}
#: A shape of fewer of the addresses than this share may be that of other pages.
_SHARE, _MOST, _MANY = 0.1, 3, 10
_FEWEST_DIGITS = 4
_QUERY = r"(?:\?.*)?"


def article_patterns(addresses: Iterable[str]) -> list[str]:
    """Patterns that fit the usual addresses, the most frequent first."""
    asked = {urls.path_of(url) for url in addresses}
    paths = {path.partition("?")[0] for path in asked}
    # Feeds add to their links where a reader comes from.
    queried = {path.partition("?")[0] for path in asked if "?" in path}
    with_query = set[tuple[str, ...]]()
    by_shape = defaultdict[tuple[str, ...], list[list[str]]](list)
    for path in sorted(paths):
        segments = path.strip("/").split("/")
        shape = _shape(segments)
        if _is_articles(shape, segments):
            by_shape[shape].append(segments)
            with_query |= {shape} if path in queried else set()
    total = sum(map(len, by_shape.values()))
    counts = Counter({shape: len(found) for shape, found in by_shape.items()})
    # Of a handful, each may be the only one of its kind that is known.
    least = max(2, total * _SHARE) if total >= _MANY else 1
    usual = [shape for shape, n in counts.most_common(_MOST) if n >= least]
    return [_pattern(shape, by_shape[shape], shape in with_query) for shape in usual]


def _shape(segments: Sequence[str]) -> tuple[str, ...]:
    kinds = list[str]()
    for at, segment in enumerate(segments):
        before = kinds[-1] if kinds else ""
        if _YEAR.fullmatch(segment) and at < len(segments) - 1 and "Y" not in kinds:
            kinds.append("Y")
        elif before in ("Y", "M") and _TWO.fullmatch(segment):
            kinds.append("M" if before == "Y" else "D")
        elif at == len(segments) - 1 and (found := _NUMBERED.fullmatch(segment)):
            end, letters = found["end"] or "", found["letters"]
            kinds.append(f"{'s' if found['before'] else ''}#{letters}{end}")
        else:
            kinds.append("w")
    return tuple(kinds)


def _is_articles(shape: Sequence[str], segments: Sequence[str]) -> bool:
    """A date, a number, or a slug of several words: a section has none of them."""
    return "Y" in shape or "#" in shape[-1] or bool(_SLUG.fullmatch(segments[-1]))


def _digits(words: set[str]) -> int | None:
    """The fewest digits of a number; None where it is not one for each article, as a year is."""
    found = [match["number"] for word in words if (match := _NUMBERED.fullmatch(word))]
    if len(set(found)) < len(words) or all(_YEAR.fullmatch(number) for number in found):
        return None
    # Older articles have shorter numbers.
    return min(_FEWEST_DIGITS, *map(len, found))


def _pattern(shape: Sequence[str], found: Sequence[Sequence[str]], has_query: bool) -> str:
    parts = []
    for at, kind in enumerate(shape):
        words = {segments[at] for segments in found}
        if kind in _DATED:
            parts.append(_DATED[kind])
        elif "#" in kind and (digits := _digits(words)):
            slug, _, rest = kind.partition("#")
            letters = re.match(r"[a-z]*", rest)
            fixed = letters[0] if letters else ""
            end = re.escape(rest.removeprefix(fixed))
            parts.append(f"{'[^/?]+[-_.]' if slug else ''}{fixed}(?P<key>\\d{{{digits},}}){end}")
        elif len(words) == 1 and at < len(shape) - 1:
            parts.append(re.escape(next(iter(words))))
        elif at == len(shape) - 1 and all(word.endswith(".html") for word in words):
            parts.append(r"[^/?]+\.html")
        elif at == len(shape) - 1 and all(map(_SLUG.fullmatch, words)):
            # A word alone is a section, or what the site says of itself.
            parts.append("[^/?]+[-_][^/?]+")
        else:
            parts.append("[^/?]+")
    return f"^/{'/'.join(parts)}/?{_QUERY if has_query else ''}$"
