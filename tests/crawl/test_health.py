"""A site that changes its layout is heard of in the same run, and an operator is told once."""

import json
from itertools import cycle

import pytest

from tests.cli.runner import newscrawl
from tests.crawl.runner import Crawls
from tests.crawl.test_exit_codes import _SOURCES as SOURCES
from tests.listeners import webhook
from tests.site.example import ExampleSite, SiteServer


def test_a_new_layout_ends_the_same_crawl_with_6(crawls: Crawls, site: ExampleSite) -> None:
    first = crawls.run()
    assert (first.code, first.stderr) == (0, "")
    assert crawls.last_crawl()["stats"]["boilerplate/accepted"] == 0, "no appeal is new"
    assert crawls.count("SELECT count(*) FROM removed_text WHERE rule LIKE 'learned-%'") == 0

    # Every page is another one, but its layout is the same: the control.
    site.set_plea("2025")
    crawls.now = "2026-10-13T12:00:00Z"
    crawls.ask_for_all()
    second = crawls.run()
    assert (second.code, second.stderr) == (0, "")
    assert newscrawl("health", **crawls.environ).returncode == 0

    site.hashed = True
    site.set_plea("2024")
    crawls.now = "2026-10-14T12:00:00Z"
    crawls.ask_for_all()
    third = crawls.run()
    assert third.code == 6
    assert any("no layout matches" in line for line in third.complaints)
    assert crawls.last_crawl()["exit_code"] == 6
    _assert_told_once(crawls)


def _assert_told_once(crawls: Crawls) -> None:
    with webhook() as (address, kept):
        told = {**crawls.environ, "NEWSCRAWL_NOTIFY": f"http://{address}"}
        assert [newscrawl("health", "--notify", **told).returncode for _ in range(2)] == [6, 6]
        refused = newscrawl("health", "--notify", **crawls.environ)

    [post] = map(json.loads, kept)
    assert post["subject"] == "newscrawl: moscow_times needs a look"
    assert any(each["check"] == "layout" for each in post["findings"])
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("is_forbidden", [False, True])
def test_first_crawls_that_nothing_answers_need_a_look(
    crawls: Crawls, server: SiteServer, is_forbidden: bool
) -> None:
    """No source answers, or robots.txt forbids to ask any."""
    if is_forbidden:
        server.override("/robots.txt", body="User-agent: *\nDisallow: /")
    else:
        for path, status in zip(SOURCES, cycle((500, 403)), strict=False):
            server.override(path, status=status)
    for _ in range(2):
        assert crawls.run(RETRY_ENABLED="0").code in (3, 7)

    ill = newscrawl("health", "--json", **crawls.environ)

    [found] = json.loads(ill.stdout)
    assert (ill.returncode, found["check"], found["subject"]) == (6, "source", "moscow_times")
    assert found["text"] == "no source has ever answered: 2 crawls asked"
    for path in ("/robots.txt", *SOURCES):
        server.heal(path)
    # A robots.txt holds for a day.
    crawls.change("DELETE FROM host")
    assert crawls.run(CLOSESPIDER_ITEMCOUNT="3", NEWSCRAWL_LEASE="4").code == 0
    well = newscrawl("health", **crawls.environ)
    assert (well.returncode, well.stdout) == (0, "nothing needs a look\n")


def test_an_outlet_of_which_no_crawl_has_ended_is_not_said_to_be_well(crawls: Crawls) -> None:
    nobody = newscrawl("health", **crawls.environ)
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert nobody.stderr == "newscrawl: no crawl has ended yet\n"

    one = newscrawl("health", "moscow_times", **crawls.environ)
    assert (one.returncode, one.stdout) == (1, "")
    assert one.stderr == "newscrawl: no crawl of moscow_times has ended yet\n"
