"""Of articles of which pages are missing visits tell which, and so does health."""

import json
from pathlib import Path

from tests.cli.runner import newscrawl
from tests.crawl.paged import OUTLET, SECOND, STORY, THIRD, chapter
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer

_LISTED = "/list.xml"
_ERRORS = "SELECT error FROM visit ORDER BY id DESC LIMIT 1"


def _crawl(harbor: Crawls, hour: int) -> None:
    harbor.now = f"2026-10-12T{hour}:00:00Z"
    ended = harbor.run("-a", f"urls={harbor.mirror}{STORY}")
    assert ended.code == 0, ended.stderr


def test_a_visit_tells_which_pages_did_not_come_and_why(
    harbor: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    here = f"https://www.themoscowtimes.com{STORY}"
    server.override(SECOND, status=404)
    _crawl(harbor, 10)
    assert harbor.ask(_ERRORS) == [(f"{here}/2 (http_404)",)]

    server.override(SECOND, status=302, headers={"Location": THIRD})
    _crawl(harbor, 11)
    assert harbor.ask(_ERRORS) == [(f"{here}/2 (sent to {here}/3)",)]

    server.heal(SECOND)
    site.add_html_page(SECOND, chapter(1))
    _crawl(harbor, 12)
    assert harbor.ask(_ERRORS) == [(f"{here}/2 (an earlier page again)",)]

    site.add_html_page(SECOND, chapter(2))
    _crawl(harbor, 13)
    assert harbor.ask(_ERRORS) == [(None,)]


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
