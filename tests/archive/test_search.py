"""Search: each article in the grammar of its own language, the best first."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from newscrawl.archive import crawls
from newscrawl.archive.search import MATCH_END, MATCH_START, Search, search
from newscrawl.archive.store import Reading, store
from newscrawl.article import Article, Block, BlockKind
from newscrawl.errors import UsageError
from newscrawl.outlet import Outlet

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OUTLETS = [
    Outlet(name=name, title=name, home=f"https://{name}.test", language="en")
    for name in ("herald", "gazette")
]


def saying(key: str, body: str, **fields: Any) -> Article:
    outlet = fields.pop("outlet", "herald")
    url = f"https://{outlet}.test/{key}"
    given: dict[str, Any] = {"headline": f"Headline {key}", "language": "en", **fields}
    blocks = (Block(BlockKind.PARAGRAPH, body),)
    return Article(
        url=url, canonical_url=url, outlet=outlet, key=key, blocks=blocks, layout="main", **given
    )


def keep(session: Session, *articles: Article) -> None:
    for outlet in OUTLETS:
        crawls.begin(session, outlet, {})
    for article in articles:
        store(session, Reading(article=article, fetched_at=NOON))


def found(session: Session, query: str, **filters: Any) -> list[str]:
    """Keys of what is found, in order."""
    hits = search(session, Search(query=query, **filters))
    return [hit.url.rpartition("/")[2] for hit in hits]


@pytest.fixture
def languages(session: Session) -> Session:
    keep(
        session,
        saying("en", "The bridges were closed, and the ferries ran."),
        saying("ru", "Все мосты были закрыты, ходили паромы.", language="ru"),
        saying("de", "Die Brücken waren gesperrt, und die Fähren fuhren.", language="de"),
        saying("xx", "The bridges were closed too.", language="xx"),
        saying("none", "Bridges without a language.", language=None),
    )
    return session


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("bridge", {"en"}),
        ("bridges", {"en", "xx", "none"}),
        ("мост", {"ru"}),
        ("мостами", {"ru"}),
        ("Brücke", {"de"}),
        ("ferry or паромы or Fähre", {"en", "ru", "de"}),
        ('"bridges were closed"', {"en", "xx"}),
        ("bridges -ferries", {"xx", "none"}),
        # A stop word is no word in its own language, and is one where no language is known.
        ("the", {"xx"}),
    ],
)
def test_each_article_is_searched_in_its_own_language(
    languages: Session, query: str, keys: set[str]
) -> None:
    assert set(found(languages, query)) == keys


@pytest.mark.parametrize("query", ["", " ", "&", "!"])
def test_a_query_without_words_is_refused(languages: Session, query: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        search(languages, Search(query=query))


@pytest.mark.parametrize("query", ["'", '"', "a & | !", "x:*", "\\", "%", "bridge\x00", "\ud800 a"])
def test_no_query_breaks_it(languages: Session, query: str) -> None:
    with suppress(UsageError):
        search(languages, Search(query=query))

    assert found(languages, "bridge") == ["en"]


def test_a_headline_counts_more_than_a_body(session: Session) -> None:
    keep(
        session,
        saying("body", "A goose was seen."),
        saying("head", "A bird was seen.", headline="Goose"),
    )

    assert found(session, "goose") == ["head", "body"]


def test_equal_ones_come_newest_first_and_always_in_the_same_order(session: Session) -> None:
    dates = {"a": datetime(2026, 1, 1, tzinfo=UTC), "b": datetime(2026, 2, 1, tzinfo=UTC)}
    undated = [saying(key, "A goose.", headline="x") for key in ("d", "c")]
    dated = [
        saying(key, "A goose.", headline="x", date_published=day) for key, day in dates.items()
    ]
    keep(session, *undated, *dated)

    assert found(session, "goose") == ["b", "a", "d", "c"]
    assert found(session, "goose", limit=2) == ["b", "a"]


def test_only_what_an_article_says_now_is_found(session: Session) -> None:
    first = saying("1", "A goose.")
    keep(session, first, replace(first, blocks=(Block(BlockKind.PARAGRAPH, "A heron."),)))

    assert (found(session, "goose"), found(session, "heron")) == ([], ["1"])


@pytest.fixture
def shelf(session: Session) -> Session:
    keep(
        session,
        saying(
            "1",
            "Goose.",
            date_published=datetime(2026, 3, 1, 23, 59, tzinfo=UTC),
            authors=("Olga Brandt", "Ann_a"),
            section="News",
        ),
        saying("2", "Goose.", date_published=datetime(2026, 3, 2, tzinfo=UTC), section="Opinion"),
        saying("3", "Goose.", outlet="gazette", language="ru", authors=("Anna",)),
    )
    return session


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ({}, {"1", "2", "3"}),
        ({"outlet": "gazette"}, {"3"}),
        ({"outlet": "nobody"}, set()),
        ({"since": date(2026, 3, 2)}, {"2"}),
        ({"until": date(2026, 3, 1)}, {"1"}),
        ({"since": date(2026, 3, 1), "until": date(2026, 3, 2)}, {"1", "2"}),
        ({"author": "brandt"}, {"1"}),
        ({"author": "n_a"}, {"1"}),
        ({"author": "%"}, set()),
        ({"section": "news"}, {"1"}),
        ({"language": "ru"}, {"3"}),
        ({"language": "ru", "outlet": "herald"}, set()),
    ],
)
def test_filters_narrow_what_is_found(
    shelf: Session, filters: dict[str, Any], keys: set[str]
) -> None:
    assert set(found(shelf, "goose", **filters)) == keys


def test_a_snippet_marks_what_matches(session: Session) -> None:
    keep(session, saying("1", "The town was asleep. " * 50 + "Geese were seen. " + "Night. " * 50))

    hit = search(session, Search(query="goose or geese"))[0]

    assert f"{MATCH_START}Geese{MATCH_END}" in hit.snippet
    assert len(hit.snippet) < 300


def explained(session: Session, query: str) -> Sequence[str]:
    """The plan of the search's last statement."""
    statements: list[tuple[str, Any]] = []
    connection = session.connection()

    def note(_c: Any, _cursor: Any, statement: str, given: Any, *_: Any) -> None:
        statements.append((statement, given))

    event.listen(connection, "before_cursor_execute", note)
    search(session, Search(query=query))
    event.remove(connection, "before_cursor_execute", note)
    statement, given = statements[-1]
    return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", given)]


def test_the_index_is_used(session: Session) -> None:
    keep(session, *(saying(str(at), f"Word{at} and snow.") for at in range(300)))
    # For so few rows any other way is cheaper: what counts is that the index can serve the query.
    for way in ("seqscan", "indexscan", "nestloop"):
        session.execute(text(f"SET LOCAL enable_{way} = off"))

    plan = explained(session, "word7")
    assert any("revision_search_idx" in line for line in plan), plan
