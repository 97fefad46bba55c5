"""Learn the patterns of a site's article addresses from addresses of articles."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from urllib.parse import parse_qsl

from newscrawl import urls
from newscrawl.describe.address_ids import AddressId, id_in, id_pattern

#: Parts of a date: as a segment says them, and as a pattern does.
_YEAR, _TWO = re.compile(r"(?:19|20)\d\d"), re.compile(r"[0-3]?\d")
_MONTH = re.compile("(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}")
_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_DATED = {
    "Y": r"(?P<year>\d{4})",
    "M": r"(?P<month>\d{%s})",
    "m": "(?P<month>[a-z]{3,9})",
    "D": r"(?P<day>\d{%s})",
    "Y-M-D": r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
}
_LANGUAGE = re.compile("[a-z]{2}(?:[-_][A-Za-z]{2})?")
_SLUG, _ENDING = re.compile(r"[^/?]+[-_][^/?]+"), re.compile(r"\.[a-z]{2,5}$")
#: Parameters that choose another page.
_PAGING = re.compile("page|paged|pag|pagina|seite|offset|start|s|q|query|search", re.IGNORECASE)
#: A shape of fewer of the addresses than this share may be that of other pages.
_SHARE, _MOST, _MANY = 0.1, 3, 10
#: Of fewer addresses, what they have in common may be chance.
_SOME = 5
#: Queries with which one page answers, where they tell which article it is.
_QUERIES = 3
#: Digits of a number in a query that is an article's.
_DIGITS = 4
#: Words of a slug that is an article's and no author's, tag's or section's.
_WORDS = 3
_Shape = tuple[str | AddressId, ...]


def article_patterns(addresses: Iterable[str], idle: Collection[str] = ()) -> list[str]:
    """Patterns that fit the usual addresses, the most frequent first.

    ``idle`` are query parameters that tell nothing of which page it is.
    """
    by_shape = defaultdict[_Shape, list[list[str]]](list)
    by_query = defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    named = dict[str, None]()
    for path, queries in _queries(addresses).items():
        segments = path.strip("/").split("/")
        shape, names = _shape(segments), dict.fromkeys(n for query in queries for n in query)
        telling = [name for name in names if name not in idle and not _PAGING.fullmatch(name)]
        if _is_articles(shape, segments) and not (len(queries) >= _QUERIES and telling):
            by_shape[shape].append(segments)
            named |= {name: None for name in names if not _PAGING.fullmatch(name)}
        else:
            for name in telling:
                by_query[segments[-1], name] += [(path, q[name]) for q in queries if name in q]
    found, with_id = Counter(dict(_by_query(by_query))), _with_one_id(by_shape)
    are_shared = _are_shared(with_id)
    for shape, of_it in with_id.items():
        found[_pattern(shape, of_it, list(named), are_shared)] += len(of_it)
    # Of a handful, each may be the only one of its kind that is known.
    least = max(2, found.total() * _SHARE) if found.total() >= _MANY else 1
    return [pattern for pattern, n in found.most_common(_MOST) if n >= least]


def _queries(addresses: Iterable[str]) -> dict[str, list[dict[str, str]]]:
    """For each path, the queries that it is asked with."""
    found = defaultdict[str, list[dict[str, str]]](list)
    for asked in sorted({urls.path_of(url) for url in addresses}):
        path, _, query = asked.partition("?")
        found[path].append(dict(parse_qsl(query)))
    return found


def _by_query(found: dict[tuple[str, str], list[tuple[str, str]]]) -> Iterator[tuple[str, int]]:
    """Patterns of addresses of which a parameter tells the article: ``/story.php?id=17``."""
    for (last, name), given in found.items():
        paths, values = {path for path, _ in given}, [value for _, value in given]
        is_id = all(map(str.isdigit, values)) and max(map(len, values)) >= _DIGITS
        if len(set(values)) == len(values) and is_id:
            path = _escaped(paths.pop()[1:]) if len(paths) == 1 else f"(?:[^/?]+/)*{_escaped(last)}"
            yield rf"^/{path}\?(?:.*&)?{re.escape(name)}=(?P<key>\d+)(?:&.*)?$", len(values)


def _shape(segments: Sequence[str]) -> _Shape:
    kinds = list[str | AddressId]()
    for at, segment in enumerate(segments):
        before, is_last = kinds[-1] if kinds else "", at == len(segments) - 1
        if _YEAR.fullmatch(segment) and not is_last and "Y" not in kinds:
            kinds.append("Y")
        elif before == "Y" and (_TWO.fullmatch(segment) or _MONTH.fullmatch(segment)):
            kinds.append("M" if segment.isdigit() else "m")
        elif before in ("M", "m") and _TWO.fullmatch(segment):
            kinds.append("D")
        elif _DAY.fullmatch(segment) and not is_last:
            kinds.append("Y-M-D")
        else:
            kinds.append(id_in(segment, is_last) or "w")
    return tuple(kinds)


def _is_articles(shape: _Shape, segments: Sequence[str]) -> bool:
    """A date, an id, or a slug of several words: a section has none of them."""
    return any(kind != "w" for kind in shape) or bool(_SLUG.fullmatch(segments[-1]))


def _with_one_id(by_shape: dict[_Shape, list[list[str]]]) -> dict[_Shape, list[list[str]]]:
    """The shapes with their last id alone: what is no id of all addresses is a word."""
    found = defaultdict[_Shape, list[list[str]]](list)
    for shape, of_it in by_shape.items():
        sure = [
            at
            for at, kind in enumerate(shape)
            if isinstance(kind, AddressId) and id_pattern(kind, [each[at] for each in of_it])
        ][-1:]
        kinds = (
            "w" if isinstance(kind, AddressId) and at not in sure else kind
            for at, kind in enumerate(shape)
        )
        found[tuple(kinds)] += of_it
    return found


def _are_shared(by_shape: dict[_Shape, list[list[str]]]) -> bool:
    """Whether ids are those of an article's translations, too: each language is another article."""
    languages = defaultdict[str, set[str]](set)
    for shape, found in by_shape.items():
        for at in (at for at, kind in enumerate(shape) if isinstance(kind, AddressId)):
            pattern = re.compile(id_pattern(shape[at], [each[at] for each in found]) or "(?!)")
            for segments in found:
                if told := pattern.fullmatch(segments[at]):
                    first = segments[0] if at and _LANGUAGE.fullmatch(segments[0]) else ""
                    languages[told["key"]].add(first)
    return sum(len(each) > 1 for each in languages.values()) > 1


def _pattern(
    shape: _Shape, found: Sequence[Sequence[str]], named: Sequence[str], is_by_path: bool
) -> str:
    """``named`` are parameters that addresses may have."""
    words = [sorted({segments[at] for segments in found}) for at in range(len(shape))]
    is_named = any(kind != "w" for kind in shape)
    least = min(len(re.split("[-_]", word)) for word in words[-1])
    # What is the same on a few pages says little where something else tells an article.
    is_any = len(found) < _SOME and (is_named or least >= _WORDS)
    has_id = any(isinstance(kind, AddressId) for kind in shape)
    parts = [
        _part(kind, words[at], at == len(shape) - 1, is_any, has_id)
        for at, kind in enumerate(shape)
    ]
    above = len([*takewhile(lambda kind: kind == "w", shape[:-1])]) if is_any else 0
    before = f"(?:[^/?]+/){'*' if is_named else '+'}" if above or (is_any and is_named) else ""
    path = before + "/".join(parts[above:])
    path = path.replace("(?P<key>", "(?:") if is_by_path else path
    if not named:
        return f"^/{path}/?$"
    names = f"(?:{'|'.join(map(re.escape, named))})" if len(named) > 1 else re.escape(named[0])
    path = f"/{path}" if "(?P<key>" in path else f"(?P<key>/{path})"
    return rf"^{path}/?(?:\?{names}=[^&]*(?:&{names}=[^&]*)*)?$"


def _part(
    kind: str | AddressId, words: Sequence[str], is_last: bool, is_any: bool, has_id: bool
) -> str:
    if isinstance(kind, AddressId):
        return id_pattern(kind, words) or "[^/?]+"
    if kind in _DATED:
        is_short = is_any or any(len(word) < 2 for word in words)
        return _DATED[kind].replace("%s", "1,2" if is_short else "2")
    least = min(len(re.split("[-_]", word)) for word in words)
    if len(words) == 1 and not is_last and not is_any and least < _WORDS:
        return _escaped(words[0])
    ends = {found[0] if (found := _ENDING.search(word)) else "" for word in words}
    if is_last and len(ends) == 1 and (end := ends.pop()):
        return rf"[^/?]+{re.escape(end)}"
    if is_last and not (is_any and has_id) and all(map(_SLUG.fullmatch, words)):
        # A word alone is a section, or what the site says of itself.
        several = f"(?:[^-_/?]*[-_]){{{_WORDS - 1}}}[^/?]+"
        return several if is_any and least >= _WORDS else "[^/?]+[-_][^/?]+"
    return "[^/?]+"


def _escaped(path: str) -> str:
    return re.escape(path).replace(r"\-", "-")
