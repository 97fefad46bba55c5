"""``newscrawl search``: what it finds, counts and draws, also for a login that may only read."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from tests.archive.making import HERALD, article, reading, store
from tests.archive.reader_login import reader_login
from tests.cli.inside import newscrawl_inside
from tests.conftest import MakeDatabase
from tests.rows import every_row

_MARCH = datetime(2026, 3, 1, 12, tzinfo=UTC)
_LOGIN = "reader_of_searches"


@pytest.fixture(scope="module")
def urls(make_database: MakeDatabase) -> Iterator[dict[str, str]]:
    """An archive of twelve articles, as its owner and as a reader's login address it."""
    url = make_database.with_schema()
    engine = connect(url)
    with session_factory(engine).begin() as session:
        crawls.begin(session, HERALD, {})
        for number in range(12):
            said = article(
                f"The ferry left pier {number}.",
                key=str(number),
                headline="Ferry" if number == 7 else "News",
                authors=("Petr Ivanov",) if number % 3 == 0 else ("Vera Lugovaya",),
                language="en",
                date_published=_MARCH + timedelta(days=10 * number),
            )
            store(session, reading(said, _MARCH))
        edited = article("The ferry never left.", key="4", headline="News", language="en")
        store(session, reading(edited, _MARCH + timedelta(days=90)))
        session.execute(text("UPDATE article SET gone_at = now() WHERE key = '5'"))
    with reader_login(engine, _LOGIN) as reader:
        yield {"owner": url, "reader": reader}
    engine.dispose()


@pytest.fixture(params=["owner", "reader"])
def environ(request: pytest.FixtureRequest, urls: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": urls[request.param]}


def _keys(environ: dict[str, str], *arguments: str) -> list[str]:
    done = newscrawl_inside("search", *arguments, "--json", **environ)
    assert (done.returncode, done.stderr) == (0, "")
    return [hit["url"].rsplit("/", 1)[1] for hit in json.loads(done.stdout)]


def test_a_headline_comes_first_and_then_the_newest(environ: dict[str, str]) -> None:
    assert _keys(environ, "ferries", "--limit", "3") == ["7", "11", "10"]
    assert _keys(environ, "ferries", "--limit", "3", "--order", "newest") == ["11", "10", "9"]


@every_row(
    ("arguments", "keys"),
    [
        (["ferry", "--edited"], ["4"]),
        (["ferry", "--gone"], ["5"]),
        (["--gone"], ["5"]),
        (['"never left"'], ["4"]),
        (["ferry -pier"], ["4"]),
        (["--author", "Ivanow"], ["9", "6", "3", "0"]),
        (["--author", "Lugovoya", "--since", "2026-06-01"], ["11", "10"]),
        (["--since", "2026-06-01"], ["11", "10"]),
    ],
)
def test_options_choose(environ: dict[str, str], arguments: list[str], keys: list[str]) -> None:
    assert _keys(environ, *arguments) == keys


def test_a_sample_is_drawn_from_all_and_the_same_again(environ: dict[str, str]) -> None:
    draws = [_keys(environ, "ferry", "--sample", "4", "--seed", str(seed)) for seed in range(20)]

    assert all(len(set(draw)) == 4 for draw in draws)
    assert _keys(environ, "ferry", "--sample", "4", "--seed", "3") == draws[3]
    assert {key for draw in draws for key in draw} == {str(number) for number in range(12)}


@pytest.mark.parametrize(
    ("arguments", "counts"),
    [
        (["ferry", "--count-by", "outlet"], [("herald", 12)]),
        (["--count-by", "author"], [("Vera Lugovaya", 7), ("Petr Ivanov", 4), (None, 1)]),
        (
            ["pier", "--count-by", "month"],
            [("2026-03", 4), ("2026-04", 2), ("2026-05", 3), ("2026-06", 2)],
        ),
    ],
)
def test_counts(
    environ: dict[str, str], arguments: list[str], counts: list[tuple[str | None, int]]
) -> None:
    done = newscrawl_inside("search", *arguments, "--json", **environ)

    by = arguments[-1]
    assert [(row[by], row["articles"]) for row in json.loads(done.stdout)] == counts


def test_nothing_to_look_for_is_a_mistake(environ: dict[str, str]) -> None:
    done = newscrawl_inside("search", **environ)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_whoever_may_read_may_ask_for_names(environ: dict[str, str]) -> None:
    engine = connect(environ["NEWSCRAWL_DATABASE_URL"])
    with engine.connect() as connection:
        found = connection.execute(text("SELECT author, articles FROM find_authors('Ivanow')"))
        assert [tuple(row) for row in found] == [("Petr Ivanov", 4)]
    engine.dispose()
