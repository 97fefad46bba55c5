"""Writes that are repeated, or made by many at once, make one row each."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bench.cutting_proxy import CuttingProxy
from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.database.engine import connected, session_factory
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from tests.archive.at_once import at_once
from tests.archive.making import begin_crawl

_WRITES, _WRITERS = 30, 4
_LINKS = [ListedLink(key=str(n), url=f"https://herald.example/{n}") for n in range(300)]
_PLAIN = text("INSERT INTO plain VALUES (:key)")


@pytest.fixture
def engine(engine: Engine) -> Engine:
    with Session(engine) as session:
        begin_crawl(session)
        session.execute(text("CREATE TABLE plain (key text)"))
        session.execute(text("CREATE TABLE checked (key text PRIMARY KEY)"))
        session.commit()
    return engine


def _keyed(session: Session, link: ListedLink) -> None:
    list_links(session, "herald", "feed", [link])


def _plain(session: Session, link: ListedLink) -> None:
    session.execute(_PLAIN, {"key": link.key})


@pytest.mark.parametrize(
    ("write", "table", "is_doubled"), [(_keyed, "link", False), (_plain, "plain", True)]
)
def test_a_commit_whose_answer_is_lost_each_time_doubles_no_keyed_row(
    engine: Engine,
    database_url: str,
    write: Callable[[Session, ListedLink], None],
    table: str,
    is_doubled: bool,
) -> None:
    with CuttingProxy(database_url) as proxy, connected(proxy.url) as through:

        def once(link: ListedLink) -> None:
            with session_factory(through).begin() as session:
                write(session, link)

        for link in _LINKS[:_WRITES]:
            patiently(lambda link=link: once(link), 30)
    assert proxy.cuts >= _WRITES // 2
    with engine.connect() as connection:
        rows = connection.scalar(text(f"SELECT count(*) FROM {table}"))
    assert (rows > _WRITES) is is_doubled
    assert rows >= _WRITES


def test_four_that_write_the_same_links_at_once_write_each_once(engine: Engine) -> None:
    def write() -> None:
        for link in _LINKS:
            with session_factory(engine).begin() as session:
                _keyed(session, link)

    assert at_once(*[write] * _WRITERS) == []
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM link")) == len(_LINKS)


def test_who_looks_before_writing_meets_the_others(engine: Engine) -> None:
    """The control: what a key and a look before it come to."""
    looks = text("SELECT count(*) FROM checked WHERE key = :key")

    def write() -> None:
        for link in _LINKS:
            with engine.begin() as connection:
                if not connection.scalar(looks, {"key": link.key}):
                    connection.execute(text("INSERT INTO checked VALUES (:key)"), {"key": link.key})

    assert any(isinstance(error, IntegrityError) for error in at_once(*[write] * _WRITERS))
