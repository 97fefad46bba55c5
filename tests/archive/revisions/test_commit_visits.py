from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.link_leases import due, lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import LeasedLink, Stored, Visit
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.screen import Outcome
from tests.archive.making import (
    DAY,
    NOON,
    article,
    fetched,
    kept,
    lease,
    reading,
    record_visits,
    set_clock,
    store,
    visit,
    visits_of,
)

HOUR = timedelta(hours=1)


def _all(session: Session, table: str):
    return session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all()


def _with_page(at: int, given: Visit, parts: int = 0) -> Visit:
    answers = tuple(fetched(f"{given.link.url}?part={n}") for n in range(parts + 1))
    return replace(given, fetched=answers, kept=tuple(kept(at + n) for n in range(parts + 1)))


def test_each_visit_is_told_what_storing_came_to(session: Session, crawl: int) -> None:
    links = lease(session, crawl, "1", "2", "3")
    one, two, three = visits_of(links)

    results = record_visits(session, crawl, one, replace(two, article=None), three)

    assert results == [Stored.CREATED, None, Stored.CREATED]
    assert {row.lease for row in _all(session, "link")} == {None}


def test_a_revision_leads_to_its_page_and_the_page_to_its_parts(
    session: Session, crawl: int
) -> None:
    given = [
        _with_page(at * 100, each, at)
        for at, each in enumerate(visits_of(lease(session, crawl, "1", "2", "3")))
    ]

    record_visits(session, crawl, *given)

    found = session.execute(
        text(
            'SELECT article.key, page.file, page."offset", (SELECT array_agg(part."offset" '
            'ORDER BY part."offset") FROM snapshot AS part WHERE part.part_of = page.id) '
            "FROM article JOIN revision ON revision.id = revision_id "
            "JOIN snapshot AS page ON page.id = snapshot_id ORDER BY key"
        )
    )
    assert [tuple(row) for row in found] == [
        ("1", "warc/herald/a.warc.gz", 0, None),
        ("2", "warc/herald/a.warc.gz", 100, [101]),
        ("3", "warc/herald/a.warc.gz", 200, [201, 202]),
    ]


def test_what_cannot_be_stored_is_in_quarantine_with_its_page(session: Session, crawl: int) -> None:
    [link] = lease(session, crawl, "1")
    bad = visit(link, outcome=Outcome.QUARANTINED, reason="no_headline", error="none\x00 found")

    record_visits(session, crawl, _with_page(5, bad))

    [row] = _all(session, "quarantine")
    assert (row.key, row.reason, row.error) == ("1", "no_headline", "none\ufffd found")
    assert row.snapshot_id == _all(session, "snapshot")[0].id
    assert row.crawl_id == crawl


def test_a_page_that_did_not_change_was_seen(session: Session, crawl: int) -> None:
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, *visits_of([link]))
    marks = []
    for days, met in ((1, Outcome.MISSING), (2, Outcome.MISSING), (3, Outcome.STORED)):
        set_clock(session, NOON + days * DAY)
        lease(session, crawl, "1")
        record_visits(session, crawl, visit(link, outcome=met))
        marks.append(
            tuple(session.execute(text("SELECT gone_at, last_seen_at FROM articles")).one())
        )

    assert marks == [(None, NOON), (NOON + 2 * DAY, NOON), (None, NOON + 3 * DAY)]


def test_a_redirect_to_another_article_is_a_duplicate_and_that_article_is_revisited(
    session: Session, crawl: int
) -> None:
    [link] = lease(session, crawl, "old")
    moved = visit(link, article(key="new"), outcome=Outcome.DUPLICATE, reason="of new")

    assert record_visits(session, crawl, moved) == [Stored.CREATED]

    outcomes = {row.key: row.outcome for row in _all(session, "link")}
    assert outcomes == {"old": "duplicate", "new": "stored"}
    assert due(session, "herald", crawl, limit=9) == []
    set_clock(session, NOON + DAY)
    assert [each.key for each in due(session, "herald", crawl, limit=9)] == ["new"]


def test_the_target_of_a_redirect_is_revisited_as_its_outlet_wants(
    session: Session, crawl: int
) -> None:
    [link] = lease(session, crawl, "old")
    moved = visit(link, article(key="new"), outcome=Outcome.DUPLICATE)

    record(session, crawl, "herald", [moved], (), lambda _: None, (3 * DAY,))

    assert {row.next_visit_at for row in _all(session, "link")} == {None, NOON + 3 * DAY}


def test_a_redirect_leaves_the_targets_own_link_as_it_is(session: Session, crawl: int) -> None:
    list_links(session, "herald", "feed", [ListedLink(key="new", url="https://herald.test/new")])
    [link] = lease(session, crawl, "old")

    record_visits(session, crawl, visit(link, article(key="new"), outcome=Outcome.DUPLICATE))

    assert [each.key for each in due(session, "herald", crawl, limit=9)] == ["new"]


def test_a_commit_that_is_repeated_doubles_nothing(session: Session, crawl: int) -> None:
    """The server committed, the answer was lost: the writer does it again."""
    links = lease(session, crawl, "1", "2", "3", "4")
    good, bad, lost, moved = visits_of(links)
    given = [
        _with_page(10, good, 1),
        _with_page(20, replace(bad, outcome=Outcome.QUARANTINED, article=None)),
        replace(lost, outcome=Outcome.FAILED, article=None),
        _with_page(30, replace(moved, outcome=Outcome.DUPLICATE, article=article("M.", key="5"))),
    ]
    tables = ("link", "article", "revision", "snapshot", "quarantine", "visit")

    record_visits(session, crawl, *given)
    once = {table: _all(session, table) for table in tables}
    record_visits(session, crawl, *given)

    assert {table: _all(session, table) for table in tables} == once


def _say(session: Session, crawl: int, said: str, at: int, etag: str | None) -> LeasedLink:
    """A visit of the article at that hour; the link as it had been leased for it."""
    set_clock(session, NOON + at * HOUR)
    [link] = lease(session, crawl, "1")
    page = fetched(link.url, said.encode(), fetched_at=NOON + at * HOUR)
    told = article(said, date_published=NOON)
    record_visits(session, crawl, visit(link, told, fetched=(page,), etag=etag))
    return link


def _asked_with(session: Session, crawl: int) -> str | None:
    [link] = lease(session, crawl, "1")
    return link.etag


def test_validators_are_those_of_the_latest_page(session: Session, crawl: int) -> None:
    _say(session, crawl, "Snow.", 0, '"a"')
    assert _asked_with(session, crawl) == '"a"'
    _say(session, crawl, "Rain.", 1, None)
    assert _asked_with(session, crawl) is None, "an old ETag would ask for an old text"


def test_a_text_that_is_held_back_is_asked_for_in_full(session: Session, crawl: int) -> None:
    """Or "not modified" would be taken for a sight of the latest revision, for ever."""
    for at, said in enumerate(("Snow.", "Rain.", "Snow.", "Rain.")):
        _say(session, crawl, said, at, f'"{said}"')

    assert _asked_with(session, crawl) is None
    [row] = session.execute(text("SELECT next_visit_at FROM link")).all()
    assert row.next_visit_at == NOON + 4 * HOUR, "it may be there to stay"

    for at in (4, 5):
        _say(session, crawl, "Rain.", at, '"Rain."')
    assert session.scalar(text("SELECT body FROM articles")) == "Rain."
    assert _asked_with(session, crawl) == '"Rain."'


def test_validators_say_nothing_of_another_address(session: Session, crawl: int) -> None:
    """Of a slug that changed, or changes while the page of the old one is under way."""
    _say(session, crawl, "Snow.", 0, '"a"')
    _move(session, "/1")
    [link] = lease_urls(session, "herald", crawl, ["1"])
    assert link.etag == '"a"'

    _move(session, "/another-slug-1")
    [link] = lease_urls(session, "herald", crawl, ["1"])
    assert link.etag is None

    _move(session, "/a-third-slug-1")
    record_visits(session, crawl, visit(link, article("Snow."), etag='"b"'))
    [link] = lease_urls(session, "herald", crawl, ["1"])
    assert link.etag is None


def _move(session: Session, path: str) -> None:
    moved = ListedLink(key="1", url=f"https://herald.test{path}")
    list_links(session, "herald", "https://herald.test/rss", [moved])


def test_validators_say_nothing_of_a_revision_that_came_since(session: Session, crawl: int) -> None:
    link = _say(session, crawl, "Snow.", 0, '"a"')
    [link] = lease(session, crawl, "1")
    store(session, reading(article("Rain."), NOON + HOUR))

    assert _asked_with(session, crawl) is None
    set_clock(session, NOON + 2 * HOUR)
    record_visits(session, crawl, visit(link, reason="unchanged"))
    assert session.scalar(text("SELECT last_seen_at FROM articles")) == NOON + HOUR


def test_after_not_modified_the_next_look_is_reckoned_from_the_articles_time(
    session: Session, crawl: int
) -> None:
    _say(session, crawl, "Snow.", 0, '"a"')
    session.execute(text("UPDATE link SET claimed_at = :day"), {"day": NOON - 12 * HOUR})
    set_clock(session, NOON + HOUR)
    [link] = lease(session, crawl, "1")

    record_visits(session, crawl, visit(link, reason="unchanged"))

    [row] = session.execute(text("SELECT next_visit_at FROM link")).all()
    assert row.next_visit_at == NOON + 6 * HOUR


def test_a_commit_that_is_repeated_counts_a_text_once(session: Session, crawl: int) -> None:
    for at, said in enumerate(("Snow.", "Rain.", "Snow.")):
        _say(session, crawl, said, at, None)
    [link] = lease(session, crawl, "1")
    given = _with_page(70, visit(link, article("Rain.", date_published=NOON)))

    for _ in range(3):
        record_visits(session, crawl, given)

    assert session.scalar(text("SELECT other_seen FROM article")) == 1


def _visits(session: Session) -> list[tuple[object, ...]]:
    columns = "key, visited_at, crawl_id, status, outcome, reason, error, stored, snapshot_id"
    asked = text(f"SELECT {columns} FROM visits ORDER BY visit_id")
    return [tuple(row) for row in session.execute(asked)]


def test_every_visit_is_kept_with_what_it_met(session: Session, crawl: int) -> None:
    one, two = lease(session, crawl, "1", "2")
    told = {"outcome": Outcome.FAILED, "reason": "timeout", "error": "no answer in 30 s"}
    record_visits(session, crawl, visit(one, article(), status=200), visit(two, **told))
    set_clock(session, NOON + HOUR)
    [one] = lease(session, crawl, "1")
    record_visits(session, crawl, visit(one, status=304, reason="unchanged"))

    assert _visits(session) == [
        ("1", NOON, crawl, 200, "stored", None, None, "created", None),
        ("2", NOON, crawl, None, "failed", "timeout", "no answer in 30 s", None, None),
        ("1", NOON + HOUR, crawl, 304, "stored", "unchanged", None, None, None),
    ]


def test_a_visit_leads_to_the_page_that_it_kept(session: Session, crawl: int) -> None:
    links = lease(session, crawl, "1", "2")
    record_visits(
        session, crawl, *(_with_page(9 * i, v, 1) for i, v in enumerate(visits_of(links)))
    )

    asked = text("SELECT key, s.url FROM visits JOIN snapshot s ON s.id = snapshot_id ORDER BY key")
    assert [tuple(row) for row in session.execute(asked)] == [
        (link.key, f"{link.url}?part=0") for link in links
    ]


def test_an_article_that_leads_home_was_missing(session: Session, crawl: int) -> None:
    home = {"outcome": Outcome.NOT_ARTICLE, "reason": "home_page", "status": 200}
    for each in (article(), None):
        [link] = lease(session, crawl, "1")
        record_visits(session, crawl, visit(link, each, **({} if each else home)))

    assert [row[4:6] for row in _visits(session)] == [("stored", None), ("missing", "home_page")]


@pytest.mark.parametrize("status", [-1, 0, 99, 1000, 99999, 10**30])
def test_what_is_no_status_of_http_is_none(session: Session, crawl: int, status: int) -> None:
    [link] = lease(session, crawl, "1")
    error = "what a server says\0" * 1000
    record_visits(session, crawl, visit(link, outcome=Outcome.FAILED, status=status, error=error))

    [row] = _visits(session)
    assert row[3] is None
    assert len(row[6]) == 500


def test_visits_go_with_their_link(session: Session, crawl: int) -> None:
    [link] = lease(session, crawl, "1")
    record_visits(session, crawl, visit(link, outcome=Outcome.FAILED))
    session.execute(text("DELETE FROM link"))

    assert _visits(session) == []
