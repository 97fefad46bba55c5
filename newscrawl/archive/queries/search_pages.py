"""One page of what a search finds, where the next one begins, and what is in all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.sqlstate import DatabaseError, is_too_slow
from newscrawl.archive.queries.article_search import (
    MATCH_END,
    MATCH_START,
    Hit,
    Search,
    given,
)
from newscrawl.archive.queries.selected import FILTERS
from newscrawl.archive.queries.unanswerable import common_in, require_answerable
from newscrawl.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEnd:
    """The last article of a page: what it had when it was shown, whatever became of it since."""

    article_id: int
    date_published: datetime | None
    rank: float


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


_PAGE = text(f"""
SELECT * FROM search_articles(
    query => :query, {FILTERS}, order_by => :order_by, seed => :seed, max_rows => :limit,
    mark_start => :mark_start, mark_end => :mark_end, after_id => cast(:after_id AS bigint),
    after_date => cast(:after_date AS timestamptz), after_rank => cast(:after_rank AS real))
""")
_FACETS = text(f"""
SELECT facet, value, articles FROM count_facets(query => :query, {FILTERS})
""")
_BRIEFLY = text("SELECT set_config('statement_timeout', :most, true)")
_PATIENCE = text("SELECT current_setting('statement_timeout')")


def search_page(session: Session, wanted: Search, after: PageEnd | None = None) -> SearchPage:
    """The articles that come after a place; raises for what can find nothing at all."""
    order = {"order_by": wanted.order_by, "seed": wanted.seed, "limit": wanted.limit + 1}
    marks = {"mark_start": MATCH_START, "mark_end": MATCH_END}
    asked = {**given(session, wanted.selection), **order, **marks, **_place(after)}
    found = [Hit(**row) for row in session.execute(_PAGE, asked).mappings()]
    if not found and after is None:
        require_answerable(session, wanted.selection)
        return SearchPage(hits=[], next=None, common=common_in(session, wanted.selection))
    hits = found[: wanted.limit]
    last = hits[-1] if len(found) > wanted.limit else None
    return SearchPage(hits=hits, next=_place_of(last) if last else None)


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


def _place_of(hit: Hit) -> PageEnd:
    return PageEnd(article_id=hit.article_id, date_published=hit.date_published, rank=hit.rank)


def _place(after: PageEnd | None) -> Mapping[str, object]:
    return {
        "after_id": after and after.article_id,
        "after_date": after and after.date_published,
        "after_rank": after and after.rank,
    }
