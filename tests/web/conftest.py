"""A crawled archive, and the pages that show it, on a port of this machine."""

import csv
import io
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import text
from waitress.server import create_server
from waitress.wasyncore import close_all

from newscrawl.archive.database.engine import connect, connected
from newscrawl.web.application import application
from newscrawl.web.archive_reader import WebArchive
from tests.archive.reader_login import reader_login
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, serve

#: Of its own for each process that tests: they may share a server.
LOGIN = f"reader_of_pages_{secrets.token_hex(4)}"
#: Stories of the example site: one that is edited, and one that is deleted.
EDITED, DELETED = "93081", "93067"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self) -> Any:
        """Of JSON."""
        return json.loads(self.body)

    @property
    def table(self) -> list[dict[str, str]]:
        """Of CSV."""
        return list(csv.DictReader(io.StringIO(self.body.decode("utf-8-sig"))))


@dataclass(slots=True, kw_only=True)
class Served:
    """A server that answers, and the archive behind it."""

    port: int
    database_url: str
    home: Path
    engine: Any
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, headers: dict[str, str] | None = None, **query: object) -> Answered:
        asked = f"?{urlencode(query, doseq=True)}" if query else ""
        return self.ask("GET", path + asked, headers)

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: str = ""
    ) -> Answered:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body or None, {**self.headers, **(headers or {})})
            answer: HTTPResponse = connection.getresponse()
            given = {name.lower(): value for name, value in answer.getheaders()}
            return Answered(status=answer.status, headers=given, body=answer.read())
        finally:
            connection.close()

    def rows(self, statement: str, **values: Any) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(text(statement), values))

    def article_of(self, key: str) -> int:
        [(found,)] = self.rows("SELECT article_id FROM articles WHERE key = :key", key=key)
        return int(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """The archive of three crawls of the example site: its owner's address, and a reader's."""

    home: Path
    owner: str
    reader: str


def change_and_crawl(url: str, home: Path) -> None:
    """Three crawls; before the second one story is edited, and another one deleted."""
    site = ExampleSite()
    with serve(site) as server:
        crawls = Crawls(home, url, server.url)
        assert crawls.run().code == 0
        word = crawls.article(EDITED)["body"].split()[3]
        site.edit(EDITED, word, "altogether")
        site.delete(DELETED)
        for day in (13, 15):
            crawls.ask_for_all()
            crawls.now = f"2026-10-{day}T12:00:00Z"
            assert crawls.run().code in (0, 6)


@pytest.fixture(scope="session")
def crawled(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Crawled]:
    url, home = make_database.with_schema(), tmp_path_factory.mktemp("web")
    change_and_crawl(url, home)
    with connected(url) as engine, reader_login(engine, LOGIN, connections=40) as reader:
        yield Crawled(home=home, owner=url, reader=reader)


@contextmanager
def serving(url: str, home: Path, **given: Any) -> Iterator[Served]:
    """Pages as ``newscrawl serve`` has them, from this process."""
    engine = connect(url, default_transaction_read_only="on", statement_timeout="5s")
    hosts = frozenset({"localhost", "127.0.0.1", "[::1]"})
    app = application(WebArchive(engine=engine, home=home, hosts=hosts, **given))
    server = create_server(app, host="127.0.0.1", port=0, threads=10, ident=None)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield Served(port=server.effective_port, database_url=url, home=home, engine=engine)
    finally:
        # What answers ends first, then the loop, which closes its own sockets.
        server.task_dispatcher.shutdown(timeout=10)
        # One that is awake already may have closed them before it is called.
        with suppress(OSError):
            server.trigger.pull_trigger(lambda: close_all(server._map, ignore_all=True))
        thread.join(timeout=10)
        engine.dispose()


@pytest.fixture(scope="session", params=["owner", "reader"])
def served(request: pytest.FixtureRequest, crawled: Crawled) -> Iterator[Served]:
    """The pages, for the archive's owner and for a login that may read views alone."""
    with serving(getattr(crawled, request.param), crawled.home) as server:
        yield server
