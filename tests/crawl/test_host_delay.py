"""What an outlet's server sees of a crawl: nothing forbidden, nothing too soon, nothing astray."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newscrawl.archive.postgres.embedded_server import Server
from tests.crawl.runner import Crawls, articles_asked, paths, scrapy, wait_until
from tests.site.example import ExampleSite, SiteServer, Story, serve

if TYPE_CHECKING:
    from subprocess import Popen


def _urls(site: ExampleSite, *stories: Story) -> str:
    return "urls=" + ",".join(site.truth(story.key)["url"] for story in stories)


def test_what_is_forbidden_or_elsewhere_is_not_asked_for(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    first, second, third, away, astray, moved, target = site.stories[:7]
    live = site.story("92875")
    location = site.truth(target.key)["url"]
    server.override("/robots.txt", body=f"User-agent: *\nDisallow: {first.path}\n")
    server.override(third.path, status=301, headers={"Location": first.path})
    server.override(away.path, status=302, headers={"Location": "https://www.example.org/x"})
    server.override(moved.path, status=301, headers={"Location": location})
    server.override(f"/live/{live.key}/0", status=500)
    with serve(ExampleSite()) as private:
        server.override(astray.path, status=302, headers={"Location": f"{private.url}/secret"})
        asked = first, second, third, away, astray, moved, live
        assert crawls.run("-a", _urls(site, *asked), RETRY_ENABLED="0").code == 0
        assert private.requests == ()

    assert crawls.outcome(first.key) == ("refused", "robots")
    assert crawls.outcome(second.key)[0] == "stored"
    assert crawls.outcome(third.key) == ("refused", "robots"), "a redirect is no way around"
    assert first.path not in paths(server.requests)
    assert crawls.outcome(away.key) == crawls.outcome(astray.key) == ("offsite", "redirect")
    # What a redirect to another article leads to is stored.
    assert crawls.outcome(moved.key) == ("duplicate", f"of {target.key}")
    assert crawls.outcome(target.key)[0] == "stored"
    assert crawls.article(target.key)["url"] == location
    # Without a part that does not come, an article would look as if somebody had cut it.
    assert crawls.outcome(live.key) == ("failed", "part_http_500")
    assert crawls.keys() == {second.key, target.key}
    crawls.assert_adds_up()

    server.heal(f"/live/{live.key}/0")
    assert crawls.run("-a", _urls(site, live)).code == 0
    assert crawls.outcome(live.key)[0] == "stored"
    assert crawls.keys() == {second.key, target.key, live.key}


def test_without_an_answer_for_robots_txt_nothing_is_asked_for(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    server.override("/robots.txt", status=500)

    ended = crawls.run("-a", _urls(site, *site.stories[:2]), RETRY_ENABLED="0")

    assert set(paths(server.requests)) == {"/robots.txt"}
    assert "Traceback" not in ended.stderr
    outcomes = {crawls.outcome(story.key) for story in site.stories[:2]}
    assert outcomes <= {("failed", "robots_unavailable"), ("waiting", None)}


def test_a_crawl_delay_holds_although_the_operator_wants_none(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    others = "User-agent: bot\nUser-agent: news\nCrawl-delay: 50\n\n"
    server.override("/robots.txt", body=f"{others}User-agent: *\nCrawl-delay: 0.7\n")
    crawls.variables["NEWSCRAWL_CONTACT"] = "https://archive.example.org/bot"
    assert crawls.run("-a", _urls(site, *site.stories[:5]), DOWNLOAD_DELAY="0").code == 0
    times = [request.time for request in server.requests]
    assert len(times) == 6
    assert min(later - sooner for sooner, later in pairwise(times[1:])) > 0.65


def test_a_crawl_delay_does_not_shorten_the_operators(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    server.override("/robots.txt", body="User-agent: *\nCrawl-delay: 0.1\n")
    assert crawls.run("-a", _urls(site, *site.stories[:3]), DOWNLOAD_DELAY="0.8").code == 0
    times = [request.time for request in server.requests]
    assert min(later - sooner for sooner, later in pairwise(times[1:])) > 0.75


def test_a_short_retry_after_is_waited_for(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    asked = dict(zip((429, 503), site.stories, strict=False))
    for status, story in asked.items():
        server.override(story.path, status=status, headers={"Retry-After": "2"}, times=1)

    assert crawls.run("-a", _urls(site, *site.stories[:3])).code == 0

    assert crawls.ledger()["stored"] == 3
    for status, story in asked.items():
        log = [request for request in server.requests if request.path == story.path]
        assert [request.status for request in log] == [status, 200]
        told = log[0].time
        meanwhile = [r.path for r in server.requests if told < r.time < told + 1.9]
        assert meanwhile == [], "the whole host is left alone"


def test_a_range_reads_the_months_that_it_covers_and_leaves_the_rest_waiting(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    assert crawls.run("-a", "since=2026-05-03", "-a", "until=2026-06-30").code == 0

    asked = paths(server.requests)
    assert [path for path in asked if path.startswith("/sitemap/2")] == [
        "/sitemap/2026-6.xml",
        "/sitemap/2026-5.xml",
    ]
    assert "/news/19" in asked
    assert "/regions" not in asked
    inside = {
        story.key
        for story in site.stories
        if story.listed and "2026-05-03" <= story.published[:10] <= "2026-06-30"
    }
    assert inside
    assert crawls.keys() == inside
    assert len(articles_asked(server.requests)) == len(inside)
    assert crawls.ledger()["waiting"] > 0
    crawls.assert_adds_up()


#: Three outlets that one host serves.
_TOGETHER = ("moscow_times", "kyiv_independent", "balkan_insight")
_APART = 0.4


@pytest.mark.parametrize("is_shared", [True, False])
def test_crawls_of_one_host_keep_its_delay_together_whatever_is_killed(
    crawls: Crawls, server: SiteServer, tmp_path: Path, is_shared: bool
) -> None:
    """By the server's log. The control has an archive for each crawl: nothing to agree through."""
    alone = {} if is_shared else {"NEWSCRAWL_DATABASE_URL": ""}
    with ExitStack() as stack:
        started = [
            stack.enter_context(_started(crawls, name, tmp_path / name, alone))
            for name in (*_TOGETHER, *_TOGETHER[:1])[: 3 if is_shared else 2]
        ]
        wait_until(lambda: len(server.requests) > 8)
        started[0].kill()
        started[0].wait()
        again = stack.enter_context(_started(crawls, _TOGETHER[0], tmp_path / "again", alone))
        seen = len(server.requests)
        wait_until(lambda: len(server.requests) > seen + 8)
        for process in (*started[1:], again):
            process.kill()
    times = [request.time for request in server.requests]
    closest = min(later - sooner for sooner, later in pairwise(times))
    assert (closest >= _APART - 0.002) is is_shared, closest


@contextmanager
def _started(
    crawls: Crawls, outlet: str, home: Path, alone: Mapping[str, str]
) -> Iterator["Popen[str]"]:
    environ = {**crawls.environ, "NEWSCRAWL_HOME": str(home), **alone}
    arguments = "crawl", outlet, "-a", f"mirror={crawls.mirror}"
    try:
        with scrapy(*arguments, environ=environ, DOWNLOAD_DELAY=str(_APART)) as process:
            yield process
    finally:
        if alone:
            # A crawl that is killed leaves its server to the next process that comes: this one.
            with Server(home):
                pass


def test_robots_txt_is_asked_for_once_a_day_and_counts_where_it_fails(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    first, second = site.stories[:2]
    server.override("/robots.txt", body=f"User-agent: *\nDisallow: {first.path}\n")
    for day, asked in (("12", 1), ("12", 0), ("14", 1)):
        crawls.now = f"2026-10-{day}T12:00:00Z"
        assert crawls.run("-a", _urls(site, first, second)).code == 0
        assert paths(server.requests).count("/robots.txt") == asked
        server.forget_requests()

    crawls.now = "2026-10-16T12:00:00Z"
    server.override("/robots.txt", status=503)
    crawls.run("-a", _urls(site, first, second), RETRY_ENABLED="0")
    assert first.path not in paths(server.requests)
    assert second.path in paths(server.requests), "what it said two days ago still counts"
