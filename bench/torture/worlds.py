"""Archives that crawls are tortured in, and the same archives as they are without torture."""

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import make_url, text

from bench.torture import crawling, points, truth
from newscrawl.archive.database.engine import SessionFactory, connect, session_factory
from newscrawl.archive.database.migrate import upgrade
from tests.site.example import ExampleSite, SiteServer, serve

_DUE = "UPDATE link SET next_visit_at = '2000-01-01' WHERE outcome = 'stored'"
_NEXT_DAY = "2026-10-13T12:00:00Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a life begins with: a site, an archive, and what a crawl makes of both."""

    name: str
    server: SiteServer
    #: Copied for each life.
    database: str
    home: Path
    now: str
    #: Of the undisturbed crawl: what the archive says, how long it took, what points it passed.
    said: dict[str, list[Any]] = field(default_factory=dict)
    seconds: float = 0.0
    points: tuple[str, ...] = ()
    #: Every page that the site has ever sent, by path.
    sent: Mapping[str, frozenset[bytes]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A copy of a beginning, in which crawls are disturbed."""

    beginning: Beginning
    order: crawling.Order
    sessions: SessionFactory

    def faults(self) -> list[str]:
        return list(truth.faults(self.sessions, self.order.home))

    def ended(self, code: int | None) -> list[str]:
        """What is wrong after the crawl that had the last word."""
        wrong = [] if code == 0 else [f"it ended with {code}: {self.log()}"]
        wrong += [*self.faults(), *truth.unfinished(self.sessions, code)]
        wrong += truth.differences(truth.said(self.sessions), self.beginning.said)
        wrong += truth.untrue(self.sessions, self.order.home, self.beginning.sent)
        return wrong

    def log(self) -> str:
        return self.order.log.read_text(errors="replace")[-1500:] if self.order.log.exists() else ""


@dataclass(slots=True)
class Worlds:
    """A Postgres and a folder, with databases made from databases."""

    url: str
    folder: Path

    def database(self, template: str | None = None) -> str:
        name = f"torture_{secrets.token_hex(6)}"
        source = make_url(template).database if template else "template0"
        self._run(f"CREATE DATABASE {name} TEMPLATE {source}")
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def empty(self) -> str:
        """A database with the schema and nothing in it."""
        url = self.database()
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
        return url

    def drop(self, url: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        engine = connect(self.url)
        try:
            with engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))
        finally:
            engine.dispose()

    @contextmanager
    def life(self, beginning: Beginning) -> Iterator[Life]:
        """A life of its own, which is gone afterwards."""
        url = self.database(beginning.database)
        home = self.folder / secrets.token_hex(6)
        if beginning.home.exists():
            shutil.copytree(beginning.home, home)
        order = crawling.Order(
            home=home, database_url=url, mirror=beginning.server.url, now=beginning.now
        )
        engine = connect(url)
        try:
            yield Life(beginning=beginning, order=order, sessions=session_factory(engine))
        finally:
            engine.dispose()
            self.drop(url)
            shutil.rmtree(home, ignore_errors=True)
            order.log.unlink(missing_ok=True)

    @contextmanager
    def beginnings(self) -> Iterator[list[Beginning]]:
        """An archive with nothing in it, and one whose site has changed since its first crawl."""
        empty = self.empty()
        with ExitStack() as held:
            first = self._first(held.enter_context(serve(ExampleSite())), empty)
            changed = self._changed(held.enter_context(serve(ExampleSite())), empty)
            yield [self._undisturbed(one) for one in (first, changed)]
            for each in (empty, changed.database):
                self.drop(each)

    def _first(self, server: SiteServer, empty: str) -> Beginning:
        return Beginning(
            name="first crawl",
            server=server,
            database=empty,
            home=self.folder / "nothing",
            now=crawling.NOW,
            sent=sent_by(server.site),
        )

    def _changed(self, server: SiteServer, empty: str) -> Beginning:
        home, url = self.folder / "first", self.database(empty)
        order = crawling.Order(home=home, database_url=url, mirror=server.url)
        code = crawling.run(order)
        assert code == 0, (code, order.log.read_text())
        engine = connect(url)
        with engine.begin() as connection:
            connection.execute(
                text("UPDATE link SET next_visit_at = '2000-01-01' WHERE outcome = 'stored'")
            )
            connection.execute(text("UPDATE host SET robots_at = NULL, next_at = NULL"))
        engine.dispose()
        before = sent_by(server.site)
        change(server.site)
        sent = {
            path: pages | before.get(path, set()) for path, pages in sent_by(server.site).items()
        }
        return Beginning(
            name="edits",
            server=server,
            database=url,
            home=home,
            now=_NEXT_DAY,
            sent={**before, **sent},
        )

    def _undisturbed(self, beginning: Beginning) -> Beginning:
        """The beginning, and what a crawl makes of it that nothing disturbs."""
        with self.life(beginning) as life:
            code, seconds = crawling.timed(life.order)
            said = truth.said(life.sessions)
            wrong = replace(life, beginning=replace(beginning, said=said)).ended(code)
            assert not wrong, wrong
        with self.life(beginning) as life:
            notes = self.folder / "notes"
            notes.unlink(missing_ok=True)
            noting = points.Fault(what="note", notes=notes)
            crawling.run(replace(life.order, fault=noting))
            passed = tuple(notes.read_text().splitlines())
        return replace(beginning, said=said, seconds=seconds, points=passed)


def sent_by(site: ExampleSite) -> dict[str, frozenset[bytes]]:
    """The pages of a site as it stands, by path."""
    return {path: frozenset({site.respond(path)[2]}) for path in site.paths()}


def change(site: ExampleSite) -> None:
    """A day at the site: edits, a new plea, deletions, news."""
    stories = site.stories
    for story in [one for one in stories if one.listed][::4]:
        word = next((w for w in story.headline.split() if len(w) > 5), None)
        if word:
            site.edit(story.key, word, "Altogether")
    site.set_plea("2025")
    for story in stories[5:30:12]:
        site.delete(story.key)
    for number in range(12):
        site.publish(
            replace(
                stories[0],
                key=str(94001 + number),
                slug=f"news-{number}",
                headline=f"Gull Number {number} Takes Office",
                published=f"2026-10-12T1{number % 10}:00:00+03:00",
            )
        )
