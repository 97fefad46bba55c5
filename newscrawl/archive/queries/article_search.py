"""Find articles by their words, in the grammar of each article's own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.selected import FILTERS, values_of
from newscrawl.archive.queries.unanswerable import require_words
from newscrawl.selection import ALL, Selection

#: What stands around a matching word in a snippet; no text of an article has these.
MATCH_START, MATCH_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Among which articles, and which of them first."""

    selection: Selection = ALL
    #: ``rank``, ``newest``, or ``sample`` for a random choice that depends on the seed alone.
    order_by: str = "rank"
    seed: int = 0
    limit: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found, with the place in its text that fits best."""

    article_id: int
    revision_id: int
    outlet: str
    url: str
    headline: str
    authors: list[str]
    date_published: datetime | None
    section: str | None
    language: str | None
    gone_at: datetime | None
    rank: float
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEnd:
    """The last article of a page: what it had when it was shown, whatever became of it since."""

    article_id: int
    date_published: datetime | None
    rank: float


_FOUND = text(f"""
SELECT * FROM search_articles(
    query => :query, {FILTERS}, order_by => :order_by, seed => :seed, max_rows => :limit,
    mark_start => :mark_start, mark_end => :mark_end, after_id => cast(:after_id AS bigint),
    after_date => cast(:after_date AS timestamptz), after_rank => cast(:after_rank AS real))
""")
_COUNTED = text(f"""
SELECT value, articles FROM count_articles(query => :query, {FILTERS}, by => :by)
""")


def search(session: Session, wanted: Search, after: PageEnd | None = None) -> list[Hit]:
    """The articles whose latest revision fits, in the order that is wanted, from a place on.

    Raises ``UsageError`` where the query has no word that could be looked for.
    """
    order = {"order_by": wanted.order_by, "seed": wanted.seed, "limit": wanted.limit}
    marks = {"mark_start": MATCH_START, "mark_end": MATCH_END}
    asked = {**given(session, wanted.selection), **order, **marks, **_place(after)}
    found = session.execute(_FOUND, asked)
    return [Hit(**row) for row in found.mappings()]


def count(session: Session, selection: Selection, by: str) -> list[tuple[str | None, int]]:
    """How many articles fit, by month, outlet or author; raises what ``search`` raises."""
    found = session.execute(_COUNTED, {**given(session, selection), "by": by})
    return [(row.value, row.articles) for row in found]


def given(session: Session, selection: Selection) -> dict[str, object]:
    if selection.query is not None:
        require_words(session, selection.query)
    return values_of(selection)


def _place(after: PageEnd | None) -> Mapping[str, object]:
    return {
        "after_id": after and after.article_id,
        "after_date": after and after.date_published,
        "after_rank": after and after.rank,
    }
