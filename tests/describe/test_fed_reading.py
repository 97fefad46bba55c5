"""Several feeds and lists together tell what the pages of known articles do not tell any more."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newscrawl.describe.fed_reading import with_lists
from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.list_witness import lists_telling_section
from newscrawl.describe.repair import Repair, repair_of, repaired
from newscrawl.describe.repair_code import repair_code
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    layouts=(Layout("story", ".story"),),
)
_TOWNS = "Amber Birch Cedar Delta Elder Fern Grove Hazel".split()


def _lines(number: int) -> list[str]:
    return [
        f"The ferry to {_TOWNS[number]} sails at {hour} o'clock, and comes back before the tide."
        for hour in range(6, 12)
    ]


def _html(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _feed(items: dict[int, tuple[str, str]]) -> bytes:
    """Entries by number: title and text."""
    found = "".join(
        f"<item><title>{title}</title><link>{OUTLET.home}/news/{number}</link>"
        f"<description><![CDATA[{text}]]></description></item>"
        for number, (title, text) in items.items()
    )
    return f'<rss version="2.0"><channel><title>G</title>{found}</channel></rss>'.encode()


def _headline(number: int) -> str:
    return f"Ferries to {_TOWNS[number]} sail again"


def _known(number: int, lines: list[str], feeds: dict[str, bytes]) -> KnownArticle:
    """An article whose page names the site alone, and has these lines."""
    html = f"<h1>News from the river</h1><div class=story>{_html(lines)}</div>"
    parts = {f"{OUTLET.home}{path}": body for path, body in feeds.items()}
    return KnownArticle(
        page=Page(f"{OUTLET.home}/news/{number}", html.encode(), parts=parts),
        body="\n\n".join(_lines(number)),
        fields={"headline": _headline(number)},
    )


def _lost(repair: Repair, known: list[KnownArticle]) -> list[tuple[str, ...]]:
    return [one.lost for one in _readings(repair, known)]


def _readings(repair: Repair, known: list[KnownArticle]) -> tuple[KnownReading, ...]:
    """Each page with the lists that the file names, as a crawl keeps them."""
    beside = repair.fed.lists if repair.fed else ()
    return readings(repaired(OUTLET, repair), [with_lists(each, beside) for each in known])


def test_each_headline_is_read_of_a_feed_that_tells_it_rightly() -> None:
    """The feed of all puts the author before some; two others tell those as they are."""
    told = {n: (_headline(n), "Read on.") for n in range(8)}
    feeds = {
        "/rss/all": _feed({n: (f"Ann Lee: {t}" if n == 1 else t, s) for n, (t, s) in told.items()}),
        "/rss/news": _feed({n: told[n] for n in (0, 1, 2)}),
        "/rss/tides": _feed({n: told[n] for n in (3, 4)}),
        "/rss/wrong": _feed(dict.fromkeys(range(8), ("More news", "Read on."))),
    }
    known = [_known(number, _lines(number), feeds) for number in range(8)]
    # What feeds have for a description is none of these articles': that is no reason for doubt.
    known = [replace(each, fields={**each.fields, "description": "By river."}) for each in known]
    repair = repair_of(OUTLET, known[:6], "now")

    assert repair.fed is not None
    paths = [url.removeprefix(OUTLET.home) for url in repair.fed.lists]
    assert paths == ["/rss/news", "/rss/tides", "/rss/all"]
    assert _lost(repair, known) == [("description",)] * 8


def test_a_text_is_read_of_the_feed_that_has_it_whole_and_never_a_summary() -> None:
    """A page that only the other feed leads to is read as it stands."""
    feeds = {
        "/rss/news": _feed({n: (_headline(n), _lines(n)[0]) for n in range(6)}),
        "/rss/all": _feed({n: (_headline(n), _html(_lines(n))) for n in range(5)}),
    }
    known = [_known(number, _lines(number)[2:4], feeds) for number in range(6)]
    repair = repair_of(OUTLET, known, "now")

    now = _readings(repair, known)
    assert [one.layout for one in now] == ["now-text-by-feed"] * 5 + ["now-by-feed"]
    assert [one.text for one in now[:5]] == [1.0] * 5
    assert now[5].text < 0.8
    assert _lost(repair, known) == [()] * 6
    assert repair.still_lost == {"body": 1}
    assert not repair.is_partial
    code = repair_code(repair, OUTLET, "gazette", "2026-02-09")
    assert 'parts=feed_text("description", "https://gazette.example/rss/all"),' in code
    assert "# Still lost: body on 1 of 6 pages." in code
    compile(code, "gazette.py", "exec")


def test_articles_of_the_archive_tell_of_feeds_in_which_known_pages_are_no_more() -> None:
    """A page of which no feed tells anything stays without, and that is said."""
    feeds = {"/rss": _feed({n: (_headline(n), "Read on.") for n in range(3, 8)})}
    known = [_known(number, _lines(number), feeds) for number in range(5)]
    archived = [_known(number, [], {}) for number in range(5, 8)]

    assert repair_of(OUTLET, known, "now").fed is None
    repair = repair_of(OUTLET, known, "now", archived)
    assert repair.losses == "headline on 3 of 5 pages"
    assert repair.is_partial
    assert _lost(repair, known) == [("headline",)] * 3 + [()] * 2


def _list(name: str, numbers: range) -> bytes:
    return (
        f"<h1>{name}</h1>" + "".join(f'<a href="/news/{n}">Ferries</a>' for n in numbers)
    ).encode()


@pytest.mark.parametrize(
    ("galleries", "told"),
    [
        # Of the articles that lists lead to, most are told rightly: a list of the same kind is
        # believed, and the one that is wrong of what it leads to is not.
        (range(5, 6), {"/news", "/tides"}),
        # Whoever is often wrong is not believed of what nobody knows.
        (range(6), {"/news"}),
    ],
)
def test_a_list_that_leads_to_nothing_known_is_judged_by_its_fellows(
    galleries: range, told: set[str]
) -> None:
    lists = {
        "/news": _list("News", range(6)),
        "/pictures": _list("Pictures", galleries),
        "/tides": _list("Tides", range(90, 95)),
    }
    moment = datetime(2026, 2, 1, tzinfo=UTC)
    known = [
        replace(_known(n, [], {}), fields={"section": "News", "date_published": moment})
        for n in range(6)
    ]

    at = {f"{OUTLET.home}{path}": body for path, body in lists.items()}
    found = lists_telling_section(at, known, ())
    assert {url.removeprefix(OUTLET.home) for url in found} == told
    # The archive may know what such a list is called.
    assert f"{OUTLET.home}/tides" in lists_telling_section(at, known, {"Tides"})
