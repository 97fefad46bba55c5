"""Find articles by their words, in the grammar of each article's own language."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.unanswerable import require_words
from newscrawl.archive.sanitize import safe_text

#: What stands around a matching word in a snippet; no text of an article has these.
MATCH_START, MATCH_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for, as ``websearch_to_tsquery`` reads it, and among which articles.

    Days are of ``date_published``, in UTC, both inclusive.
    """

    #: None: only the filters count.
    query: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    #: A part of a name, or one that is written nearly like it.
    author: str | None = None
    section: str | None = None
    language: str | None = None
    #: Whether the outlet changed it, and whether it took it away.
    edited: bool | None = None
    gone: bool | None = None
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


_FOUND = text("""
SELECT * FROM search_articles(
    :query, :outlet, :since, :until, :author, :section, :language, :edited, :gone,
    cast(:order_by AS text), :limit, 0, :seed, :mark_start, :mark_end)
""")
_COUNTED = text("""
SELECT value, articles FROM count_articles(
    :query, cast(:by AS text), :outlet, :since, :until, :author, :section, :language, :edited,
    :gone)
""")


def search(session: Session, wanted: Search) -> list[Hit]:
    """The articles whose latest revision fits, in the order that is wanted.

    Raises ``UsageError`` where the query has no word that could be looked for.
    """
    found = session.execute(_FOUND, given(session, wanted)).mappings()
    return [Hit(**row) for row in found]


def count(session: Session, wanted: Search, by: str) -> list[tuple[str | None, int]]:
    """How many articles fit, by month, outlet or author; raises what ``search`` raises."""
    found = session.execute(_COUNTED, {**given(session, wanted), "by": by})
    return [(row.value, row.articles) for row in found]


def given(session: Session, wanted: Search) -> dict[str, object]:
    """The parameters of the functions that search; raises for a query without a word."""
    values = {
        name: safe_text(value) if isinstance(value, str) else value
        for name, value in asdict(wanted).items()
    }
    if wanted.query is not None:
        require_words(session, wanted.query)
    return {**values, "mark_start": MATCH_START, "mark_end": MATCH_END}
