"""Find articles by their words, in the grammar of each article's own language."""

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.types import safe_text
from newscrawl.errors import UsageError

#: What stands around a matching word in a snippet; no text of an article has these.
MATCH_START, MATCH_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for, as ``websearch_to_tsquery`` reads it, and among which articles.

    Days are of ``date_published``, in UTC, both inclusive.
    """

    query: str
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    #: A part of a name.
    author: str | None = None
    section: str | None = None
    language: str | None = None
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


# The query in every language's grammar, as one: the index finds all rows that any of them fits.
_ASKED = text("""
SELECT string_agg(DISTINCT '(' || said || ')', ' | ')
FROM pg_ts_config,
     websearch_to_tsquery(oid::regconfig, :query) AS asked, cast(asked AS text) AS said
WHERE cfgnamespace = 'pg_catalog'::regnamespace AND numnode(asked) > 0
""")

# A row counts where the query in its own language's grammar fits. Snippets are made last, for the
# few rows that are shown: each costs a parse of the article.
_FOUND = text("""
WITH own AS MATERIALIZED (
    SELECT config.oid AS config, websearch_to_tsquery(config.oid::regconfig, :query) AS query
    FROM pg_ts_config AS config
), found AS MATERIALIZED (
    SELECT a.id AS article_id, r.id AS revision_id, a.outlet, a.url, r.headline, r.authors,
           r.date_published, r.section, r.language, a.gone_at,
           ts_rank(r.search, own.query, 1) AS rank, own.query
    FROM revision r
    JOIN article a ON a.id = r.article_id AND a.revision_id = r.id
    JOIN own ON own.config = text_configuration(r.language)::oid
    WHERE r.search @@ cast(:asked AS tsquery)
      AND r.search @@ own.query
      AND (cast(:outlet AS text) IS NULL OR a.outlet = :outlet)
      AND (cast(:since AS date) IS NULL OR r.date_published >= cast(:since AS date))
      AND (cast(:until AS date) IS NULL OR r.date_published < cast(:until AS date) + 1)
      AND (cast(:author AS text) IS NULL
           OR EXISTS (SELECT FROM unnest(r.authors) AS name WHERE name ILIKE :author))
      AND (cast(:section AS text) IS NULL OR lower(r.section) = lower(:section))
      AND (cast(:language AS text) IS NULL OR r.language = :language)
    ORDER BY rank DESC, r.date_published DESC NULLS LAST, a.id
    LIMIT :limit
)
SELECT found.article_id, found.revision_id, outlet, found.url, found.headline, found.authors,
       found.date_published, found.section, found.language, gone_at, rank,
       ts_headline(text_configuration(found.language), left(revision.body, 200000), query,
                   :options) AS snippet
FROM found JOIN revision ON revision.id = found.revision_id
ORDER BY rank DESC, found.date_published DESC NULLS LAST, found.article_id
""")
_OPTIONS = (
    f"StartSel={MATCH_START}, StopSel={MATCH_END}, "
    'MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'
)


def search(session: Session, wanted: Search) -> list[Hit]:
    """The articles whose latest revision fits, best first; equal ones newest first.

    Raises ``UsageError`` where the query has no word that could be looked for.
    """
    query = safe_text(wanted.query)
    asked = session.scalar(_ASKED, {"query": query})
    if asked is None:
        raise UsageError(f"there is nothing to look for in {wanted.query!r}")
    filters = asdict(wanted) | {"query": query, "author": _anywhere(wanted.author)}
    found = session.execute(_FOUND, filters | {"asked": asked, "options": _OPTIONS})
    return [Hit(**row) for row in found.mappings()]


def _anywhere(name: str | None) -> str | None:
    """A pattern for ``ILIKE`` that finds the name as it is within another text."""
    return None if name is None else "%" + re.sub(r"([\\%_])", r"\\\1", safe_text(name)) + "%"
