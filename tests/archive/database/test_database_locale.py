"""What a database must know of letters, and what it is to say where it does not."""

import logging
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres import cluster as pg_cluster
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.errors import ConfigError
from tests.archive.postgres.test_embedded_server import SYSTEM_15, ask, needs_15
from tests.archive.queries.test_article_search import found, keep, saying
from tests.conftest import MakeDatabase


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_every_text_is_refused(
    make_database: MakeDatabase, encoding: str
) -> None:
    options = f"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc"
    with (
        connected(make_database(options)) as engine,
        pytest.raises(
            ConfigError, match=f"^the database's encoding is {encoding}.*ENCODING 'UTF8'"
        ),
    ):
        upgrade(engine)


@pytest.mark.parametrize(("ctype", "lines"), [("C", 1), ("POSIX", 1), ("C.UTF-8", 0)])
def test_a_database_that_knows_the_letters_of_ascii_alone_is_told_of(
    make_database: MakeDatabase, caplog: pytest.LogCaptureFixture, ctype: str, lines: int
) -> None:
    with connected(make_database(f"LC_CTYPE '{ctype}'")) as engine:
        with caplog.at_level(logging.WARNING):
            upgrade(engine)
        with Session(engine) as session:
            keep(session, saying("1", "Партия «Единая Россия», “orderly,”", language="ru"))
            assert found(session, "Россия orderly") == ["1"]

    assert [r.levelname for r in caplog.records] == ["WARNING"] * lines
    assert all("newscrawl db rebuild" in r.getMessage() for r in caplog.records)


@pytest.mark.parametrize("pg_bin", [None, pytest.param(SYSTEM_15, marks=needs_15)])
@pytest.mark.parametrize("letters", [(), ("nobody.speaks-this",)])
def test_a_new_server_knows_the_letters_of_every_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pg_bin: Path | None, letters: tuple[str, ...]
) -> None:
    """Also on a machine that lacks the first locale that is tried."""
    monkeypatch.setattr(pg_cluster, "LETTERS", (*letters, *pg_cluster.LETTERS))
    with Server(tmp_path / "home", pg_bin) as url:
        assert ask(url, "SELECT to_tsvector('russian', '«Россия»')") == "'росс':1"
        assert ask(url, "SELECT lower('РОССИЯ')") == "россия"
        ask(url, "CREATE EXTENSION pg_trgm; SELECT 1")
        assert float(ask(url, "SELECT similarity('Иванов', 'Ивановъ')")) > 0.5
