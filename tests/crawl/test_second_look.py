"""A page that no article could be made of is looked at again, by crawls that nobody told to."""

from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer

_BARE = "<html><body><article><p>A town woke up, and nobody wrote a headline yet.</p></article>"
_FEW = {"CLOSESPIDER_ITEMCOUNT": "3", "NEWSCRAWL_LEASE": "4"}


def _at(crawls: Crawls, now: str) -> None:
    crawls.now = now
    ended = crawls.run(**_FEW)
    assert ended.code in (0, 3), ended.stderr


def test_a_page_that_got_its_headline_later_is_stored_by_itself(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    story = site.stories[0]
    server.override(story.path, body=_BARE)
    crawls.run("-a", f"urls={site.truth(story.key)['url']}")
    assert crawls.outcome(story.key) == ("quarantined", "no_headline")

    crawls.change("UPDATE link SET next_visit_at = NULL WHERE key <> :key", key=story.key)
    server.forget_requests()
    _at(crawls, "2026-10-12T12:30:00Z")
    assert story.path not in {request.path for request in server.requests}

    _at(crawls, "2026-10-12T13:30:00Z")
    assert [r.path for r in server.requests].count(story.path) == 1
    assert crawls.outcome(story.key) == ("quarantined", "no_headline")

    server.heal(story.path)
    _at(crawls, "2026-10-12T16:00:00Z")

    assert crawls.outcome(story.key) == ("stored", None)
    assert crawls.article(story.key)["headline"] == story.headline
    crawls.assert_adds_up()
