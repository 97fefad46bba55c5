"""An article on several pages: one row, every page in WARC, and no edit where a page is missing."""

from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.replay.replay_archive import replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from tests.crawl.paged import OUTLET as _OUTLET
from tests.crawl.paged import SECOND as _SECOND
from tests.crawl.paged import STORY as _STORY
from tests.crawl.paged import THIRD as _THIRD
from tests.crawl.paged import chapter as _chapter
from tests.crawl.paged import says as _says
from tests.crawl.runner import Crawls, scrapy
from tests.site.example import ExampleSite, SiteServer

_REVISIONS = """
SELECT v.number, r.cause, r.layout, v.body,
       (SELECT array_agg(url ORDER BY id) FROM snapshot WHERE part_of = r.snapshot_id) AS parts
FROM revisions AS v JOIN revision AS r ON r.id = v.revision_id
ORDER BY v.number
"""


def _crawl(crawls: Crawls, hour: int) -> list[Any]:
    crawls.now = f"2026-10-12T{hour}:00:00Z"
    ended = crawls.run("-a", f"urls={crawls.mirror}{_STORY}")
    assert ended.code == 0, ended.stderr
    return crawls.ask(_REVISIONS)


def _asked(server: SiteServer) -> list[tuple[str, int]]:
    """What was asked for of the article since the last look, and the status of each answer."""
    found = [(r.path.rpartition("a700")[2], r.status) for r in server.requests if "a700" in r.path]
    server.forget_requests()
    return found


def _whole(*numbers: int) -> str:
    return "\n\n".join(map(_says, numbers))


def test_the_history_of_an_article_on_three_pages(
    harbor: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    server.override(_THIRD, status=404)
    [first] = _crawl(harbor, 10)
    server.heal(_THIRD)
    whole = _crawl(harbor, 11)
    server.override(_SECOND, status=404)
    without = _crawl(harbor, 12)
    server.heal(_SECOND)
    site.add_html_page(_SECOND, _chapter(2, "The wardrobe has sunk, and nobody won the race."))
    *_, edited = _crawl(harbor, 13)

    assert (first.layout, first.body) == ("long-read (in part)", _whole(1, 2))
    assert [url.rpartition("a700")[2] for url in first.parts] == ["/2"]
    # It was our reading that lacked a page, then the site that does, and the article is as it was.
    assert [(row.number, row.cause, row.layout) for row in whole] == [
        (1, "first", "long-read (in part)"),
        (2, "extractor", "long-read"),
    ]
    assert whole[1].body == _whole(1, 2, 3)
    assert [url.rpartition("a700")[2] for url in whole[1].parts] == ["/2", "/3"]
    assert without == whole
    assert (edited.number, edited.cause, edited.layout) == (3, "edit", "long-read")
    assert "has sunk" in edited.body
    assert _says(3) in edited.body
    assert harbor.keys() == {"700"}


def test_further_pages_are_asked_for_only_if_they_changed(
    harbor: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    before = _crawl(harbor, 10)
    _asked(server)
    kept = harbor.count("SELECT count(*) FROM snapshot")

    assert _crawl(harbor, 11) == before
    assert _asked(server) == [("", 304), ("/2", 304), ("/3", 304)]
    assert harbor.count("SELECT count(*) FROM snapshot") == kept
    assert harbor.article("700")["last_seen_at"].hour == 11

    # The first page does not tell of an edit on the second: all is asked for, and read.
    site.add_html_page(_SECOND, _chapter(2, "The wardrobe has sunk, and nobody won the race."))
    *_, edited = _crawl(harbor, 12)
    assert _asked(server) == [("", 304), ("/2", 200), ("", 200), ("/2", 200), ("/3", 200)]
    assert (edited.number, edited.cause) == (2, "edit")
    assert "has sunk" in edited.body


def test_further_pages_without_validators_are_held_against_what_was_kept(
    harbor: Crawls, server: SiteServer
) -> None:
    # An answer with a body of its own has none here.
    server.override(_SECOND, body=_chapter(2))
    before = _crawl(harbor, 10)
    _asked(server)

    assert _crawl(harbor, 11) == before
    assert _asked(server) == [("", 304), ("/2", 200), ("/3", 304)]


def test_a_further_page_that_is_gone_while_the_first_stays_does_not_cost_the_article(
    harbor: Crawls, server: SiteServer
) -> None:
    before = _crawl(harbor, 10)
    server.override(_THIRD, status=404)

    assert _crawl(harbor, 11) == before
    server.heal(_THIRD)
    _asked(server)
    assert _crawl(harbor, 12) == before
    assert _asked(server) == [("", 304), ("/2", 304), ("/3", 304)]


def test_what_was_read_in_part_is_asked_for_in_full(harbor: Crawls, server: SiteServer) -> None:
    server.override(_THIRD, status=404)
    _crawl(harbor, 10)
    _asked(server)
    _crawl(harbor, 11)

    assert _asked(server) == [("", 200), ("/2", 200), ("/3", 404)]


def test_a_replay_reads_all_pages_from_the_archive(harbor: Crawls) -> None:
    before = _crawl(harbor, 10)
    _replay_anew(harbor)

    assert harbor.ask(_REVISIONS) == before
    assert before[0].body == _whole(1, 2, 3)


def _replay_anew(harbor: Crawls) -> None:
    """Let an old reader have read all revisions, and today's read them again."""
    harbor.change("UPDATE revision SET blocks = '[]', read_hash = '', extractor_version = '1'")
    engine = connect(harbor.database_url)
    archive = OpenArchive(sessions=session_factory(engine), home=harbor.home)
    scopes = [ReplayScope(outlet="harbor", again=True)]
    done = [*replay_by(ReplayPool(archive=archive), scopes)]
    engine.dispose()

    assert [one for one in done if one.refused or one.unreadable] == []


def test_a_page_that_fails_is_tried_again_and_then_done_without(
    harbor: Crawls, server: SiteServer
) -> None:
    server.override(_SECOND, status=500)

    assert _crawl(harbor, 10) == []
    assert harbor.outcome("700") == ("failed", "part_http_500")
    harbor.change("UPDATE link SET attempts = 5")
    [row] = _crawl(harbor, 11)
    assert (row.layout, row.body) == ("long-read (in part)", _whole(1))
    [stats] = harbor.ask("SELECT stats FROM crawl ORDER BY id DESC LIMIT 1")
    assert stats[0]["extract/in_part"] == 1


def test_a_page_that_is_sent_elsewhere_is_none_of_the_article(
    harbor: Crawls, server: SiteServer
) -> None:
    server.override(_SECOND, status=302, headers={"Location": _THIRD})

    [row] = _crawl(harbor, 10)
    assert (row.layout, row.body, row.parts) == ("long-read (in part)", _whole(1), None)


@pytest.mark.parametrize(
    "spelled",
    [f"{_STORY}/2/", f"{_STORY}/2.html", f"{_STORY}/2?from=pager", f"{_STORY}/?page=2"],
)
def test_a_page_that_is_sent_to_another_spelling_of_its_address_is_one(
    harbor: Crawls, site: ExampleSite, server: SiteServer, spelled: str
) -> None:
    server.override(_SECOND, status=301, headers={"Location": spelled}, times=1)
    path = spelled.partition("?")[0]
    if path != _SECOND:
        site.add_html_page(path, _chapter(2))
    [row] = _crawl(harbor, 10)
    server.override(_SECOND, status=404)
    later = _crawl(harbor, 11)

    assert (row.layout, row.body) == ("long-read", _whole(1, 2, 3))
    assert [url.rpartition(".com")[2] for url in row.parts] == [spelled, _THIRD]
    assert later == [row], "what is kept of it is read for the address that is asked"
    _replay_anew(harbor)
    assert harbor.ask(_REVISIONS) == [row]


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


def test_pages_that_come_one_after_the_other_are_no_edits(
    harbor: Crawls, server: SiteServer
) -> None:
    server.override(_SECOND, status=404)
    _crawl(harbor, 10)
    server.heal(_SECOND)
    server.override(_THIRD, status=404)
    _crawl(harbor, 11)
    server.heal(_THIRD)

    assert [(row.cause, row.body) for row in _crawl(harbor, 12)] == [
        ("first", _whole(1)),
        ("extractor", _whole(1, 2)),
        ("extractor", _whole(1, 2, 3)),
    ]


def test_a_page_that_shows_a_wall_later_is_read_as_it_was(
    harbor: Crawls, site: ExampleSite
) -> None:
    before = _crawl(harbor, 10)
    site.add_html_page(_SECOND, "<h1>Subscribe</h1><p>Who subscribes reads on here at once.")

    assert _crawl(harbor, 11) == before
    assert before[0].body == _whole(1, 2, 3)


def test_a_page_that_shows_the_first_one_again_is_read_as_it_was(
    harbor: Crawls, site: ExampleSite
) -> None:
    """As a cache does that knows addresses without what makes it the second page."""
    before = _crawl(harbor, 10)
    site.add_html_page(_SECOND, _chapter(1))

    assert _crawl(harbor, 11) == before
    assert before[0].body == _whole(1, 2, 3)


def test_a_page_that_showed_the_first_one_again_comes_without_an_edit(
    harbor: Crawls, site: ExampleSite
) -> None:
    site.add_html_page(_SECOND, _chapter(1))
    [before] = _crawl(harbor, 10)
    site.add_html_page(_SECOND, _chapter(2))
    after = _crawl(harbor, 11)

    assert (before.layout, before.body) == ("long-read (in part)", _whole(1))
    assert [(row.cause, row.layout) for row in after] == [
        ("first", "long-read (in part)"),
        ("extractor", "long-read"),
    ]
    assert after[1].body == _whole(1, 2, 3)


def test_a_pager_that_never_ends_is_followed_to_what_says_nothing_new(
    harbor: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    for number in range(3, 9):
        link = f'<a href="{_STORY}/{number + 1}">Next</a>'
        site.add_html_page(
            f"{_STORY}/{number}",
            _chapter(3).replace("<div class=pager>", f"<div class=pager>{link}"),
        )
    [row] = _crawl(harbor, 10)

    assert (row.layout, row.body) == ("long-read", _whole(1, 2, 3))
    asked = [request.path for request in server.requests if request.path.startswith(_STORY)]
    assert asked == [_STORY, _SECOND, _THIRD, f"{_STORY}/4"]


def test_a_page_that_no_layout_fits_is_kept_where_none_was_before(
    harbor: Crawls, site: ExampleSite
) -> None:
    site.add_html_page(_SECOND, f"<h1>A race</h1><div class=kapitel><p>{_says(2)}</p></div>")

    [row] = _crawl(harbor, 10)
    assert (row.layout, row.body) == ("long-read (in part)", _whole(1))
    assert [url.rpartition("a700")[2] for url in row.parts] == ["/2"]


def test_a_bot_wall_is_no_page_of_an_article_that_no_layout_fits(
    harbor: Crawls, site: ExampleSite, tmp_path: Path
) -> None:
    file = tmp_path / "outlets" / "harbor.py"
    file.write_text(_OUTLET.replace("layouts=LAYOUTS", "layouts=()"))
    wall = "<title>Just a moment...</title><p>Verify you are human by completing what is below."
    site.add_html_page(_SECOND, wall)

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
        *("parse", "--spider", "harbor", f"{server.url}{_STORY}"),
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


def test_no_further_page_is_asked_for_of_what_is_no_article(
    harbor: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    wall = "<title>Just a moment...</title><p>Verify you are human by completing what is below."
    site.add_html_page(_STORY, wall + f'<div class=pager><a href="{_SECOND}">2</a></div>')
    harbor.run("-a", f"urls={harbor.mirror}{_STORY}")

    assert _asked(server) == [("", 200)]
    assert harbor.outcome("700")[0] == "blocked"
