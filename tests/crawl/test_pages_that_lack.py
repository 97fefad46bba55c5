"""Of articles of which pages are missing health tells which."""

import json
from pathlib import Path

from tests.cli.runner import newscrawl
from tests.crawl.paged import OUTLET, chapter
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer

_LISTED = "/list.xml"


def test_health_names_the_pages_that_articles_lack(
    harbor: Crawls, site: ExampleSite, server: SiteServer, tmp_path: Path
) -> None:
    source = 'sources=(Sitemap("/list.xml"),)'
    file = OUTLET.replace("sources=()", source).replace("import Layout", "import Layout, Sitemap")
    (tmp_path / "outlets" / "harbor.py").write_text(file)
    stories = [f"/2026/10/11/race-of-boats-a80{n}" for n in range(6)]
    urls = "".join(f"<url><loc>https://www.themoscowtimes.com{one}</loc></url>" for one in stories)
    server.override(_LISTED, status=200, body=f"<urlset>{urls}</urlset>")
    for story in stories:
        site.add_html_page(story, chapter(2, f"Nobody won the race {story}.", story))
        server.override(f"{story}/3", status=404)

    ended = harbor.run()
    found = newscrawl("health", "--json", **harbor.environ)

    assert ended.code == 6
    assert any("(in_part)" in line and "/3 (http_404)" in line for line in ended.complaints)
    [finding] = [one for one in json.loads(found.stdout) if one["check"] == "in_part"]
    assert (found.returncode, finding["subject"]) == (6, "pages")
    assert finding["text"].startswith("6 of 6 articles on several pages are kept in part; missing:")
    assert finding["text"].count("/3 (http_404)") == 3
    assert "3 others" in finding["text"]
    assert "next_pages" in finding["text"]
