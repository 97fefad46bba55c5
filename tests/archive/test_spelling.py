"""What an archive holds under an older spelling of an address is found under today's."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.migrate import upgrade
from tests.archive.older import make_older


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    with connected(empty_database_url) as engine:
        yield engine


def _ask(engine: Engine, statement: str) -> list[tuple[object, ...]]:
    with engine.begin() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


#: Old keys, in the order in which they were stored, and what becomes of each.
_KEYS = {
    "/%d0%bc%d0%b8%d1%80": "/%D0%BC%D0%B8%D1%80",
    "/a?srsltid=1&id=2": "/a?id=2",
    "/a?srsltid=3&id=2": "/a?srsltid=3&id=2",
    "/x/../b": "/b",
    "/d?sfnsn=1&id=2": "/d?id=2",
    "/plain-77": "/plain-77",
    "/taken%7e": "/taken%7e",
    "/taken~": "/taken~",
    "/c?q[]=1&amp;d=2": "/c?q%5B%5D=1&d=2",
    "/": "/",
    "%d0%b0-77": "%D0%B0-77",
    "sha256:%d0": "sha256:%d0",
}


@pytest.mark.parametrize("table", ["article", "link", "quarantine"])
def test_keys_of_an_older_archive_are_respelled_once(engine: Engine, table: str) -> None:
    others = {
        "article": ", first_seen_at, last_seen_at",
        "quarantine": ", reason, error, happened_at",
    }
    values = {"article": ", now(), now()", "quarantine": ", 'x', 'x', now()"}
    with engine.begin() as connection:
        make_older(connection)
        connection.execute(
            text("INSERT INTO outlet (name, title, home, language) VALUES ('e', 'x', 'x', 'en')")
        )
        for key in _KEYS:
            connection.execute(
                text(
                    f"INSERT INTO {table} (outlet, key, url{others.get(table, '')})"
                    f" VALUES ('e', :key, :key{values.get(table, '')})"
                ),
                {"key": key},
            )

    assert upgrade(engine)

    stored = dict(_ask(engine, f"SELECT url, key FROM {table}"))
    # Of a page in quarantine nobody else takes the name.
    assert stored == _KEYS | ({"/taken%7e": "/taken~"} if table == "quarantine" else {})


_OLD = """
COMMENT ON COLUMN alembic_version.version_num IS NULL;
INSERT INTO outlet (name, title, home, language) VALUES ('e', 'x', 'x', 'en');
INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at) VALUES
    ('e', '/a?id=1&tblci=2', 'x', now(), now()), ('e', '/b?tblci=2', 'x', now(), now()),
    ('e', '/c?tblci=2', 'x', now(), now()), ('e', '12', 'x', now(), now());
INSERT INTO link (outlet, key, url) VALUES
    ('e', '/c?tblci=1', 'x'), ('e', '/c?tblci=2', 'x'), ('e', '/b', 'x'), ('e', '/b?tblci=2', 'x'),
    ('e', '/a?id=1&tblci=2', 'x'), ('e', '12', 'x'), ('e', 'https://else.org/?tblci=1', 'x');
INSERT INTO quarantine (outlet, key, url, reason, error) VALUES
    ('e', '/a?id=1&tblci=2', 'x', 'x', 'x'), ('e', '/b?tblci=2', 'x', 'x', 'x')
"""


def test_an_archive_whose_addresses_were_spelled_otherwise_is_respelled_once(
    engine: Engine,
) -> None:
    """Without a migration: by the parameters that are of nothing but tracking today."""
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(_OLD))

    assert [upgrade(engine), upgrade(engine)] == [True, False]

    keys = {
        table: [key for (key,) in _ask(engine, f'SELECT key FROM {table} ORDER BY key COLLATE "C"')]
        for table in ("article", "link", "quarantine")
    }
    assert keys == {
        "article": ["/a?id=1", "/b?tblci=2", "/c", "12"],
        "link": [
            *("/a?id=1", "/b", "/b?tblci=2", "/c", "/c?tblci=1", "12"),
            "https://else.org/",
        ],
        "quarantine": ["/a?id=1", "/b?tblci=2"],
    }, "an article, its link and its quarantine go together, and none takes another's place"
