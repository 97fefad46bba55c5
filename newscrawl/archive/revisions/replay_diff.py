"""Tell how a reading of a page differs from a revision that was read from it earlier."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from newscrawl.archive import models
from newscrawl.archive.sanitize import safe_json

#: Columns of a revision that are facts, or follow from the others.
_FACTS = {
    *("id", "article_id", "number", "cause", "fetched_at", "recorded_at", "snapshot_id", "url"),
    *("met_at", "changes"),
}
#: The columns that a reading fills.
READ = tuple(
    column.name for column in models.Revision.__table__.columns if column.name not in _FACTS
)
VERSIONS = {"extractor_version", "rules_version"}
#: Follow from the text, which says what changed.
_UNTOLD = {*("word_count", "read_hash", "text_hash", "prints", "sketch", "bands"), *VERSIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A revision that today's reading changes: by field, what it said and what it says."""

    article_id: int
    revision_id: int
    headline: str
    fields: dict[str, tuple[Any, Any]]


def differing(before: Row[Any], after: Mapping[str, Any]) -> list[str]:
    """Names of the columns that differ, but for who read them."""
    was = _as_stored({name: getattr(before, name) for name in after})
    now = _as_stored(after)
    return [name for name in after if name not in VERSIONS and was[name] != now[name]]


def difference(before: Row[Any], after: Mapping[str, Any]) -> Difference | None:
    """What differs for a reader, or None."""
    names = [name for name in differing(before, after) if name not in _UNTOLD]
    if "body" in names or "removed" in names:
        names = [name for name in names if name != "blocks"]
    if not names:
        return None
    return Difference(
        article_id=before.article_id,
        revision_id=before.id,
        headline=after["headline"],
        fields={name: (getattr(before, name), after[name]) for name in names},
    )


def _as_stored(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the form in which Postgres gives them back."""
    plain = dict(_plain(columns.items()))
    stored: dict[str, Any] = json.loads(safe_json(plain))
    return stored


def _plain(items: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, value in items:
        yield name, value.astimezone(UTC) if isinstance(value, datetime) else value
