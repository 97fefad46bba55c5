"""A week of an outlet, crawled on its schedule by a clock of the test's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import newscrawl
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer, serve
from tests.site.model import Story
from tests.site.routes import Answer
from tests.site.story_files import english_stories

_BEGIN = datetime(2026, 10, 12, 12, tzinfo=UTC)
_STEP = timedelta(hours=8)
_EDITED, _DELETED = "93081", "93067"
#: How many stories are there at first; the others are what the week brings.
_THERE = 12

#: An outlet that somebody else describes, first as the site was when they did.
_OUTLET = """
from dataclasses import replace
from newscrawl.outlet import Feed, Sitemap
from newscrawl.outlets.moscow_times import BLOCKS, OUTLET as SITE

BODY = BLOCKS.body.replace("article__content", "story__text")
RENAMED = replace(BLOCKS, name="renamed", body=BODY)
OUTLET = replace(SITE, name="harbor", sources=SITE.sources[:8], layouts=({layouts}))
"""
_OLD, _MENDED = "BLOCKS,", "RENAMED, BLOCKS"


class LivingSite(ExampleSite):
    """The example site with a server that fails and a layout that changes."""

    #: What everything answers instead, while it is set.
    fault: tuple[int, dict[str, str]] | None = None
    is_renamed = False

    def respond(self, path: str, query: str = "") -> Answer:
        if self.fault is not None:
            status, headers = self.fault
            return status, {"Content-Type": "text/plain", **headers}, b"not now"
        return super().respond(path, query)

    def rename(self) -> None:
        """Give the element of the text another name, as a new layout does."""
        self.is_renamed = True
        self._touch()

    def _answer(self, path: str) -> Answer:
        status, headers, body = super()._answer(path)
        if self.is_renamed:
            body = body.replace(b'class="article__content"', b'class="story__text"')
        return status, headers, body


@dataclass(slots=True)
class Week:
    """The outlet's life, what it truly said, and how the crawls of it ended."""

    site: LivingSite
    server: SiteServer
    crawls: Crawls
    folder: Path
    #: Stories that are not published yet.
    coming: list[Story]
    moment: datetime = _BEGIN
    #: By key, what the site said one after the other: headline and body.
    said: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    #: Exit codes other than 0, by the hours since the beginning.
    alarms: dict[int, int] = field(default_factory=dict)

    def live(self, hours: int) -> None:
        """Let the time pass, with a look at what is due every eight hours."""
        for _ in range(hours // 8):
            self.moment += _STEP
            self.site.today = date(self.moment.year, self.moment.month, self.moment.day)
            self.look()

    def look(self) -> None:
        ended = self.run(
            "crawl-due", "harbor", "--", "-a", f"mirror={self.server.url}", "-s", "DOWNLOAD_DELAY=0"
        )
        if ended.returncode:
            self.alarms[int((self.moment - _BEGIN) / timedelta(hours=1))] = ended.returncode

    def run(self, *arguments: str) -> Any:
        self.crawls.now = self.moment.isoformat()
        return newscrawl(*arguments, PYTHONPATH=str(self.folder), **self.crawls.environ)

    def publish(self, count: int) -> None:
        """New stories, an hour from now."""
        for _ in range(count):
            story = replace(
                self.coming.pop(),
                published=(self.moment + timedelta(hours=1)).isoformat(),
                section="News",
                plea=None,
            )
            self.site.publish(story)
            self.note(story.key)

    def edit(self, key: str, old: str, new: str) -> None:
        self.site.edit(key, old, new)
        self.note(key)

    def note(self, key: str) -> None:
        told = self.site.truth(key)
        self.said.setdefault(key, []).append((told["headline"], told["body"]))

    def describe(self, layouts: str) -> None:
        """Write the outlet's file, as a package that newscrawl finds by its entry point."""
        (self.folder / "harbor_outlet.py").write_text(_OUTLET.format(layouts=layouts))
        info = self.folder / "harbor-1.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbor\nVersion: 1\n")
        (info / "entry_points.txt").write_text("[newscrawl.outlets]\nharbor = harbor_outlet\n")


@pytest.fixture
def week(tmp_path: Path, database_url: str) -> Iterator[Week]:
    plain = [
        story for story in english_stories() if story.kind == "article" and story.key.isdigit()
    ]
    plain.sort(key=lambda story: story.published)
    site = LivingSite(plain[-_THERE:])
    folder = tmp_path / "outlets"
    folder.mkdir()
    with serve(site) as server:
        crawls = Crawls(tmp_path / "home", database_url, server.url, outlet="harbor")
        week = Week(site, server, crawls, folder, plain[:-_THERE])
        week.describe(_OLD)
        for story in site.stories:
            week.note(story.key)
        yield week


def test_a_week_on_the_schedule(week: Week) -> None:
    site = week.site
    week.look()
    week.live(16)  # Tuesday, early
    week.publish(2)
    week.live(24)
    week.edit(_EDITED, site.story(_EDITED).headline, "Harbor Pilot Steers by Bread")
    week.publish(1)
    week.live(24)

    site.fault = 503, {}  # Thursday: sixteen hours of nothing
    week.live(16)
    site.fault = None
    week.publish(1)
    site.delete(_DELETED)
    week.live(8)

    site.fault = 429, {"Retry-After": "7200"}
    week.live(8)
    site.fault = None
    week.live(16)

    site.rename()  # Saturday: a new layout, and nobody has told us
    week.publish(6)
    week.live(16)
    week.describe(_MENDED)
    assert week.run("replay", "--outlet", "harbor").returncode == 0
    week.publish(1)
    week.live(56)

    _assert_history(week)
    # An outage of two looks, a rate limit, and a layout that nobody knew until it was described.
    assert week.alarms == {72: 3, 80: 3, 96: 7, 120: 6}


def _assert_history(week: Week) -> None:
    """The archive says what the site said: every text, edit and deletion, and no others."""
    crawls = week.crawls
    rows = crawls.ask("SELECT key, headline, body FROM revisions ORDER BY key, number")
    stored: dict[str, list[tuple[str, str]]] = {}
    for key, headline, body in rows:
        stored.setdefault(key, []).append((headline, body))
    assert stored == week.said
    gone = crawls.ask("SELECT key FROM articles WHERE gone_at IS NOT NULL")
    assert [row[0] for row in gone] == [_DELETED]
    assert [row[0] for row in crawls.ask("SELECT key FROM edits")] == [_EDITED]
    # Texts name articles of years ago, which wait for somebody to ask for their time.
    assert set(crawls.ledger()) == {"stored", "gone", "waiting"}
    waiting = "SELECT DISTINCT listed_in, next_visit_at FROM link WHERE outcome = 'waiting'"
    assert [tuple(row) for row in crawls.ask(waiting)] == [(["text"], None)]
    crawls.assert_adds_up()
