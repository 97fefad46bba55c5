"""Pages that a real crawl could not store: listed, shown, read again, asked for again, dropped."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.frontier.quarantine_rows import selected
from newscrawl.cli.retry_quarantined import Retry
from newscrawl.outlet import Layout
from newscrawl.outlets import load_outlet
from newscrawl.page import Page
from tests.cli.inside import newscrawl_inside
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer, serve

_HTML = {"Content-Type": "text/html; charset=utf-8"}
_TEXT = "<p>The harbor office has counted its gulls, and there are more of them than last year.</p>"
_BARE = f'<html><body><div class="article__content">{_TEXT}</div></body></html>'
_HUGE = f"<html><body><h1>Gulls</h1>{_TEXT * 125_000}</body></html>"
# What no revision may say, as a fault of the database that a page brings about.
_POISON = """
CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'cannot be stored' USING ERRCODE = '22023'; END $$;
CREATE TRIGGER poison BEFORE INSERT ON revision FOR EACH ROW
WHEN (NEW.url LIKE '%-a{key}') EXECUTE FUNCTION poison()
"""


@dataclass(frozen=True, slots=True)
class Suffered:
    crawls: Crawls
    server: SiteServer
    #: Keys of pages: poisonous, without a headline (three), too large.
    poison: str
    bare: tuple[str, ...]
    huge: str

    def run(self, *args: str, code: int = 0) -> str:
        done = newscrawl_inside("quarantine", *args, **self.crawls.environ)
        assert done.returncode == code, done.stderr
        return done.stdout if code == 0 else done.stdout + done.stderr

    def rows(self, *args: str) -> dict[str, dict[str, Any]]:
        """What is listed, by key."""
        return {row["key"]: row for row in json.loads(self.run("list", "--json", *args))}

    def execute(self, statement: str) -> None:
        engine = create_engine(self.crawls.database_url)
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="module")
def suffered(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Suffered]:
    """The tests are one story: each settles something."""
    site = ExampleSite()
    stories = [story for story in site.stories if story.listed and story.kind == "article"]
    poison, huge, *bare = stories[:5]
    with serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        for story in bare:
            server.override(story.path, body=_BARE, headers=_HTML)
        server.override(huge.path, body=_HUGE, headers=_HTML)
        keys = tuple(story.key for story in bare)
        suffered = Suffered(crawls, server, poison.key, keys, huge.key)
        suffered.execute(_POISON.replace("{key}", poison.key))
        ended = crawls.run("-a", "since=2025-01-01")
        assert ended.code == 0, ended.stderr
        yield suffered


def test_what_waits_is_listed_with_its_reason(suffered: Suffered) -> None:
    reasons = {key: row["reason"] for key, row in suffered.rows().items()}
    by_reason = suffered.rows("--reason", "no_headline")

    assert reasons == {
        suffered.poison: "unstorable",
        suffered.huge: "too_large",
        **dict.fromkeys(suffered.bare, "no_headline"),
    }
    assert set(by_reason) == set(suffered.bare)


def test_a_page_is_shown_with_its_error_and_given_back(suffered: Suffered) -> None:
    row = suffered.rows()[suffered.bare[0]]

    shown = suffered.run("show", str(row["id"]))

    assert f"error:       {row['error']}" in shown
    assert "outcome:     quarantined" in shown
    assert suffered.run("show", str(row["id"]), "--html") == _BARE


def test_a_page_that_was_not_kept_cannot_be_shown(suffered: Suffered) -> None:
    id_ = str(suffered.rows()[suffered.huge]["id"])

    assert "was not kept" in suffered.run("show", id_, "--html", code=1)


def test_a_page_that_is_poison_still_stays_with_todays_error(suffered: Suffered) -> None:
    id_ = str(suffered.rows()[suffered.poison]["id"])

    told = suffered.run("retry", id_, "--json", code=1)

    assert json.loads(told)[0]["result"] == "quarantined"
    assert "cannot be stored" in suffered.rows()[suffered.poison]["error"]
    suffered.crawls.assert_adds_up()


def test_nothing_is_tried_while_the_outlet_is_crawled(suffered: Suffered) -> None:
    with OutletLock(suffered.crawls.database_url, "moscow_times"):
        told = json.loads(suffered.run("retry", "--all", "--json", code=1))

    assert {(one["result"], one["error"]) for one in told} == {
        ("quarantined", "another crawl of moscow_times is running")
    }
    assert len(suffered.rows()) == len(told)


def test_a_page_that_can_be_stored_by_now_is(suffered: Suffered) -> None:
    id_ = suffered.rows()[suffered.poison]["id"]
    suffered.execute("DROP TRIGGER poison ON revision")

    [told] = json.loads(suffered.run("retry", "--reason", "unstorable", "--json"))

    crawls = suffered.crawls
    stored = crawls.article(suffered.poison)
    [facts] = crawls.ask(
        "SELECT r.snapshot_id = q.snapshot_id AS is_its_page, s.fetched_at = r.fetched_at AS at, "
        "cause, q.settled_at IS NOT NULL AS is_settled, settlement, l.outcome, l.last_result, "
        "l.lease, l.next_visit_at > q.settled_at AS is_later "
        "FROM quarantine q JOIN link l USING (outlet, key) JOIN snapshot s ON s.id = q.snapshot_id "
        "JOIN revision r ON r.id = :revision WHERE q.id = :id",
        revision=stored["revision_id"],
        id=id_,
    )
    assert told["result"] == "stored"
    assert tuple(facts) == (
        *(True, True, "first", True, "stored"),
        *("stored", "stored", None, True),
    )
    assert stored["headline"] == suffered.server.site.story(suffered.poison).headline
    assert "A Message from" not in stored["body"]
    crawls.assert_adds_up()


def test_a_page_that_todays_outlet_can_read_is_stored(suffered: Suffered) -> None:
    """An outlet's file that learned, since then, where this page has its headline."""
    key = suffered.bare[0]
    outlet = load_outlet("moscow_times")
    layout = Layout("bare", body=".article__content", fields={"headline": _headline})
    engine = connect(suffered.crawls.environ["NEWSCRAWL_DATABASE_URL"])
    with Session(engine) as session:
        rows = [row for row in selected(session) if row.key == key]

    retry = Retry(
        sessions=session_factory(engine),
        home=suffered.crawls.home,
        outlet=replace(outlet, layouts=(layout,)),
    )
    [told] = retry.run(rows, False)

    engine.dispose()
    assert told.result == "stored"
    assert suffered.crawls.article(key)["headline"] == "Gulls Are Counted"
    suffered.crawls.assert_adds_up()


def _headline(page: Page) -> str:
    return "Gulls Are Counted"


def test_what_was_not_kept_is_asked_for_again_and_the_rest_stays(suffered: Suffered) -> None:
    told = json.loads(suffered.run("retry", "--all", "--json", code=1))

    results = {one["id"]: (one["result"], one["error"]) for one in told}
    rows = suffered.rows("--all")
    assert results[rows[suffered.huge]["id"]] == ("asked again", "its page was not kept")
    assert results[rows[suffered.bare[1]]["id"]][0] == "quarantined"
    assert suffered.crawls.outcome(suffered.huge) == ("waiting", None)
    suffered.crawls.assert_adds_up()


def test_what_is_dropped_is_listed_no_more_and_nothing_is_lost(suffered: Suffered) -> None:
    id_ = str(suffered.rows()[suffered.bare[1]]["id"])

    suffered.run("drop", id_)

    assert suffered.bare[1] not in suffered.rows()
    assert suffered.rows("--all")[suffered.bare[1]]["state"] == "dropped"
    assert suffered.run("show", id_, "--html") == _BARE
    assert "is not open: dropped" in suffered.run("drop", id_, code=1)
    suffered.crawls.assert_adds_up()


def test_the_next_crawl_stores_what_the_outlet_repaired(suffered: Suffered) -> None:
    suffered.run("retry", "--reason", "no_headline", "--fetch")
    for key in (suffered.huge, suffered.bare[2]):
        suffered.server.heal(suffered.server.site.story(key).path)

    ended = suffered.crawls.run()

    assert ended.code == 0, ended.stderr
    assert suffered.rows() == {}
    assert suffered.crawls.outcome(suffered.huge) == ("stored", None)
    assert suffered.crawls.outcome(suffered.bare[2]) == ("stored", None)
    assert suffered.crawls.outcome(suffered.bare[1])[0] == "quarantined"
    suffered.crawls.assert_adds_up()
