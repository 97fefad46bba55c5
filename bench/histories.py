"""Random histories of a site, its crawls and imports beside, with a model of what was seen.

The site says one of a few texts at any moment. A crawl visits a page now and then, and is answered
with validators or without; somebody else's captures of the same site come later, in any order.
``World`` does it to a real archive, without Scrapy; ``Model`` says what its views must tell, and
knows nothing but the rules of the docs.
"""

import random
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, text

from bench.captures import member, warc_record
from newscrawl.archive.database.engine import Session
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import Visit
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.snapshots.snapshot_rows import prior_snapshots
from newscrawl.boilerplate import clean
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.outlet import rules_of
from newscrawl.outlets import load_outlet
from newscrawl.page import HttpExchange, Page, payload_digest
from newscrawl.read_kept_page import read_article
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.import_files import import_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from newscrawl.snapshots.warc_writer import SnapshotWriter, write_all

OUTLET = load_outlet("moscow_times")
KEY = "10001"
BEGIN = datetime(2025, 1, 1, 6, tzinfo=UTC)
STEP = timedelta(minutes=10)
_STATES = "ABC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the site says at a moment."""

    text: str
    modified: datetime
    slug: str = "news"

    @property
    def url(self) -> str:
        return f"{OUTLET.home}/2025/01/01/{self.slug}-a{KEY}"

    @property
    def page(self) -> bytes:
        """The same bytes each time."""
        told = f"The harbor was quiet, and {self.text} was what people said of it there."
        return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>News of the harbor</title><link rel="canonical" href="{self.url}">
<meta property="article:published_time" content="{BEGIN.isoformat()}">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"News of the harbor",
"datePublished":"{BEGIN.isoformat()}","dateModified":"{self.modified.isoformat()}"}}</script></head>
<body class="article-item"><article><div class="container article-container">
<article class="article article--news"><header class="article__header"><h1>News of the harbor</h1>
</header><div class="article__content-container"><div class="article__content">
<div class="article__block"><p>{told}</p></div></div></div></article></div></article></body></html>
""".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody met, and when; ``is_weak``: a crawl that heard that nothing had changed."""

    at: datetime
    said: Said
    is_weak: bool = False


@dataclass(slots=True)
class Model:
    """What the archive must tell of an article: the first sight of each run of one text."""

    sights: list[Sight] = field(default_factory=list)
    other: str | None = None
    count: int = 0

    @property
    def shown(self) -> list[Sight]:
        found: list[Sight] = []
        for one in self.sights:
            if not found or found[-1].said.text != one.said.text:
                found.append(one)
        return found

    def visit(self, sight: Sight) -> None:
        """A crawl met it, after all that is known."""
        shown = [one.said.text for one in self.shown]
        met = sight.said.text
        if shown and met != shown[-1] and met in shown and shown.count(shown[-1]) > 1:
            self.count = self.count + 1 if self.other == met else 1
            self.other = met
            if self.count < 3:
                return
        self.other, self.count = None, 0
        if shown and met == shown[-1]:
            # Of the visits that heard "not modified" the last one is known, and one that is shown.
            starts = self.shown
            self.sights = [
                one
                for one in self.sights
                if not one.is_weak or one in starts or one.at < starts[-1].at
            ]
        self.sights.append(sight)

    def capture(self, sight: Sight) -> None:
        """Somebody else met it: a fact wherever it stands."""
        self.sights = sorted([*self.sights, sight], key=lambda one: one.at)


@dataclass(slots=True)
class World:
    """A site, an archive, and the model of what the archive must know."""

    archive: OpenArchive
    folder: Path
    rng: random.Random
    #: Whether the site's answers bear an ETag: always, never, or now and then.
    etags: str
    model: Model = field(default_factory=Model)
    #: What the site said from when on.
    site: list[tuple[datetime, Said]] = field(default_factory=list)
    moment: datetime = BEGIN
    #: Answers of ``articles_as_of`` that must hold.
    answers: dict[datetime, Any] = field(default_factory=dict)
    #: What happened, in words.
    log: list[str] = field(default_factory=list)
    _files: int = 0

    def run(self, steps: int) -> None:
        self.site.append((BEGIN, Said(text="A", modified=BEGIN)))
        with self._clock(), closing(SnapshotWriter(self.archive.home, OUTLET.name)) as writer:
            self._visit(writer)
            for _ in range(steps):
                self.moment += STEP
                self._live()
                if self.rng.random() < 0.75:
                    self._visit(writer)
                else:
                    self._import(self.rng.randint(1, 3))
                self.check()

    def _live(self) -> None:
        """The site may say something else, and say that it does."""
        now = self.site[-1][1]
        if self.rng.random() < 0.45:
            now = replace(now, text=self.rng.choice(_STATES[: self.rng.choice((2, 2, 3))]))
        if self.rng.random() < 0.3:
            now = replace(now, modified=self.moment)
        if self.rng.random() < 0.1:
            now = replace(now, slug=f"news-{self.rng.randint(1, 9)}")
        self.site.append((self.moment - timedelta(minutes=1), now))

    def _said(self, at: datetime) -> Said:
        return next(said for since, said in reversed(self.site) if since <= at)

    def _visit(self, writer: SnapshotWriter) -> None:
        said = self._said(self.moment)
        has_etag = self.etags == "always" or (self.etags == "mixed" and self.rng.random() < 0.5)
        is_same = self.crawl(said, has_etag, writer)
        self.model.visit(Sight(at=self.moment, said=said, is_weak=is_same))
        self.log.append(f"{self.moment:%d %H:%M} visit {said.text} {304 if is_same else 200}")

    def crawl(self, said: Said, has_etag: bool, writer: SnapshotWriter) -> bool:
        """A crawl of the one page, in one transaction; whether it heard "not modified"."""
        etag = f'"{payload_digest(said.page)}"'
        with self.archive.sessions.begin() as session:
            crawl = crawls.begin(session, OUTLET, {})
            listed = [ListedLink(key=KEY, url=said.url)]
            list_links(session, OUTLET.name, "feed", listed)
            [link] = lease_urls(session, OUTLET.name, crawl, [KEY])
            is_same = link.etag == etag and self.etags != "never"
            self.heard(is_same)
            body = b"" if is_same else said.page
            fetched = HttpExchange(
                url=said.url,
                asked=said.url,
                fetched_at=self.moment,
                status=304 if is_same else 200,
                headers=((b"Content-Type", b"text/html; charset=utf-8"),),
                body=body,
            )
            headers = {"etag": etag} if has_etag else {}
            page = Page(said.url, body, self.moment, "utf-8")
            visit = read_visit(Answer(fetched=fetched, page=page, headers=headers), link, OUTLET)
            self._record(session, crawl, visit, writer)
        return is_same

    def heard(self, is_same: bool) -> None:
        """What the site answered, before anything is kept of it."""

    def _record(self, session: Session, crawl: int, visit: Visit, writer: SnapshotWriter) -> None:
        rules = rules_of(OUTLET)
        if visit.article is not None:
            wanted = [(one.url, one.digest) for one in visit.fetched]
            before = prior_snapshots(session, OUTLET.name, wanted)
            kept = write_all(writer, visit.fetched, before)
            writer.sync()
            visit = replace(visit, article=clean(visit.article, rules), kept=kept)

        def reread(snapshot: int) -> Any:
            return read_article(session, self.archive.home, snapshot, OUTLET)

        record(session, crawl, OUTLET.name, [visit], rules, reread)

    def _import(self, count: int) -> None:
        """A file of somebody else's captures, of any moments up to now, in no order."""
        self._files += 1
        path = self.folder / f"{self._files}.warc.gz"
        steps = int((self.moment - BEGIN) / STEP)
        taken = {one.at for one in self.model.sights}
        with path.open("wb") as file:
            for _ in range(count):
                after = timedelta(minutes=self.rng.randint(1, 8))
                at = BEGIN + self.rng.randrange(steps) * STEP + after
                if at in taken:
                    continue
                taken.add(at)
                said = self._said(at)
                head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                file.write(member(warc_record("response", said.url, at, "", head + said.page)))
                self.model.capture(Sight(at=at, said=said))
                self.log.append(f"{self.moment:%d %H:%M} import {said.text} of {at:%d %H:%M}")
        self.take(path)

    def take(self, path: Path) -> None:
        """Import the file."""
        workers = ReplayPool(archive=self.archive)
        list(import_by(workers, [path], chooser([OUTLET], None, False)))

    def check(self) -> None:
        """The views tell what the model knows, and what they told of earlier moments."""
        shown = self.model.shown
        told = "\n".join(self.log)
        found = [(row[0], _text(row[1]), row[2]) for row in self.ask(_REVISIONS)]
        expected = [(one.at, one.said.text, one.said.modified) for one in shown]
        assert found == expected, told
        silent = [one.said.modified == before.said.modified for before, one in pairwise(shown)]
        assert [row[0] for row in self.ask(_EDITS)] == silent, told
        assert self.ask(_WITHOUT_PAGE) == [], told
        assert self.ask(_UNSHOWN) == [], told
        [(body, url, revision)] = self.ask(_NOW)
        assert _text(body) == shown[-1].said.text, told
        as_of = "SELECT body, url, revision_id FROM articles_as_of(:at)"
        assert self.ask(as_of, at=self.moment) == [(body, url, revision)], told
        self.answers[self.moment] = (url, revision)
        for at, answer in self.answers.items():
            assert [row[1:] for row in self.ask(as_of, at=at)] == [answer], (at, told)

    def ask(self, query: str, **values: Any) -> list[Any]:
        with self.archive.sessions() as session:
            return [tuple(row) for row in session.execute(text(query), values)]

    @contextmanager
    def _clock(self) -> Iterator[None]:
        """Let the archive believe that it is the world's moment."""

        def tell(connection: Connection) -> None:
            connection.exec_driver_sql(f"SET LOCAL newscrawl.now = '{self.moment.isoformat()}'")

        engine = self.archive.sessions.kw["bind"]
        event.listen(engine, "begin", tell)
        try:
            yield
        finally:
            event.remove(engine, "begin", tell)


_REVISIONS = "SELECT fetched_at, body, date_modified FROM revisions ORDER BY number"
_EDITS = "SELECT is_silent FROM edits JOIN revisions USING (revision_id) ORDER BY number"
_WITHOUT_PAGE = """
SELECT revision_id FROM revisions WHERE revision_id NOT IN (SELECT revision_id FROM snapshots)
"""
_UNSHOWN = """
SELECT revision_id FROM edits
WHERE previous_revision_id NOT IN (SELECT revision_id FROM revisions)
UNION SELECT revision_id FROM recorded
WHERE shown_as(revision_id) NOT IN (SELECT revision_id FROM revisions)
   OR shown_as(revision_id) IS NULL
"""
_NOW = "SELECT body, url, revision_id FROM articles"


def _text(body: str) -> str:
    found = re.search(r"and (\w) was", body)
    assert found is not None
    return found[1]
