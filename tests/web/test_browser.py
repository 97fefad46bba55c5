"""The pages as readers meet them in a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import DESK, PHONE, TABLET, barriers, too_wide, window
from tests.web.conftest import EDITED, Crawled, Served, serving

#: What each page says, whoever reads it.
SAID = {
    "/?q=bread": "Search the archive",
    "{own}": "Cite this revision",
    "{pleading}?removed=yes": "Hide what cleaning removed",
    "{own}/difference": "altogether",
    "{own}/kept": "Kept page",
    "/edits": "Edits",
    "/deletions": "Deletions",
    "/outlets": "Outlets",
    "/outlets/moscow_times": "Every link, accounted for",
    "/operator": "The ledger",
    "/rules": "Rules that the archive learned",
    "/articles/999999999": "no such article",
    "/?since=tomorrow": "since",
}
#: Of answers that are no 200; and of a kept page, which may load nothing.
_EXPECTED = (
    "Failed to load resource",
    "Setting the document's base URI",
    "Loading the ",
    "Blocked ",
)


@pytest.fixture(scope="module")
def pages(crawled: Crawled) -> Iterator[Served]:
    with serving(crawled.reader, crawled.home) as server:
        yield server


@pytest.fixture(scope="module")
def root(pages: Served) -> str:
    return f"http://127.0.0.1:{pages.port}"


def _path(pages: Served, path: str) -> str:
    """With an article that was edited, or one of which cleaning took something."""
    pleading = pages.rows("SELECT min(article_id) FROM removed_text")[0][0]
    own = f"/articles/{pages.article_of(EDITED)}"
    return path.format(own=own, pleading=f"/articles/{pleading}")


@pytest.mark.parametrize("path", SAID)
def test_a_page_fits_and_keeps_nobody_out(
    chromium: Browser, pages: Served, root: str, path: str
) -> None:
    with window(chromium) as (page, met):
        page.goto(root + _path(pages, path))

        assert SAID[path] in page.inner_text("body")
        for width, scheme in ((DESK, "light"), (TABLET, "dark"), (PHONE, "light"), (PHONE, "dark")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            assert too_wide(page) == [], width
            assert width == TABLET or barriers(page) == [], (width, scheme)
        assert met.asked_elsewhere(root) == []
        assert met.dialogs == []
        assert [each for each in met.complaints if not each.startswith(_EXPECTED)] == []


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_reader_walks_from_the_search_to_the_citation(
    chromium: Browser, pages: Served, root: str, has_scripts: bool
) -> None:
    headline = pages.rows("SELECT headline FROM articles WHERE key = :key", key=EDITED)[0][0]
    with window(chromium, java_script_enabled=has_scripts) as (page, met):
        page.goto(root)
        page.get_by_label("Words").fill(f'"{headline}"')
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name=headline).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(headline)

        page.get_by_role("link", name="what changed").first.click()
        expect(page.locator("ins", has_text="altogether")).not_to_have_count(0)

        page.go_back()
        page.get_by_role("link", name="replayed").click()
        expect(page.frame_locator("iframe.kept").locator("body")).to_contain_text(headline)

        page.go_back()
        expect(page.locator(".citation")).to_contain_text("revision")
        digest = page.locator("dd code").last.inner_text()
        expect(page.locator(".citation")).to_contain_text(digest.rpartition(":")[2][:8])

        page.goto(root + _path(pages, "{pleading}"))
        page.get_by_role("link", name="Show what cleaning removed").click()
        expect(page.locator(".taken .rule")).not_to_have_count(0)
        assert met.asked_elsewhere(root) == []


def test_the_keyboard_alone_is_enough(chromium: Browser, root: str) -> None:
    with window(chromium) as (page, _):
        page.goto(root)
        page.keyboard.press("Tab")
        assert _focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("bread")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=bread*")

        met = _tab_to(page, lambda href: "/articles/" in href)
        assert met, "no article is reached with the tabulator"
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/*")
        assert _tab_to(page, lambda href: "/kept" in href), "nor its kept page"
        page.keyboard.press("Enter")
        page.wait_for_url("**/kept*")


def test_an_article_is_printed_without_what_is_for_screens(
    chromium: Browser, pages: Served, root: str
) -> None:
    with window(chromium, color_scheme="dark") as (page, _):
        page.goto(root + _path(pages, "{own}"))
        page.emulate_media(media="print")

        assert not page.locator(".top").is_visible()
        assert page.locator("article.read").is_visible()
        assert page.locator(".citation").is_visible()
        ground, ink = (
            page.evaluate(f"getComputedStyle(document.body).{name}")
            for name in ("backgroundColor", "color")
        )
        assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText"))


def _tab_to(page: Page, is_it: Callable[[str], bool], most: int = 80) -> bool:
    """Press the tabulator until a link is reached that is wanted; each place is seen to be."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement")
        outline = focused.evaluate("one => getComputedStyle(one).outlineStyle")
        # Behind the last link the browser's own buttons follow.
        assert outline != "none" or focused.evaluate("one => one === document.body"), focused
        if is_it(page.evaluate("document.activeElement.href || ''")):
            return True
    return False
