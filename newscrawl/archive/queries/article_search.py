"""Find articles by their words, page by page, and count them by what they have in common."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.sqlstate import DatabaseError, is_too_slow
from newscrawl.archive.queries.query_values import FILTERS, PageEnd, values_of
from newscrawl.archive.queries.unanswerable import common_in, require_answerable, require_words
from newscrawl.selection import ALL, Selection

#: What stands around a matching word in a snippet; no text of an article has these.
MATCH_START, MATCH_END = "\x02", "\x03"
_MATCH = re.compile(f"{MATCH_START}(.*?){MATCH_END}", re.DOTALL)


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

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The snippet, folded into one line, in parts that match or do not."""
        parts = _MATCH.split(" ".join(self.snippet.split()))
        return [(part, at % 2 == 1) for at, part in enumerate(parts)]

    @property
    def plain_snippet(self) -> str:
        """For programs: ``[`` and ``]`` stand around what was searched for."""
        return _MATCH.sub(r"[\1]", self.snippet)


_FOUND = text(f"""
SELECT * FROM search_articles(
    query => :query, {FILTERS}, order_by => :order_by, seed => :seed, max_rows => :limit,
    mark_start => :mark_start, mark_end => :mark_end, after_id => cast(:number AS bigint),
    after_date => cast(:moment AS timestamptz), after_rank => cast(:rank AS real))
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
    place = asdict(after) if after else dict.fromkeys(("number", "moment", "rank"))
    asked = {**given(session, wanted.selection), **order, **marks, **place}
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Some of the articles that fit."""

    hits: list[Hit]
    #: Where the next page goes on; None where nothing is left.
    next: PageEnd | None
    #: Languages in which all words are too common to be searched, where nothing was found.
    common: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many articles fit, and how many of them by each value."""

    articles: int
    month: list[tuple[str | None, int]]
    outlet: list[tuple[str | None, int]]
    section: list[tuple[str | None, int]]
    author: list[tuple[str | None, int]]


_FACETS = text(f"""
SELECT facet, value, articles FROM count_facets(query => :query, {FILTERS})
""")
_BRIEFLY = text("SELECT set_config('statement_timeout', :most, true)")
_PATIENCE = text("SELECT current_setting('statement_timeout')")


def search_page(session: Session, wanted: Search, after: PageEnd | None = None) -> SearchPage:
    """The articles that come after a place; raises for what can find nothing at all."""
    found = search(session, replace(wanted, limit=wanted.limit + 1), after)
    if not found and after is None:
        require_answerable(session, wanted.selection)
        return SearchPage(hits=[], next=None, common=common_in(session, wanted.selection))
    hits = found[: wanted.limit]
    last = hits[-1] if len(found) > wanted.limit else None
    if last is None:
        return SearchPage(hits=hits, next=None)
    end = PageEnd(number=last.article_id, moment=last.date_published, rank=last.rank)
    return SearchPage(hits=hits, next=end)


def facets(session: Session, wanted: Selection, milliseconds: int) -> Facets | None:
    """What fits by month, outlet, section and author; None where to count it takes longer."""
    patience = session.scalar(_PATIENCE)
    try:
        with session.begin_nested():
            session.execute(_BRIEFLY, {"most": f"{milliseconds}ms"})
            rows = session.execute(_FACETS, given(session, wanted)).all()
            session.execute(_BRIEFLY, {"most": patience})
    except DatabaseError as error:
        if not is_too_slow(error):
            raise
        return None
    counts = {
        name: [(row.value, row.articles) for row in rows if row.facet == name]
        for name in ("month", "outlet", "section", "author")
    }
    total = next((row.articles for row in rows if row.facet == "all"), 0)
    return Facets(articles=total, **counts)
