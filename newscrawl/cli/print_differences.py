"""Say what reading pages again changed: by field, with samples, and as JSON."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from newscrawl.archive.revisions.rewriting import Difference
from newscrawl.cli.output import one_line, print_text
from newscrawl.printable import iso
from newscrawl.replay.read_again import RefusedPage
from newscrawl.replay.replay_archive import Replayed, UnreadablePage

#: Differences that are printed, and characters of each value.
_SAMPLE = 10
_WIDTH = 120
#: What an article gains, and what it loses or changes, where that is not the field's own name.
_NAMES = {
    "authors": ("an author", "authors"),
    "date_published": ("a date", "date"),
    "date_modified": ("a date of modification", "date of modification"),
    "body": ("a text", "text"),
    "removed": ("removed lines", "removed lines"),
    "images": ("an image", "images"),
    "entries": ("an entry", "entries"),
    "credits": ("a credit", "credits"),
    "keywords": ("a keyword", "keywords"),
    "related": ("a related link", "related links"),
}


@dataclass(slots=True)
class ToldDifferences:
    """All that is told of a replay; ``differences`` is a sample unless all are asked for."""

    read: int = 0
    articles: set[int] = field(default_factory=set)
    #: Articles by what happened (``gain``, ``lose``, ``change``) and the field.
    fields: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    refused: list[RefusedPage] = field(default_factory=list)
    unreadable: list[UnreadablePage] = field(default_factory=list)


def told(
    replayed: Iterable[Replayed], is_all: bool, tell: Callable[[int], None]
) -> ToldDifferences:
    """What batches came to, in all; ``tell`` is told of how many more pages were read."""
    found = ToldDifferences()
    for one in replayed:
        tell(one.read)
        found.read += one.read
        found.refused += one.refused
        found.unreadable += one.unreadable
        for difference in one.differences:
            found.articles.add(difference.article_id)
            for name, (before, after) in difference.fields.items():
                what = _verb(before, after), name
                found.fields.setdefault(what, set()).add(difference.article_id)
            if is_all or len(found.differences) < _SAMPLE:
                found.differences.append(difference)
    found.differences.sort(key=lambda one: (one.article_id, one.revision_id))
    return found


def as_json(found: ToldDifferences) -> dict[str, Any]:
    """All of it; ``fields`` has the number of articles that gain, lose or change each field."""
    fields: dict[str, dict[str, int]] = {}
    for (verb, name), articles in sorted(found.fields.items()):
        counts = fields.setdefault(name, {"gain": 0, "lose": 0, "change": 0})
        counts[verb] = len(articles)
    return {
        "read": found.read,
        "articles": len(found.articles),
        "fields": fields,
        "differences": [{**asdict(one), "fields": _named(one)} for one in found.differences],
        "refused": [asdict(one) for one in found.refused],
        "unreadable": [asdict(one) for one in found.unreadable],
    }


def print_told(found: ToldDifferences, dry_run: bool) -> None:
    for one in found.differences:
        print_text(f"{one.article_id}  {one_line(one.headline)}")
        for name, (before, after) in one.fields.items():
            was, now = _shown(before, after)
            print_text(f"  - {name}: {was}", "red")
            print_text(f"  + {name}: {now}", "green")
    for missed in found.unreadable[:_SAMPLE]:
        print_text(f"cannot be read: article {missed.article_id}, {one_line(missed.error)}")
    reasons = Counter(one.reason for one in found.refused)
    for no_article in found.refused[:_SAMPLE]:
        print_text(
            f"no article today ({no_article.reason}): article {no_article.article_id},"
            f" {no_article.url}"
        )
    print_text(f"{found.read} pages read")
    if found.unreadable:
        print_text(f"{len(found.unreadable)} pages cannot be read; nothing changed about them")
    if reasons:
        named = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
        print_text(
            f"{len(found.refused)} pages are no articles today ({named}); "
            "nothing changed about them"
        )
    print_text(_sum(found, dry_run))


def _sum(found: ToldDifferences, dry_run: bool) -> str:
    """Such as ``412 articles change: 37 gain an author, 2 lose their date``."""
    count = len(found.articles)
    noun = "article" if count == 1 else "articles"
    verb = "would change" if dry_run else "changed"
    most_first = sorted(found.fields.items(), key=lambda item: (-len(item[1]), item[0]))
    said = ", ".join(_said(*what, len(articles)) for what, articles in most_first)
    return f"{count} {noun} {verb}" + (f": {said}" if said else "")


def _said(verb: str, name: str, count: int) -> str:
    gained, had = _NAMES.get(name, (f"a {name}", name))
    ending = "s" if count == 1 else ""
    whose = "its" if count == 1 else "their"
    return f"{count} {verb}{ending} {gained if verb == 'gain' else f'{whose} {had}'}"


def _verb(before: Any, after: Any) -> str:
    if not before:
        return "gain"
    return "change" if after else "lose"


def _shown(before: Any, after: Any) -> tuple[str, str]:
    """Both values, from a little before where they part."""
    was, now = _text(before), _text(after)
    start = next(
        (at for at, pair in enumerate(zip(was, now, strict=False)) if len(set(pair)) > 1), 0
    )
    start = max(0, start - 20) if start > _WIDTH // 2 else 0
    return was[start : start + _WIDTH], now[start : start + _WIDTH]


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, list):
        return "; ".join(_text(item) for item in value) or "-"
    if isinstance(value, dict):
        return str(value.get("text") or " ".join(str(each) for each in value.values() if each))
    return one_line(str(value)) if value not in (None, "") else "-"


def _named(one: Difference) -> dict[str, Any]:
    return {name: {"before": was, "after": now} for name, (was, now) in one.fields.items()}
