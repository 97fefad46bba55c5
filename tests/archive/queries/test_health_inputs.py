from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.queries.health_inputs import health_inputs, keep_told, outlets_to_judge, told
from newscrawl.health import findings
from newscrawl.health.chance import Share
from newscrawl.screen import Outcome
from tests.archive.making import DAY, HERALD, NOON, set_clock

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_noon(session: Session) -> None:
    set_clock(session, NOON)


def crawl(
    session: Session, at: datetime, code: int = 0, given: dict[str, Any] | None = None, **stats: int
) -> int:
    set_clock(session, at)
    number = crawls.begin(session, HERALD, given or {})
    crawls.finish(session, number, "finished", code, {f"extract/{n}": v for n, v in stats.items()})
    set_clock(session, NOON)
    return number


def test_the_latest_articles_and_the_latest_dozen_are_held_against_four_weeks(
    session: Session,
) -> None:
    crawl(session, NOON - HOUR, articles=5)
    crawl(session, NOON - 2 * HOUR, articles=8)
    crawl(session, NOON - 3 * HOUR, articles=5)
    crawl(session, NOON - 27 * DAY, articles=6)
    crawl(session, NOON - 30 * DAY, articles=7)

    found = health_inputs(session, "herald")

    assert [
        (look.last["extract/articles"], look.before["extract/articles"]) for look in found.looks
    ] == [
        (5, 19),
        (13, 11),
    ]
    assert len(found.crawls) == 5


def test_what_was_read_before_the_outlets_file_was_mended_is_not_judged(session: Session) -> None:
    for hours, reading in ((1, "new"), (2, "new"), (3, "old"), (4, "old")):
        number = crawl(session, NOON - hours * HOUR, articles=2)
        told = {"extract/articles": 2, "crawl/reading": reading}
        crawls.finish(session, number, "finished", 0, told)

    [look] = health_inputs(session, "herald").looks

    assert (look.last, look.before) == ({"extract/articles": 4}, {"extract/articles": 4})


def test_what_is_older_than_a_week_is_not_the_latest(session: Session) -> None:
    crawl(session, NOON - HOUR, articles=1)
    crawl(session, NOON - 8 * DAY, articles=2)

    [look] = health_inputs(session, "herald").looks

    assert (look.last, look.before) == ({"extract/articles": 1}, {"extract/articles": 2})


@pytest.mark.parametrize(
    ("given", "code", "before"),
    [
        ({}, 0, 9),
        # What broke does not become usual at once, what was chosen never does.
        ({}, 6, 0),
        ({"urls": 9}, 0, 0),
        ({"since": "2020-01-01"}, 0, 0),
    ],
)
def test_only_ordinary_crawls_say_what_is_usual(
    session: Session, given: dict[str, Any], code: int, before: int
) -> None:
    crawl(session, NOON - HOUR, articles=12)
    crawl(session, NOON - DAY, code, given, articles=9)

    [look] = health_inputs(session, "herald").looks

    assert look.last == {"extract/articles": 12}
    assert look.before.get("extract/articles", 0) == before


@pytest.mark.parametrize(
    ("given", "last", "before"),
    [({}, 15, 20), ({"urls": 2}, 0, 0), ({"since": "2020-01-01"}, 15, 0)],
)
def test_a_crawl_that_ends_is_judged_by_the_stats_it_has(
    session: Session, given: dict[str, Any], last: int, before: int
) -> None:
    crawl(session, NOON - DAY, articles=20)
    number = crawls.begin(session, HERALD, given)

    found = health_inputs(session, "herald", number, {"extract/articles": 15, "finish_reason": "x"})

    looks = [(each.last, each.before) for each in found.looks] or [({}, {})]
    counts = [[each.get("extract/articles", 0) for each in look] for look in looks]
    assert counts == [[last, before]]


@pytest.mark.parametrize(("reading", "last"), [("as ever", 9), ("mended", 4)])
def test_a_crawl_that_ends_is_judged_with_those_that_read_as_it_does(
    session: Session, reading: str, last: int
) -> None:
    number = crawl(session, NOON - DAY)
    told = {"extract/articles": 5, "crawl/reading": "as ever"}
    crawls.finish(session, number, "finished", 0, told)
    number = crawls.begin(session, HERALD, {})

    given = {"extract/articles": 4, "crawl/reading": reading}
    [look] = health_inputs(session, "herald", number, given).looks

    assert look.last == {"extract/articles": last}


def test_a_crawl_that_did_not_end_counts_nothing(session: Session) -> None:
    crawls.begin(session, HERALD, {})

    assert outlets_to_judge(session) == []
    assert health_inputs(session, "herald").looks == ()


def test_each_source_has_a_rhythm_or_is_silent(session: Session) -> None:
    for url, result in (("feed", "ok"), ("list", "http_500")):
        set_clock(session, NOON - 2 * DAY)
        crawls.begin(session, HERALD, {})
        crawls.source_answered(session, "herald", crawls.SourceState(url=url), "ok", None)
        list_links(session, "herald", url, [ListedLink(key=url, url=f"https://h.test/{url}")])
        set_clock(session, NOON)
        if result == "ok":
            crawls.source_answered(session, "herald", crawls.SourceState(url=url), "ok", None)
        else:
            crawls.source_failed(session, "herald", url, result)
    crawl(session, NOON, articles=1)

    found = health_inputs(session, "herald")

    assert found.sources == {"feed": (NOON - 2 * DAY,)}
    assert found.silent == (("list", NOON - 2 * DAY),)


def test_what_a_feed_lists_since_its_last_article_is_told_from_what_it_listed_before(
    session: Session,
) -> None:
    def listed(number: int, outcome: Outcome, reason: str | None = None) -> ListedLink:
        url = f"https://h.test/{number}"
        return ListedLink(key=str(number), url=url, outcome=outcome, reason=reason)

    def answered(days: int, source: str, kind: str, *links: ListedLink) -> None:
        set_clock(session, NOON - days * DAY)
        crawls.source_answered(session, "herald", crawls.SourceState(url=source), "ok", None)
        list_links(session, "herald", source, links, kind)

    crawls.begin(session, HERALD, {})
    topic, moved = listed(1, Outcome.NOT_ARTICLE, "pattern"), listed(2, Outcome.OFFSITE, "host")
    answered(3, "feed", "feed", listed(3, Outcome.WAITING), topic)
    assert health_inputs(session, "herald").strange == {}
    crawl(session, NOON - 2 * DAY)
    answered(1, "feed", "feed", moved)
    # One crawl met a heap of topics.
    assert health_inputs(session, "herald").strange == {}
    answered(0, "feed", "feed", listed(6, Outcome.NOT_ARTICLE, "pattern"))
    answered(1, "menu", "section", listed(4, Outcome.NOT_ARTICLE, "pattern"))

    found = health_inputs(session, "herald")

    assert found.strange == {"feed": (Share(2, 2), Share(1, 2))}
    assert found.links == (NOON - 3 * DAY,)

    # Whichever source has the next article, that of the topics has none of it as its own.
    set_clock(session, NOON + HOUR)
    answered(0, "other", "feed", listed(5, Outcome.WAITING))
    assert health_inputs(session, "herald").strange == {}


def test_an_outlet_whose_file_is_wrong_needs_a_look(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "herald.py").write_text("OUTLET = (\n")
    monkeypatch.setenv("NEWSCRAWL_OUTLETS", str(tmp_path))
    crawl(session, NOON)

    [found] = findings(health_inputs(session, "herald"))

    assert (found.check, found.subject) == ("file", "herald")
    assert f"{tmp_path / 'herald.py'}:1: " in found.text
    # The same of one that was to take the place of ours, by which it is crawled meanwhile.
    (tmp_path / "moscow_times.py").write_text("OUTLET = (\n")
    assert health_inputs(session, "moscow_times").fault
    # At the end of its own crawl nobody asks.
    assert health_inputs(session, "herald", 1, {}).fault == ""


@pytest.mark.parametrize("silent_for", [20, 60, 400])
def test_what_is_silent_for_long_is_not_well_again(session: Session, silent_for: int) -> None:
    for day in range(7):
        crawl(session, NOON - (silent_for + day) * DAY)
        set_clock(session, NOON - (silent_for + day) * DAY)
        crawls.source_answered(session, "herald", crawls.SourceState(url="feed"), "ok", None)
        link = ListedLink(key=str(day), url=f"https://h.test/{day}")
        list_links(session, "herald", "feed", [link], "feed")
    set_clock(session, NOON)
    ended = {"crawls": f"no crawl has ended for {silent_for}.0 days"}
    # Who is crawled no more for five weeks is left alone.
    assert _found(session) == (ended if silent_for < 35 else {})

    for day in range(10):
        crawl(session, NOON - day * DAY)

    assert _found(session) == {"source": f"no source lists a new article for {silent_for}.0 days"}


def _found(session: Session) -> dict[str, str]:
    found = findings(health_inputs(session, "herald"))
    return {each.check: each.text.split(";")[0] for each in found}


def test_crawls_that_no_source_answered_are_counted_until_one_does(session: Session) -> None:
    for hours in (3, 2, 1):
        crawl(session, NOON - hours * HOUR)
    session.execute(text("""UPDATE crawl SET exit_code = 3, stats = '{"discover/sources": 4}'"""))
    session.execute(text("UPDATE crawl SET exit_code = 11 WHERE id = (SELECT max(id) FROM crawl)"))
    crawls.source_failed(session, "herald", "list", "http_500")
    assert health_inputs(session, "herald").unanswered == 2

    session.execute(text("""UPDATE crawl SET arguments = '{"urls": 3}'"""))
    assert health_inputs(session, "herald").unanswered == 0

    session.execute(text("UPDATE crawl SET arguments = '{}'"))
    crawls.source_answered(session, "herald", crawls.SourceState(url="feed"), "ok", None)
    assert health_inputs(session, "herald").unanswered == 0


def test_new_articles_are_counted_by_days_since_the_first_crawl(session: Session) -> None:
    for days, created in ((3, 4), (1, 2), (0, 1)):
        number = crawl(session, NOON - days * DAY - HOUR)
        session.execute(
            text("UPDATE crawl SET stats = jsonb_build_object('archive/created', :n) WHERE id=:id"),
            {"n": created, "id": number},
        )

    assert health_inputs(session, "herald").days == (0, 2, 1)


def test_what_was_told_is_kept_with_the_outlet(session: Session) -> None:
    crawls.begin(session, HERALD, {})

    keep_told(session, "herald", {"field: authors": NOON.isoformat()})

    assert told(session, "herald") == {"field: authors": NOON.isoformat()}
    assert told(session, "nobody") == {}
