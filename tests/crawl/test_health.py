"""A site that changes its layout is heard of in the same run, and an operator is told once."""

import json

from newscrawl.site import ExampleSite
from tests.cli.runner import newscrawl
from tests.crawl.runner import Crawls
from tests.listeners import webhook


def test_a_new_layout_ends_the_same_crawl_with_6(crawls: Crawls, site: ExampleSite) -> None:
    first = crawls.run()
    assert (first.code, first.stderr) == (0, "")

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
    assert any("no layout fits" in line for line in third.complaints)
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
