"""One selection: the same filters choose the same articles, whoever asks and in whatever way."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import parse_qsl, urlencode

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

import newscrawl
from newscrawl.archive.database.engine import connect
from newscrawl.archive.queries.article_search import Search, count, search
from newscrawl.archive.queries.export_rows import read_rows
from newscrawl.errors import UsageError
from newscrawl.export.formats_and_columns import ExportRequest
from newscrawl.outlet import Outlet
from newscrawl.selection import ALL, NAMES, Filters, Selection, selection_of
from tests.archive.making import NOON, article, begin_crawl, reading, store
from tests.cli.inside import newscrawl_inside
from tests.conftest import MakeDatabase
from tests.rows import every_row

#: A name of all signs that some language between us and the table could take for its own.
ODD = r"""Zoë :gone \: %s %% {0} {columns} 'O"Neil\ ;"""
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def engine(make_database: MakeDatabase) -> Iterator[Engine]:
    """An archive of five articles: one was edited, one is gone."""
    engine = connect(make_database.with_schema())
    with Session(engine) as session:
        begin_crawl(session)
        begin_crawl(
            session, Outlet(name="gazette", title="G", home="https://g.test", language="uk")
        )
        for one in (
            article(key="1", authors=("Petr Ivanov", "Ann Lee"), section="News", language="en"),
            article(key="2", date_published=MIDNIGHT - timedelta(seconds=1), language="en"),
            article(key="3", date_published=MIDNIGHT, authors=(ODD,), section="Opinion"),
            article("Выпал снег.", key="4", outlet="gazette", language="ru", section="NEWS"),
            article("The snow is gone.", key="5", authors=("Olga Brandt",), language="en"),
        ):
            store(session, reading(one))
        edited = article("Much snow fell.", key="2", date_published=MIDNIGHT - timedelta(seconds=1))
        store(session, reading(edited, NOON + timedelta(days=1)))
        session.execute(text("UPDATE article SET gone_at = archive_now() WHERE key = '5'"))
        session.execute(
            text(
                "INSERT INTO deletion (article_id, missing_since, gone_at, evidence)"
                " SELECT id, gone_at, gone_at, '{}' FROM article WHERE key = '5'"
            )
        )
        session.commit()
    yield engine
    engine.dispose()


def by_search(engine: Engine, filters: Filters) -> set[str]:
    with Session(engine) as session:
        hits = search(session, Search(selection=selection_of(filters), limit=1000))
    return {hit.url.rpartition("/")[2] for hit in hits}


def by_count(engine: Engine, filters: Filters) -> int:
    with Session(engine) as session:
        return sum(articles for _, articles in count(session, selection_of(filters), "outlet"))


def by_export(engine: Engine, filters: Filters) -> set[str]:
    asked = ExportRequest(selection=selection_of(filters), as_of=datetime.now(UTC))
    with Session(engine) as session:
        return {row.key for rows in read_rows(session, asked) for row in rows}


def by_notebook(engine: Engine, filters: Filters) -> set[str]:
    with newscrawl.connect(engine.url.render_as_string(False)) as archive:
        return {row["key"] for row in archive.articles(columns=["key"], **filters)}


def by_link(engine: Engine, filters: Filters) -> set[str]:
    link = urlencode(selection_of(filters).given)
    return by_export(engine, selection_of(dict(parse_qsl(link))).given)  # type: ignore[arg-type]


def by_command(engine: Engine, command: str, filters: Filters) -> set[str]:
    given = selection_of(filters).given
    words = [str(given.pop("query"))] if command == "search" and "query" in given else []
    words += [_option(*one) for one in given.items()]
    words += ["--json", "--limit=1000"] if command == "search" else ["--columns=url"]
    url = engine.url.render_as_string(False).replace("+psycopg2", "")
    done = newscrawl_inside(command, *words, NEWSCRAWL_DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    lines = (
        json.loads(done.stdout)
        if command == "search"
        else map(json.loads, done.stdout.split("\n")[:-1])
    )
    return {row["url"].rpartition("/")[2] for row in lines}


def _option(name: str, value: str | bool) -> str:
    if isinstance(value, bool):
        return {"edited": "--unedited", "gone": "--not-gone"}[name] if not value else f"--{name}"
    return f"--{name}={value}"


WAYS: dict[str, Callable[[Engine, Filters], set[str]]] = {
    "search": by_search,
    "export": by_export,
    "notebook": by_notebook,
    "link": by_link,
    "newscrawl search": lambda engine, filters: by_command(engine, "search", filters),
    "newscrawl export": lambda engine, filters: by_command(engine, "export", filters),
}


@every_row("way", WAYS)
@every_row(
    ("filters", "keys"),
    [
        ({"query": "fell"}, "123"),
        ({"outlet": "gazette"}, "4"),
        ({"since": "2026-03-02"}, "3"),
        ({"until": date(2026, 3, 1)}, "2"),
        ({"since": date(2026, 3, 1), "until": "2026-03-02"}, "23"),
        ({"author": "ivan"}, "1"),
        ({"author": "Ivanow"}, "1"),
        ({"author": "Olha Brandt"}, "5"),
        ({"author": ODD}, "3"),
        ({"author": ":gone"}, "3"),
        ({"author": "\\"}, "3"),
        ({"author": "%s"}, "3"),
        ({"section": "news"}, "14"),
        ({"language": "ru"}, "4"),
        ({"edited": True}, "2"),
        ({"edited": False}, "1345"),
        ({"gone": True}, "5"),
        ({"gone": False}, "1234"),
        ({"query": "snow", "author": "Brant", "gone": True, "edited": False}, "5"),
        ({"query": "snow", "author": "Ivanow", "gone": True}, ""),
        ({"outlet": None, "edited": None, "gone": True}, "5"),
    ],
)
def test_the_same_filters_choose_the_same_articles_in_every_way(
    engine: Engine, way: str, filters: Filters, keys: str
) -> None:
    assert WAYS[way](engine, filters) == set(keys)
    assert by_count(engine, filters) == len(keys)


def test_a_server_that_cannot_compare_names_chooses_by_parts_of_them_in_every_way(
    session: Session,
) -> None:
    begin_crawl(session)
    store(session, reading(article(authors=("Petr Ivanov",))))
    session.execute(text("DROP EXTENSION pg_trgm"))

    for author, found in (("ivan", 1), ("Ivanow", 0)):
        chosen = Selection(author=author)
        asked = ExportRequest(selection=chosen, as_of=datetime.now(UTC) + timedelta(days=1))
        assert len(search(session, Search(selection=chosen))) == found
        assert sum(map(len, read_rows(session, asked))) == found


def test_the_filters_of_a_notebook_are_those_of_a_selection() -> None:
    assert tuple(Filters.__annotations__) == NAMES


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"autor": "x"}, "there is no filter 'autor'; did you mean author?"),
        ({"since": "yesterday"}, "since must be a day such as 2026-03-01, not 'yesterday'"),
        (
            {"since": "9999-12-31T23:59-05:00"},
            "since must be a day such as 2026-03-01, not '9999-12-31T23:59-05:00'",
        ),
        ({"until": 7}, "until must be a day such as 2026-03-01, not 7"),
        ({"gone": "maybe"}, "gone must be true or false, not 'maybe'"),
        ({"outlet": 7}, "outlet must be a text, not 7"),
        (
            {"since": "2026-03-02", "until": "2026-03-01"},
            "since 2026-03-02 is after until 2026-03-01",
        ),
    ],
)
def test_what_is_no_filter_is_named(given: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as told:
        selection_of(given)

    assert str(told.value) == said


@pytest.mark.parametrize(
    "given",
    [
        "2026-03-01",
        "2026-03-02T01:00+03:00",
        date(2026, 3, 1),
        datetime(2026, 3, 1, 23),
        datetime(2026, 3, 2, 1, tzinfo=timezone(timedelta(hours=3))),
    ],
)
def test_a_moment_is_the_day_that_it_is_in_utc(given: object) -> None:
    assert selection_of({"since": given}) == Selection(since=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("selection", "line"),
    [
        (ALL, "all articles"),
        (
            Selection(query='"ice road"', since=date(2026, 3, 1), edited=True, gone=False),
            'query "ice road", since 2026-03-01, edited, not gone',
        ),
    ],
)
def test_a_selection_is_told_in_one_line(selection: Selection, line: str) -> None:
    assert str(selection) == line
    assert selection.is_all == (selection is ALL)
