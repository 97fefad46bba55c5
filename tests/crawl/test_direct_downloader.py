"""Who holds requests back: the handler, and Scrapy's own downloader where somebody asks it to."""

import json
from itertools import pairwise

import pytest

from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer


@pytest.mark.parametrize(
    ("slot", "is_slow"), [({"delay": 0.6, "jitter": 0}, True), ({"concurrency": 4}, False)]
)
def test_a_delay_that_somebody_gives_a_host_in_scrapys_way_holds(
    crawls: Crawls, server: SiteServer, site: ExampleSite, slot: dict[str, float], is_slow: bool
) -> None:
    host = server.url.split("/")[2].split(":")[0]
    wanted = ",".join(site.truth(story.key)["url"] for story in site.stories[:4])

    ended = crawls.run("-a", f"urls={wanted}", DOWNLOAD_SLOTS=json.dumps({host: slot}))

    assert ended.code == 0
    times = [request.time for request in server.requests if request.path != "/robots.txt"]
    assert (min(later - sooner for sooner, later in pairwise(times)) > 0.55) is is_slow
