"""An outlet's stats are held against its own weeks before."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newscrawl.article import Article, Block, BlockKind, Removal
from newscrawl.health import (
    Finding,
    HealthInputs,
    findings,
    findings_of_pages,
    is_stripped,
)
from newscrawl.health.chance import Share, is_more, is_shifted
from newscrawl.health.finding_types import PagedArticle
from newscrawl.health.new_findings import news_of
from tests.rows import every_row

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def counted(articles: int, **more: int) -> dict[str, Any]:
    """The stats of crawls that read so many ordinary articles; ``__`` stands for a slash."""
    return {
        "extract/articles": articles,
        "extract/layout/main": articles,
        "extract/date_source/meta": articles,
        "boilerplate/articles": articles,
        "boilerplate/compared": articles,
        "boilerplate/words/256": articles,
        "boilerplate/removed_share/1": articles,
        "extract/coverage/9": articles,
        "archive/visits/stored": articles,
        **{name.replace("__", "/"): count for name, count in more.items()},
    }


USUAL = counted(400)


def checks(last: dict[str, Any], before: dict[str, Any]) -> list[str]:
    return [f"{each.check} {each.subject}" for each in findings_of_pages(last, before)]


@every_row(
    ("last", "found"),
    [
        (counted(12), []),
        (counted(0), []),
        (counted(3, extract__missing__authors=3), []),
        (counted(12, extract__missing__authors=12), ["field authors"]),
        (counted(12, extract__missing__authors=2), []),
        (
            counted(12, extract__date_source__meta=0, extract__date_source__text=12),
            ["date_source json-ld"],
        ),
        (counted(12, extract__dated_now=12), ["date_source now"]),
        (counted(12, extract__readings_disagreed=12), ["same readings_disagreed"]),
        (
            counted(
                12,
                extract__layout__main=0,
                extract__layout__generic=12,
                extract__no_layout_fits=12,
            ),
            ["layout generic", "layout main"],
        ),
        (counted(12, extract__repeated__headline=11), ["same headline"]),
        (counted(12, boilerplate__doubled=12), ["same doubled"]),
        (counted(12, boilerplate__repeating=11), ["same repeating"]),
        (counted(12, boilerplate__words__256=0, boilerplate__words__90=12), ["length words"]),
        (counted(12, boilerplate__words__256=0, boilerplate__words__724=12), ["length words"]),
        # One article of 12 words is no alarm.
        (counted(12, boilerplate__words__256=11, boilerplate__words__11=1), []),
        (
            counted(
                12,
                boilerplate__words__256=0,
                boilerplate__words__181=12,
                extract__coverage__9=0,
                extract__coverage__4=12,
            ),
            ["length words", "coverage body"],
        ),
        # A box of prose beside articles of the usual length.
        (counted(12, extract__coverage__9=0, extract__coverage__4=12), []),
        (counted(12, boilerplate__losing=9), ["removed articles"]),
        (counted(12, boilerplate__stripped=8), ["stripped articles"]),
        (counted(12, boilerplate__stripped=1), []),
        (counted(12, archive__visits__quarantined=12), ["pages quarantined"]),
        (counted(40, archive__visits__missing=3), []),
        (counted(12, archive__visits__not_article=20), ["pages not_article"]),
        # Pages that did not change speak for those that are missing, not for those that were read.
        (counted(100, archive__visits__missing=10, crawl__not_modified=98), []),
    ],
)
def test_a_change_is_named_and_a_small_one_is_not(last: dict[str, Any], found: list[str]) -> None:
    assert checks(last, USUAL) == found


@every_row(
    ("last", "found"),
    [
        (counted(12, extract__missing__authors=12), []),
        (counted(12, extract__missing__date_published=8), ["field date_published"]),
        (counted(4, extract__missing__date_published=4), []),
        (counted(12, extract__missing__body=4), ["field body"]),
        (
            counted(12, extract__layout__main=4, extract__layout__generic=8)
            | {"extract/no_layout_fits": 8},
            ["layout generic"],
        ),
        (counted(12, extract__layout__main=0, extract__layout__generic=12), []),
        (counted(12, archive__visits__quarantined=5), ["pages quarantined"]),
        (counted(12, boilerplate__stripped=5), ["stripped articles"]),
        (counted(12), []),
    ],
)
def test_bounds_hold_where_nothing_is_known(last: dict[str, Any], found: list[str]) -> None:
    assert checks(last, {}) == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        # A layout that has just been described, and one that was there before.
        ({"extract/layout/new": 40}, []),
        ({"extract/layout/other": 40}, []),
        (
            {"extract/layout/generic": 40, "extract/no_layout_fits": 40},
            ["layout generic", "layout main"],
        ),
        (
            {
                "extract/layout/other": 32,
                "extract/layout/generic": 8,
                "extract/no_layout_fits": 8,
            },
            ["layout main"],
        ),
    ],
)
def test_a_layout_that_another_of_the_outlets_own_replaced_is_no_alarm(
    last: dict[str, Any], found: list[str]
) -> None:
    before = counted(400, extract__layout__main=396, extract__layout__other=4)

    assert checks(counted(40, extract__layout__main=0) | last, before) == found


_RULE = "boilerplate/removed/support"


@pytest.mark.parametrize(
    ("took", "more", "is_found"),
    [
        # An appeal that is no longer printed, or printed at length.
        (0, {}, False),
        (160, {}, False),
        (0, {"boilerplate/repeating": 38}, True),
        (160, {"boilerplate/losing": 30}, True),
        (110, {"boilerplate/losing": 30}, False),
    ],
)
def test_a_rule_is_named_that_misses_what_is_there_or_takes_the_story(
    took: int, more: dict[str, int], is_found: bool
) -> None:
    last, before = counted(40) | {_RULE: took} | more, USUAL | {_RULE: 380}

    assert ("rule support" in checks(last, before)) is is_found


def test_a_share_of_few_is_not_held_against_one_of_few() -> None:
    assert is_more(Share(12, 12), Share(0, 100), 0.3)
    assert not is_more(Share(4, 4), Share(0, 100), 0.3)
    assert not is_more(Share(5, 5), Share(0, 5), 0.3)
    assert not is_more(Share(12, 12), Share(90, 100), 0.3)


def test_five_thousand_articles_of_a_backfill_weigh_as_three_hundred() -> None:
    assert not is_more(Share(3, 8), Share(10, 5_000), 0.3)


def test_lengths_are_compared_by_ranks() -> None:
    assert is_shifted({1: 12}, {2: 100}) == -1
    assert is_shifted({3: 12}, {2: 100}) == 1
    assert is_shifted({2: 12}, {2: 100}) == 0
    assert is_shifted({1: 3}, {2: 100}) == 0


def happenings(*ago: timedelta) -> tuple[datetime, ...]:
    return tuple(sorted(NOW - each for each in ago))


HOURLY = happenings(*(each * HOUR for each in range(1, 600)))


def inputs(**more: Any) -> HealthInputs:
    given = {"crawls": HOURLY, "links": HOURLY, "looks": (), "now": NOW}
    return HealthInputs(**{"outlet": "herald", **given, **more})


@every_row(
    ("more", "found"),
    [
        ({}, []),
        ({"crawls": happenings(*(each * HOUR for each in range(8, 600)))}, ["crawls herald"]),
        ({"crawls": happenings(*(each * HOUR for each in range(5, 600)))}, []),
        # Five crawls in an hour of trying out have no rhythm.
        ({"crawls": happenings(*(9 * DAY + each * HOUR for each in range(5)))}, []),
        ({"links": happenings(*(each * HOUR for each in range(30, 600)))}, ["source herald"]),
        # It is a weekly.
        ({"links": happenings(*(3 * DAY + each * 5 * DAY for each in range(6)))}, []),
        ({"sources": {"feed": happenings(*(4 * DAY + n * HOUR for n in range(200)))}},
         ["source feed"]),
        ({"strange": {"feed": (Share(6, 6), Share(1, 30))}}, ["source feed"]),
        # It is a weekly of three sources, and its sitemap got some topics.
        ({"strange": {"feed": (Share(6, 6), Share(1, 30))},
          "links": happenings(*((3 + n // 3 * 5) * DAY + n % 3 * HOUR / 9 for n in range(18)))},
         []),
        ({"strange": {"feed": (Share(6, 6), Share(1, 30))},
          "links": happenings(*(6 * DAY + each * 5 * DAY for each in range(5)))}, ["source feed"]),
        # It lists much else anyhow, or hardly anything is known of it.
        ({"strange": {"feed": (Share(6, 6), Share(12, 30))}}, []),
        ({"strange": {"feed": (Share(6, 6), Share(0, 3))}}, []),
        ({"silent": (("feed", NOW - 25 * HOUR),)}, ["source feed"]),
        ({"silent": (("feed", NOW - 23 * HOUR),)}, []),
        ({"unanswered": 1, "crawls": happenings(HOUR), "links": happenings()}, ["source herald"]),
        ({"days": (20,) * 25 + (1, 0, 2)}, ["articles few"]),
        # Every weekend is quiet.
        ({"days": ((20,) * 5 + (1, 1)) * 4}, []),
        ({"days": (20,) * 27 + (150,)}, ["articles many"]),
        ({"days": (20,) * 5 + (0, 0, 0)}, []),
    ],
)  # fmt: skip
def test_silence_is_what_lasts_longer_than_ever(more: dict[str, Any], found: list[str]) -> None:
    assert [f"{each.check} {each.subject}" for each in findings(inputs(**more))] == found


def _paged(*of: tuple[timedelta, int, int]) -> tuple[PagedArticle, ...]:
    """So many articles of an age, and of them so many in part."""
    return tuple(
        PagedArticle(
            url=f"https://h.test/{n}",
            seen_at=NOW - age,
            is_in_part=n < part,
            lacks=(f"https://h.test/{n}/2 (http_404)",) if n < part else (),
        )
        for age, count, part in of
        for n in range(count)
    )


@every_row(
    ("paged", "told"),
    [
        ((), ""),
        (_paged((HOUR, 20, 0)), ""),
        # Nothing is known before: a fifth may be.
        (_paged((HOUR, 10, 2)), ""),
        (_paged((HOUR, 6, 6)), "6 of 6 articles on several pages are kept in part; missing:"),
        (_paged((HOUR, 4, 4)), ""),
        # Few in a week: those before count as well.
        (_paged((HOUR, 2, 2), (10 * DAY, 3, 3)), "5 of 5 articles"),
        (_paged((HOUR, 20, 20), (10 * DAY, 40, 1)), "20 of 20"),
        # So it is with this site, and somebody has seen it.
        (_paged((HOUR, 20, 20), (10 * DAY, 40, 39)), ""),
        # What broke in this week has not become usual.
        (_paged((HOUR, 20, 20), (2 * DAY, 90, 90)), "20 of 20"),
    ],
)
def test_articles_that_lack_pages_are_a_finding_where_that_is_more_than_usual(
    paged: tuple[PagedArticle, ...], told: str
) -> None:
    found = [each for each in findings(inputs(paged=paged)) if each.check == "in_part"]

    assert bool(found) == bool(told)
    assert all(each.text.startswith(told) for each in found)
    assert all("https://h.test/0/2 (http_404)" in each.text for each in found)


def test_a_finding_is_told_once_a_day_and_its_end_once() -> None:
    finding = Finding(check="field", subject="authors", text="12 of 12")

    first = news_of([finding], {}, NOW)
    assert first.findings == (finding,)
    again = news_of([finding], first.told, NOW + HOUR)
    assert again.findings == ()
    assert news_of([finding], again.told, NOW + DAY).findings == (finding,)
    other = Finding(check="length", subject="words", text="90")
    gone = news_of([other], again.told, NOW + HOUR)
    assert news_of([finding, other], gone.told, NOW + 2 * HOUR).findings == ()
    end = news_of([], again.told, NOW + 2 * HOUR)
    assert end.is_well_again
    assert not news_of([], end.told, NOW + 3 * HOUR).is_well_again


@pytest.mark.parametrize(
    ("rule", "length", "is_found"),
    [
        ("links", 41, True),
        ("links", 39, False),
        ("written", 60, False),
        ("generic.behind_story", 60, False),
    ],
)
def test_an_article_that_lost_much_to_rules_that_nobody_wrote_for_it_is_seen(
    rule: str, length: int, is_found: bool
) -> None:
    gone = Removal(rule, 1, Block(BlockKind.PARAGRAPH, "x" * length))
    article = Article(
        url="https://herald.test/1",
        canonical_url="https://herald.test/1",
        outlet="herald",
        key="1",
        headline="Snow",
        layout="main",
        blocks=(Block(BlockKind.PARAGRAPH, "y" * (100 - length)),),
        removed=(gone,),
    )

    assert is_stripped(article, frozenset({"written"})) is is_found
