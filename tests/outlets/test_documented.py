"""The outlets that the docs print are added, read and crawled as the docs say."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MakeDatabase
from tests.site.example import ExampleSite, serve

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = (ROOT / "docs" / "outlets.md").read_text(encoding="utf-8")
HOME, PATH = "https://gazette.example", "/2026/02/25/a-bridge-closes-17"
RSS = f"""<rss version="2.0"><channel><title>The Gazette</title>
<item><title>A Bridge Closes</title><link>{HOME}{PATH}</link></item></channel></rss>"""
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
INDEX = f"""<sitemapindex xmlns="{SITEMAPS}"><sitemap><loc>{HOME}/2026-02.xml</loc></sitemap>
</sitemapindex>"""
MONTH = f"""<urlset xmlns="{SITEMAPS}"><url><loc>{HOME}{PATH}</loc></url></urlset>"""


def _block(text: str, language: str) -> str:
    """The first block of this language that the docs print."""
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def _said(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout whose reader added both outlets, and saved the page."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "newscrawl", folder / "newscrawl")
    shutil.copy(ROOT / "scrapy.cfg", folder)
    (folder / "tests" / "outlets").mkdir(parents=True)
    place = folder / _said(r"Write `(newscrawl/outlets/\w+\.py)`", DOCS)
    place.write_text(_block(DOCS, "python"))
    place.with_name(_said(r"`(\w+\.py)`:\n\n```python\nfrom", README)).write_text(
        _block(README, "python")
    )
    (folder / "page.html").write_text(_block(DOCS, "html"))
    return folder


def _run(checkout: Path, *command: str, **environ: str) -> str:
    """What a command prints, in the checkout and from it, as after ``pip install -e .``."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=checkout,
        env={**own, "PYTHONPATH": str(checkout), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_the_readme_installs_is_the_checkout_itself() -> None:
    installs = re.findall(r"pip install ([^&\n]+)", README)

    assert len(installs) == 2
    assert all("-e" in arguments.split() for arguments in installs)


def test_an_outlet_is_found_because_its_file_is_there(checkout: Path) -> None:
    assert {"gazette", "harbor_gazette"} <= set(_run(checkout, "scrapy", "list").split())


def test_the_page_of_the_docs_is_read_as_they_say(checkout: Path) -> None:
    command = _said(r"`newscrawl (extract --outlet gazette page\.html)`", DOCS).split()

    read = json.loads(_run(checkout, "newscrawl.cli", *command))

    assert read["body"] == _said(r"one sentence is left: `([^`]+)`", DOCS)
    assert (read["headline"], read["section"]) == ("A Bridge Closes", "Business")
    assert {removal["rule"] for removal in read["removed"]} == {
        *("newsletter", "support", "reading-time", "more")
    }


def test_a_case_is_kept_as_they_say(checkout: Path) -> None:
    command = _said(r"`newscrawl (extract page\.html --save-case [\w/]+)`", DOCS).split()

    _run(checkout, "newscrawl.cli", *command)

    for ending in (".html", ".json"):
        assert (checkout / "tests" / "outlets" / (command[-1] + ending)).is_file()


def test_a_crawl_stores_the_article(
    checkout: Path, make_database: MakeDatabase, tmp_path: Path
) -> None:
    url = make_database.with_schema()
    environ = {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": url}
    served = {
        "/rss": RSS,
        "/sitemap.xml": INDEX,
        "/2026-02.xml": MONTH,
        PATH: _block(DOCS, "html"),
    }
    command = _said(r"`(scrapy crawl gazette)`", DOCS).split()
    with serve(ExampleSite()) as server:
        for path, body in served.items():
            kind = "text/html" if path == PATH else "application/xml"
            server.override(path, status=200, body=body, headers={"Content-Type": kind})
        mirror = ["-a", f"mirror={server.url}", "-s", "DOWNLOAD_DELAY=0"]
        _run(checkout, *command, *mirror, **environ)

    shown = json.loads(_run(checkout, "newscrawl.cli", "show", HOME + PATH, "--json", **environ))

    assert (shown["outlet"], shown["key"], shown["layout"]) == ("gazette", "17", "story")
    assert shown["body"] == _said(r"one sentence is left: `([^`]+)`", DOCS)


def test_a_newcomer_adds_an_outlet_from_saved_pages_by_the_first_page_of_the_docs(
    tmp_path: Path,
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for number, name in enumerate(("bridge", "ferry", "island", "harbor", "lock", "tide")):
        text = "".join(
            f"<p>The {name} was closed at {hour} o'clock, and whoever waited at the {name} on day "
            f"{number} went home along the river by the old road.</p>"
            for hour in range(5, 11)
        )
        (saved / f"{name}.html").write_text(
            f'<html lang="en"><head><title>The {name} - The Gazette</title>'
            f'<link rel="canonical" href="{HOME}/2026/02/1{number}/the-{name}-is-shut-{number}17">'
            '<meta property="og:site_name" content="The Gazette"></head><body>'
            f'<h1>The {name} is shut</h1><div class="story__body">{text}</div></body></html>'
        )
    environ = {"NEWSCRAWL_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}

    said = [
        _run(tmp_path, "newscrawl.cli", *line.split()[1:], **environ)
        for line in _block(DOCS, "sh").splitlines()
    ]

    assert len(said) == 5
    assert "6 pages read: story 6; agreement 1.00" in said[0]
    assert "nothing is wrong with it" in said[1]
    assert json.loads(said[2])["headline"] == "The bridge is shut"
    assert said[4].splitlines()[-1] == "1 case, 0 read differently"
