"""The upgrades to 0015 and 0017: words and their neighbours by other means, and the same."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.migrate import upgrade
from tests.archive.older import bring_to, make_older

_TEXTS = ["", "Ferry", "The ferries sailed, sailed and sailed.", "Łódź – паром", "a b of c " * 90]
_NEIGHBOURS = text("""
SELECT adjacent_words(to_tsvector('english', said)), adjacent_words(strip(to_tsvector(said)))
FROM unnest(cast(:texts AS text[])) WITH ORDINALITY AS given (said, place) ORDER BY place
""")


@pytest.fixture
def old(empty_database_url: str) -> Iterator[Engine]:
    """An archive of 0013."""
    with connected(empty_database_url) as engine:
        with engine.begin() as connection:
            make_older(connection, "0013")
        yield engine


def test_neighbours_are_those_of_before(old: Engine) -> None:
    with old.connect() as connection:
        before = connection.execute(_NEIGHBOURS, {"texts": _TEXTS}).all()
    assert [len(of or ()) for of, _ in before] == [0, 0, 3, 1, 179]

    upgrade(old)

    with old.connect() as connection:
        assert connection.execute(_NEIGHBOURS, {"texts": _TEXTS}).all() == before


@pytest.mark.parametrize(
    ("made_by", "is_same"), [("55bfe1a0ca02cc47e6459d8da9d19a3d", True), ("0" * 32, False)]
)
def test_words_of_the_functions_before_count_as_those_of_today(
    old: Engine, made_by: str, is_same: bool
) -> None:
    with old.begin() as connection:
        connection.execute(_INDEXED, {"words": f"{made_by} 18 C.UTF-8"})

    with old.begin() as connection:
        bring_to(connection, "0015")

    with old.connect() as connection:
        words = connection.scalar(text("SELECT words FROM indexing"))
    assert (words == "0117073e5cab987a7ec68fca8cb6ffde 18 C.UTF-8") is is_same


_INDEXED = text("INSERT INTO indexing (words, below) VALUES (:words, 0)")
