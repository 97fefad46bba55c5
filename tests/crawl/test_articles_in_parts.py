"""An article on several pages: one row, every page in WARC, and no edit where a page is missing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.replay import read_again
from newscrawl.replay.replay_archive import replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from tests.conftest import MakeDatabase
from tests.crawl import paged
from tests.crawl.paged import OUTLET as _OUTLET
from tests.crawl.paged import SECOND as _SECOND
from tests.crawl.runner import Crawls, scrapy
from tests.site.example import ExampleSite, SiteServer, serve

_REVISIONS = """
SELECT v.number, r.cause, r.layout, v.body,
       (SELECT array_agg(url ORDER BY id) FROM snapshot WHERE part_of = r.snapshot_id) AS parts
FROM revisions AS v JOIN revision AS r ON r.id = v.revision_id
JOIN article AS a ON a.id = r.article_id
WHERE a.key = :key ORDER BY v.number
"""
_ERROR = "SELECT error FROM visits WHERE key = :key ORDER BY visit_id DESC LIMIT 1"
_SNAPSHOTS = "SELECT count(*) FROM snapshot WHERE url LIKE '%-a' || :key || '%'"
#: What the stories are told in: no two say the same.
_WORDS = (
    "wardrobe harbor boats leads protest prize line wind door drawer captain mirror gulls race rope"
    " sails judge hinge bell tide crew paint keel lamp pier fog anchor chart oars flag"
).split()
_WALL = "<title>Just a moment...</title><p>Verify you are human by completing what is below."


class Crawled(NamedTuple):
    """What a crawl came to."""

    revisions: list[Any]
    #: What was asked for, and the status of each answer.
    asked: list[tuple[str, int]]
    error: str | None
    outcome: tuple[str, str | None]
    snapshots: int


@dataclass(slots=True, kw_only=True)
class Story:
    """An article on three pages of its own, and what crawls at several hours came to."""

    key: str
    server: SiteServer
    crawls: Crawls
    at: dict[int, Crawled] = field(default_factory=dict)

    def page(self, number: int) -> str:
        story = f"/2026/08/29/race-of-wardrobes-a{self.key}"
        return story if number == 1 else f"{story}/{number}"

    def says(self, number: int) -> str:
        words = Random(f"{self.key} {number}").sample(_WORDS, 12)
        return f"In chapter {number} the {' '.join(words)}."

    def whole(self, *numbers: int) -> str:
        return "\n\n".join(map(self.says, numbers))

    def chapter(self, number: int, said: str = "") -> str:
        return paged.chapter(number, said or self.says(number), self.page(1))

    def show(self, number: int, html: str = "") -> None:
        self.server.heal(self.page(number))
        self.server.site.add_html_page(self.page(number), html or self.chapter(number))

    def lacks(self, number: int, status: int = 404, **answer: Any) -> None:
        self.server.override(self.page(number), status=status, **answer)

    def edit(self) -> None:
        self.show(2, self.chapter(2, "The wardrobe has sunk, and nobody won the race."))

    def elsewhere(self) -> None:
        self.lacks(2, 302, headers={"Location": self.page(3)})

    def spelled(self, address: str) -> None:
        path = self.page(1) + address
        self.lacks(2, 301, headers={"Location": path}, times=1)
        if path.partition("?")[0] != self.page(2):
            self.server.site.add_html_page(path.partition("?")[0], self.chapter(2))

    def pager_without_end(self) -> None:
        for number in range(3, 9):
            link = f'<a href="{self.page(number + 1)}">Next</a>'
            shown = self.chapter(3).replace("<div class=pager>", f"<div class=pager>{link}")
            self.show(number, shown)

    def note(self, hour: int) -> None:
        asked = [r for r in self.server.requests if f"a{self.key}" in r.path]
        self.at[hour] = Crawled(
            revisions=self.crawls.ask(_REVISIONS, key=self.key),
            asked=[(r.path.rpartition(f"a{self.key}")[2], r.status) for r in asked],
            error=self.crawls.ask(_ERROR, key=self.key)[0][0],
            outcome=self.crawls.outcome(self.key),
            snapshots=self.crawls.count(_SNAPSHOTS, key=self.key),
        )


#: By a story's name: what befalls its pages before the crawl of an hour.
_STORIES: dict[str, dict[int, Callable[[Story], object]]] = {
    "a history": {
        10: lambda s: s.lacks(3),
        11: lambda s: s.show(3),
        12: lambda s: s.lacks(2),
        13: Story.edit,
    },
    "edited": {12: Story.edit},
    # An answer with a body of its own has none here.
    "without validators": {10: lambda s: s.server.override(s.page(2), body=s.chapter(2))},
    "gone for a while": {11: lambda s: s.lacks(3), 12: lambda s: s.show(3)},
    "in part": {10: lambda s: s.lacks(3)},
    "failing": {
        10: lambda s: s.lacks(2, 500),
        11: lambda s: s.crawls.change("UPDATE link SET attempts = 5 WHERE key = :k", k=s.key),
    },
    "sent elsewhere": {10: Story.elsewhere},
    "one by one": {
        10: lambda s: s.lacks(2),
        11: lambda s: (s.show(2), s.lacks(3)),
        12: lambda s: s.show(3),
    },
    "a wall later": {
        11: lambda s: s.show(2, "<h1>Subscribe</h1><p>Who subscribes reads on here at once.")
    },
    "the first one later": {11: lambda s: s.show(2, s.chapter(1))},
    "the first one at first": {10: lambda s: s.show(2, s.chapter(1)), 11: lambda s: s.show(2)},
    "without end": {10: Story.pager_without_end},
    "of no layout": {
        10: lambda s: s.show(2, f"<h1>A race</h1><div class=kapitel><p>{s.says(2)}</p></div>")
    },
    "no article": {
        10: lambda s: s.show(1, f'{_WALL}<div class=pager><a href="{s.page(2)}">2</a></div>')
    },
    "lacking": {
        10: lambda s: s.lacks(2),
        11: Story.elsewhere,
        12: lambda s: s.show(2, s.chapter(1)),
        13: lambda s: s.show(2),
    },
    **{
        f"spelled {address}": {10: lambda s, a=address: s.spelled(a), 11: lambda s: s.lacks(2)}
        for address in ("/2/", "/2.html", "/2?from=pager", "/?page=2")
    },
}


@pytest.fixture(scope="module")
def stories(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Story]:
    """All stories after four crawls, an hour apart."""
    folder = tmp_path_factory.mktemp("outlets")
    (folder / "harbor.py").write_text(_OUTLET)
    with serve(ExampleSite()) as server:
        home = tmp_path_factory.mktemp("home")
        crawls = Crawls(home, make_database.with_schema(), server.url, outlet="harbor")
        crawls.variables = {"NEWSCRAWL_OUTLETS": str(folder)}
        found = {
            name: Story(key=str(number), server=server, crawls=crawls)
            for number, name in enumerate(_STORIES, 700)
        }
        for story in found.values():
            for number in (1, 2, 3):
                story.show(number)
        asked = ",".join(f"{server.url}{story.page(1)}" for story in found.values())
        for hour in range(10, 14):
            for name, story in found.items():
                _STORIES[name].get(hour, lambda _: None)(story)
            server.forget_requests()
            crawls.now = f"2026-10-12T{hour}:00:00Z"
            ended = crawls.run("-a", f"urls={asked}")
            assert ended.code == 0, ended.stderr
            for story in found.values():
                story.note(hour)
    return found


def _only(found: Story, hour: int = 10) -> Any:
    [row] = found.at[hour].revisions
    return row


def test_the_history_of_an_article_on_three_pages(stories: dict[str, Story]) -> None:
    story = stories["a history"]
    first, whole, without = _only(story), story.at[11].revisions, story.at[12].revisions
    edited = story.at[13].revisions[-1]

    assert (first.layout, first.body) == ("long-read (in part)", story.whole(1, 2))
    assert _parts(first) == ["/2"]
    # It was our reading that lacked a page, then the site that does, and the article is as it was.
    assert [(row.number, row.cause, row.layout) for row in whole] == [
        (1, "first", "long-read (in part)"),
        (2, "extractor", "long-read"),
    ]
    assert whole[1].body == story.whole(1, 2, 3)
    assert _parts(whole[1]) == ["/2", "/3"]
    assert without == whole
    assert (edited.number, edited.cause, edited.layout) == (3, "edit", "long-read")
    assert "has sunk" in edited.body
    assert story.says(3) in edited.body
    assert len(story.crawls.keys()) == len(stories) - 1, "no page of an article is one by itself"


def _parts(row: Any) -> list[str]:
    return [url.rpartition("/race-of-wardrobes-a")[2][3:] for url in row.parts]


def test_further_pages_are_asked_for_only_if_they_changed(stories: dict[str, Story]) -> None:
    story = stories["edited"]
    before, same, after = (story.at[hour] for hour in (10, 11, 12))

    assert same.revisions == before.revisions
    assert same.asked == [("", 304), ("/2", 304), ("/3", 304)]
    assert same.snapshots == before.snapshots

    # The first page does not tell of an edit on the second: all is asked for, and read.
    assert after.asked == [("", 304), ("/2", 200), ("", 200), ("/2", 200), ("/3", 200)]
    edited = after.revisions[-1]
    assert (edited.number, edited.cause) == (2, "edit")
    assert "has sunk" in edited.body
    assert story.crawls.article(story.key)["last_seen_at"].hour == 13, "it was met unchanged"
    assert story.at[13].asked == [("", 304), ("/2", 304), ("/3", 304)]


def test_further_pages_without_validators_are_held_against_what_was_kept(
    stories: dict[str, Story],
) -> None:
    before, after = (stories["without validators"].at[hour] for hour in (10, 11))

    assert after.revisions == before.revisions
    assert after.asked == [("", 304), ("/2", 200), ("/3", 304)]


def test_a_further_page_that_is_gone_while_the_first_stays_does_not_cost_the_article(
    stories: dict[str, Story],
) -> None:
    before, without, again = (stories["gone for a while"].at[hour] for hour in (10, 11, 12))

    assert without.revisions == before.revisions == again.revisions
    assert again.asked == [("", 304), ("/2", 304), ("/3", 304)]


def test_what_was_read_in_part_is_asked_for_in_full(stories: dict[str, Story]) -> None:
    assert stories["in part"].at[11].asked == [("", 200), ("/2", 200), ("/3", 404)]


def test_a_page_that_fails_is_tried_again_and_then_done_without(stories: dict[str, Story]) -> None:
    story = stories["failing"]

    assert story.at[10].revisions == []
    assert story.at[10].outcome == ("failed", "part_http_500")
    row = _only(story, 11)
    assert (row.layout, row.body) == ("long-read (in part)", story.whole(1))
    latest = [
        each.at[11].revisions[-1].layout for each in stories.values() if each.at[11].revisions
    ]
    [stats] = story.crawls.ask("SELECT stats FROM crawl ORDER BY id LIMIT 1 OFFSET 1")
    assert stats[0]["extract/in_part"] == latest.count("long-read (in part)") > 1


def test_a_page_that_is_sent_elsewhere_is_none_of_the_article(stories: dict[str, Story]) -> None:
    story = stories["sent elsewhere"]
    row = _only(story)

    assert (row.layout, row.body, row.parts) == ("long-read (in part)", story.whole(1), None)


def test_a_page_that_is_sent_to_another_spelling_of_its_address_is_one(
    stories: dict[str, Story],
) -> None:
    for name in [name for name in stories if name.startswith("spelled")]:
        story = stories[name]
        row = _only(story)
        assert (row.layout, row.body) == ("long-read", story.whole(1, 2, 3))
        assert _parts(row) == [name.removeprefix("spelled "), "/3"]
        assert story.at[11].revisions == [row], "what is kept is read for the address that is asked"


def test_pages_that_come_one_after_the_other_are_no_edits(stories: dict[str, Story]) -> None:
    story = stories["one by one"]

    assert [(row.cause, row.body) for row in story.at[12].revisions] == [
        ("first", story.whole(1)),
        ("extractor", story.whole(1, 2)),
        ("extractor", story.whole(1, 2, 3)),
    ]


@pytest.mark.parametrize("name", ["a wall later", "the first one later"])
def test_a_page_that_shows_something_else_later_is_read_as_it_was(
    stories: dict[str, Story], name: str
) -> None:
    """A wall; or the first page, from a cache that does not know what makes it the second."""
    story = stories[name]

    assert story.at[11].revisions == story.at[10].revisions
    assert _only(story).body == story.whole(1, 2, 3)


def test_a_page_that_showed_the_first_one_again_comes_without_an_edit(
    stories: dict[str, Story],
) -> None:
    story = stories["the first one at first"]
    before, after = _only(story), story.at[11].revisions

    assert (before.layout, before.body) == ("long-read (in part)", story.whole(1))
    assert [(row.cause, row.layout) for row in after] == [
        ("first", "long-read (in part)"),
        ("extractor", "long-read"),
    ]
    assert after[1].body == story.whole(1, 2, 3)


def test_a_pager_that_never_ends_is_followed_to_what_says_nothing_new(
    stories: dict[str, Story],
) -> None:
    story = stories["without end"]
    row = _only(story)

    assert (row.layout, row.body) == ("long-read", story.whole(1, 2, 3))
    assert [path for path, _ in story.at[10].asked] == ["", "/2", "/3", "/4"]


def test_a_page_that_no_layout_fits_is_kept_where_none_was_before(
    stories: dict[str, Story],
) -> None:
    story = stories["of no layout"]
    row = _only(story)

    assert (row.layout, row.body) == ("long-read (in part)", story.whole(1))
    assert _parts(row) == ["/2"]


def test_no_further_page_is_asked_for_of_what_is_no_article(stories: dict[str, Story]) -> None:
    story = stories["no article"]

    assert story.at[10].asked == [("", 200)]
    assert story.at[10].outcome[0] == "blocked"


def test_a_visit_tells_which_pages_did_not_come_and_why(stories: dict[str, Story]) -> None:
    story = stories["lacking"]
    here = f"https://www.themoscowtimes.com{story.page(1)}"

    assert [story.at[hour].error for hour in range(10, 14)] == [
        f"{here}/2 (http_404)",
        f"{here}/2 (sent to {here}/3)",
        f"{here}/2 (an earlier page again)",
        None,
    ]


def test_a_replay_reads_all_pages_from_the_archive(
    stories: dict[str, Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old reader has read all revisions, and today's reads them again."""
    crawls = stories["edited"].crawls
    monkeypatch.setenv("NEWSCRAWL_OUTLETS", crawls.variables["NEWSCRAWL_OUTLETS"])
    crawls.change("UPDATE revision SET blocks = '[]', read_hash = '', extractor_version = '1'")
    engine = connect(crawls.database_url)
    archive = OpenArchive(sessions=session_factory(engine), home=crawls.home)
    read_again._outlets.cache_clear()
    scopes = [ReplayScope(outlet="harbor", again=True)]
    done = [*replay_by(ReplayPool(archive=archive), scopes)]
    read_again._outlets.cache_clear()
    engine.dispose()

    assert [one for one in done if one.refused or one.unreadable] == []
    told = {name: crawls.ask(_REVISIONS, key=story.key) for name, story in stories.items()}
    assert told == {name: story.at[13].revisions for name, story in stories.items()}


def _crawl(crawls: Crawls, hour: int) -> list[Any]:
    crawls.now = f"2026-10-12T{hour}:00:00Z"
    ended = crawls.run("-a", f"urls={crawls.mirror}{paged.STORY}")
    assert ended.code == 0, ended.stderr
    return crawls.ask(_REVISIONS, key="700")


def _whole(*numbers: int) -> str:
    return "\n\n".join(map(paged.says, numbers))


def test_what_was_read_before_the_file_knew_of_further_pages_is_no_edit(
    harbor: Crawls, tmp_path: Path
) -> None:
    file = tmp_path / "outlets" / "harbor.py"
    file.write_text(_OUTLET.replace(', next_pages=".pager a"', ""))
    [before] = _crawl(harbor, 10)
    file.write_text(_OUTLET)
    after = _crawl(harbor, 11)

    assert (before.layout, before.body) == ("long-read", _whole(1))
    assert [(row.cause, row.layout) for row in after] == [
        ("first", "long-read (in part)"),
        ("extractor", "long-read"),
    ]


def test_a_bot_wall_is_no_page_of_an_article_that_no_layout_fits(
    harbor: Crawls, site: ExampleSite, tmp_path: Path
) -> None:
    file = tmp_path / "outlets" / "harbor.py"
    file.write_text(_OUTLET.replace("layouts=LAYOUTS", "layouts=()"))
    site.add_html_page(_SECOND, _WALL)

    [row] = _crawl(harbor, 10)
    assert (row.layout, row.body, row.parts) == ("generic (in part)", _whole(1), None)


def test_scrapy_parse_shows_an_article_whose_further_page_is_missing(
    harbor: Crawls, server: SiteServer, tmp_path: Path
) -> None:
    home = f'name="harbor", home="{server.url}"'
    file = tmp_path / "outlets" / "harbor.py"
    file.write_text(_OUTLET.replace('name="harbor"', home))
    server.override(_SECOND, status=404)
    with scrapy(
        *("parse", "--spider", "harbor", f"{server.url}{paged.STORY}"),
        environ=harbor.variables,
        NEWSCRAWL_MIRROR=server.url,
    ) as process:
        stdout, _ = process.communicate(timeout=60)

    assert "In chapter 1 the wardrobe" in " ".join(stdout.split())


def test_an_article_on_three_pages_is_read_once(harbor: Crawls, tmp_path: Path) -> None:
    counting = f"""

def count(page):
    with open({str(tmp_path / "read")!r}, "a") as file:
        file.write(page.url + "\\n")
    raise KeyError("no section")

OUTLET = replace(OUTLET, fields={{"section": count}})
"""
    (tmp_path / "outlets" / "harbor.py").write_text(_OUTLET + counting)
    [row] = _crawl(harbor, 10)

    assert row.body == _whole(1, 2, 3)
    assert len((tmp_path / "read").read_text().splitlines()) == 1
    raised = {n: count for n, count in harbor.last_crawl()["stats"].items() if "/raised/" in n}
    assert raised == {"extract/raised/section/outlet": 1}
