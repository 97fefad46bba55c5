"""One page of what a search finds, where the next one begins, and what is in all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.sqlstate import DatabaseError, is_too_slow
from newscrawl.archive.queries.article_search import Hit, PageEnd, Search, given, search
from newscrawl.archive.queries.selected import FILTERS
from newscrawl.archive.queries.unanswerable import common_in, require_answerable
from newscrawl.selection import Selection


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
