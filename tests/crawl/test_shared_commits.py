"""Which pages of a crawl are committed together."""

from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer


def test_pages_that_a_delay_parts_share_a_commit(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    wanted = ",".join(site.truth(story.key)["url"] for story in site.stories[:5])

    assert crawls.run("-a", f"urls={wanted}", DOWNLOAD_DELAY="0.5").code == 0

    assert crawls.ledger()["stored"] == 5
    assert crawls.count("SELECT count(DISTINCT xmin::text) FROM visit") == 1


def test_pages_so_large_that_no_more_are_begun_are_stored_without_waiting_for_more(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    """Two of them are what Scrapy holds at once."""
    stories = site.stories[:6]
    for story in stories:
        server.override(story.path, body="<html><body>" + " " * 2_600_000)
    wanted = ",".join(site.truth(story.key)["url"] for story in stories)

    crawls.run("-a", f"urls={wanted}", CONCURRENT_REQUESTS="1")

    assert crawls.count("SELECT count(*) FROM visit") == 6
    times = [request.time for request in server.requests if request.path != "/robots.txt"]
    assert len(times) == 6
    assert max(times) - min(times) < 4
