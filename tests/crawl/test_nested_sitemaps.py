"""An index of sitemaps that lists indexes again, circles, and entries without an address."""

from pathlib import Path

from tests.crawl import third_party
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite

_HOME = "https://www.themoscowtimes.com"


def _index(*children: str) -> str:
    entries = "".join(f"<sitemap>{child}</sitemap>" for child in children)
    return f"<sitemapindex>{entries}</sitemapindex>"


def test_a_crawl_follows_indexes_within_an_index_and_says_what_it_left(
    crawls: Crawls, site: ExampleSite, tmp_path: Path
) -> None:
    crawls.variables |= third_party.install(tmp_path, "nested")
    crawls.outlet = "third_nested"
    stories = site.stories[:3]
    site.add_html_page("/index.xml", _index("<loc>/years.xml</loc>", "<lastmod>2026</lastmod>"))
    site.add_html_page("/years.xml", _index("<loc>/list.txt</loc>", "<loc>/index.xml</loc>"))
    site.add_html_page("/list.txt", "".join(f"{_HOME}{story.path}\n" for story in stories))

    first, second = crawls.run(), crawls.run()

    assert (first.code, second.code) == (0, 0), first.stderr
    assert crawls.keys() >= {story.key for story in stories}
    for ended in (first, second):
        assert "1 sitemaps were not followed: they were read already" in ended.stderr
    assert "entries without an address: 1" in first.stderr
    counted = "SELECT (stats ->> 'discover/{}')::int FROM crawl WHERE id = 1"
    assert crawls.count(counted.format("unaddressed")) == 1
    assert crawls.count(counted.format("not_followed")) == 1
