"""What no feed lists any more, or never did, comes into the archive all the same."""

import json
from dataclasses import replace
from datetime import date, timedelta

from tests.cli.runner import newscrawl
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite
from tests.site.model import Story, Text

_FIRST, _COUNT = date(2026, 10, 14), 96


def _story(site: ExampleSite, number: int, *texts: str) -> Story:
    """Two stories a day from the middle of October on."""
    day = _FIRST + timedelta(days=number // 2)
    return replace(
        site.story("93081"),
        key=str(95000 + number),
        slug=f"story-{number}",
        published=f"{day}T{9 + number % 2:02}:00:00+03:00",
        modified=None,
        headline=f"Story Number {number}",
        body=(Text(*(texts or (f"Of this there is nothing but number {number} to be said.",))),),
    )


def test_a_window_that_was_overrun_is_noticed_and_filled(crawls: Crawls, site: ExampleSite) -> None:
    assert crawls.run().code == 0
    assert crawls.count("SELECT count(*) FROM gap") == 0
    for number in range(_COUNT):
        site.publish(_story(site, number))
    site.today = _FIRST + timedelta(days=_COUNT // 2)
    crawls.now = "2026-12-02T12:00:00Z"

    late = crawls.run()
    before = {str(95000 + n) for n in range(_COUNT)} - crawls.keys()
    filled = newscrawl(
        *("gaps", "moscow_times", "--fill", "--json"),
        *("--", "-a", f"mirror={crawls.mirror}", "-s", "DOWNLOAD_DELAY=0"),
        **crawls.environ,
    )

    assert "newscrawl gaps moscow_times --fill" in late.stderr
    assert crawls.count("SELECT (stats ->> 'discover/overrun')::int FROM crawl WHERE id = 2") == 1
    assert before, "the control: the late crawl alone does not see all"
    assert filled.returncode == 0, filled.stderr
    [gap] = [gap for gap in json.loads(filled.stdout) if gap["source"].endswith("/rss/news")]
    assert gap["filled_at"]
    assert gap["not_stored"] == 0
    assert {str(95000 + n) for n in range(_COUNT)} <= crawls.keys()
    crawls.assert_adds_up()


def test_a_story_that_only_a_text_leads_to_is_stored_and_an_old_one_waits_for_its_range(
    crawls: Crawls, site: ExampleSite
) -> None:
    unlisted = "https://www.themoscowtimes.com/2026/10/10/nobody-lists-this-a96001"
    old = "https://www.themoscowtimes.com/2019/10/10/old-news-a96002"
    html = site.respond(site.story("93081").path)[2].decode()
    for url in (unlisted, old):
        site.add_html_page(
            url.removeprefix("https://www.themoscowtimes.com"),
            html.replace("https://www.themoscowtimes.com" + site.story("93081").path, url),
        )
    site.publish(replace(_story(site, 0, f"[One]({unlisted}) and [two]({old})."), key="95999"))

    assert crawls.run().code == 0

    assert crawls.outcome("96001") == ("stored", None)
    assert crawls.outcome("96002") == ("waiting", None)
    rows = crawls.ask("SELECT listed_in, next_visit_at FROM link WHERE key = '96002'")
    assert [tuple(row) for row in rows] == [(["text"], None)]
    assert crawls.run("-a", "since=2019-10-01", "-a", "until=2019-10-31").code == 0
    assert crawls.outcome("96002") == ("stored", None)
    crawls.assert_adds_up()


def test_arguments_of_crawls_are_for_those_that_fill() -> None:
    done = newscrawl("gaps", "moscow_times", "--", "-a", "max_articles=1")

    said = "-a max_articles=1 needs --fill: it goes to the crawls"
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"newscrawl: {said}\n"
