"""Runs ``scrapy crawl`` as a user or cron would, and asks the database what came of it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from tests.ready_programs import ReadyProgram

_CHECKOUT = Path(__file__).parents[2]
#: Seconds that a crawl of the example site may take, on a machine that is busy.
PATIENCE = 120
#: What every crawl of these tests is told: the example site does not mind.
FAST = {"DOWNLOAD_DELAY": "0"}


@cache
def _engine(url: str) -> Engine:
    """Connects anew each time: what it asked may have been killed since."""
    return create_engine(url, poolclass=NullPool)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a crawl ended."""

    code: int
    stdout: str
    stderr: str
    seconds: float

    @property
    def complaints(self) -> list[str]:
        return self.stderr.splitlines()


@dataclass(slots=True)
class Crawls:
    """A home and a database, and the crawls into them."""

    home: Path
    database_url: str
    mirror: str
    outlet: str = "moscow_times"
    #: The archive's time, here the day of the example site; None: the real one.
    now: str | None = "2026-10-12T12:00:00Z"
    settings: dict[str, str] = field(default_factory=lambda: dict(FAST))
    #: What else the environment of a crawl says.
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, timeout: float = PATIENCE, **settings: str) -> Ended:
        """Crawl the outlet at the mirror, and wait for the end."""
        started = time.monotonic()
        with self.started(*arguments, **settings) as process:
            stdout, stderr = process.communicate(timeout=timeout)
        return Ended(
            code=process.returncode,
            stdout=stdout,
            stderr=stderr,
            seconds=time.monotonic() - started,
        )

    @contextmanager
    def started(self, *arguments: str, **settings: str) -> Iterator["subprocess.Popen[str]"]:
        """A crawl under way; what is left of it at the end is killed."""
        given = ["-a", f"mirror={self.mirror}", *arguments]
        with scrapy(
            "crawl", self.outlet, *given, **{**self.settings, **settings}, environ=self.environ
        ) as process:
            yield process

    @property
    def environ(self) -> dict[str, str]:
        url = self.database_url
        if self.now:
            separator = "&" if "?" in url else "?"
            url += f"{separator}options={quote(f'-c newscrawl.now={self.now}')}"
        own = {"NEWSCRAWL_HOME": str(self.home), "NEWSCRAWL_DATABASE_URL": url}
        return {**own, **self.variables}

    def ask(self, statement: str, **values: Any) -> list[Any]:
        """Rows, on a connection of their own."""
        with _engine(self.environ["NEWSCRAWL_DATABASE_URL"]).connect() as connection:
            return list(connection.execute(text(statement), values))

    def change(self, statement: str, **values: Any) -> None:
        """Change the database behind the crawls' back."""
        with _engine(self.database_url).begin() as connection:
            connection.execute(text(statement), values)

    def ask_for_all(self) -> None:
        """Let every visited link be due, as it would be after enough time."""
        self.change(
            "UPDATE link SET next_visit_at = '2000-01-01' "
            "WHERE outcome IN ('stored', 'gone') AND outlet = :outlet",
            outlet=self.outlet,
        )

    def count(self, statement: str, **values: Any) -> int:
        return int(self.ask(statement, **values)[0][0])

    def ledger(self) -> dict[str, int]:
        """Links by outcome."""
        rows = self.ask(
            "SELECT outcome, count(*) FROM link WHERE outlet = :outlet GROUP BY outcome",
            outlet=self.outlet,
        )
        return {row[0]: row[1] for row in rows}

    def outcome(self, key: str) -> tuple[str, str | None]:
        """What became of a link, and the finer name of it."""
        rows = self.ask(
            "SELECT outcome, reason FROM link WHERE outlet = :outlet AND key = :key",
            outlet=self.outlet,
            key=key,
        )
        return tuple(rows[0]) if rows else ("not listed", None)

    def keys(self) -> set[str]:
        """Keys of the articles."""
        rows = self.ask("SELECT key FROM articles WHERE outlet = :outlet", outlet=self.outlet)
        return {row[0] for row in rows}

    def article(self, key: str) -> dict[str, Any]:
        """A row of the view ``articles``."""
        rows = self.ask(
            "SELECT * FROM articles WHERE outlet = :outlet AND key = :key",
            outlet=self.outlet,
            key=key,
        )
        return dict(rows[0]._mapping)

    def last_crawl(self) -> dict[str, Any]:
        rows = self.ask("SELECT * FROM crawl ORDER BY id DESC LIMIT 1")
        return dict(rows[0]._mapping)

    def assert_adds_up(self) -> None:
        """Every link has one outcome, and what was stored is there, once."""
        facts = self.ask(_IDENTITY, outlet=self.outlet)[0]._mapping
        assert facts["listed"] == sum(self.ledger().values())
        assert {name: facts[name] for name in facts if name != "listed"} == {
            "unnamed": 0,
            "stored_without_article": 0,
            "articles_without_link": 0,
            "articles_without_revision": 0,
            "doubled_articles": 0,
            "doubled_revisions": 0,
        }


#: What must hold of the ledger after every crawl, however it ended.
_IDENTITY = """
WITH links AS (SELECT * FROM link WHERE outlet = :outlet),
     found AS (SELECT * FROM article WHERE outlet = :outlet)
SELECT (SELECT count(*) FROM links) AS listed,
       (SELECT count(*) FROM links WHERE outcome NOT IN (
            'waiting', 'stored', 'not_article', 'refused', 'blocked', 'failed', 'quarantined',
            'gone', 'missing', 'offsite', 'duplicate')) AS unnamed,
       (SELECT count(*) FROM links WHERE outcome IN ('stored', 'gone')
            AND key NOT IN (SELECT key FROM found)) AS stored_without_article,
       (SELECT count(*) FROM found WHERE key NOT IN (
            SELECT key FROM links WHERE outcome IN ('stored', 'gone'))) AS articles_without_link,
       (SELECT count(*) FROM found WHERE revision_id IS NULL OR NOT EXISTS (
            SELECT FROM revision WHERE article_id = found.id)) AS articles_without_revision,
       (SELECT count(*) - count(DISTINCT key) FROM found) AS doubled_articles,
       (SELECT count(*) - count(DISTINCT (article_id, text_hash)) FROM revision
            WHERE article_id IN (SELECT id FROM found)
              AND number = 2) AS doubled_revisions
"""


@contextmanager
def scrapy(
    *arguments: str,
    environ: Mapping[str, str],
    program: type["subprocess.Popen[str]"] = ReadyProgram,
    **settings: str,
) -> Iterator["subprocess.Popen[str]"]:
    """A ``scrapy`` command under way; what is left of it at the end is killed."""
    given = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    process = program(
        [sys.executable, "-m", "scrapy", *arguments, *given],
        cwd=_CHECKOUT,
        env={**own, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(happened: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Return when it happened; what the database refuses meanwhile has not happened yet."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if happened():
                return
        except DBAPIError:
            pass
        time.sleep(0.02)
    raise AssertionError(f"it did not happen within {seconds} s")


def paths(requests: Iterable[Any]) -> list[str]:
    """Paths that were asked of a server, in order."""
    return [request.path for request in requests]


def articles_asked(requests: Iterable[Any]) -> list[str]:
    """Paths of articles among them."""
    return [path for path in paths(requests) if "-a9" in path]
