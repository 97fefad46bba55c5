"""Links are remembered, and most are joined without a parser: what is found stays the same."""

import html
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl import urls
from newscrawl.extract.fields import page_links
from newscrawl.extract.fields.page_links import MOST, mentioned
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlet
from newscrawl.page import Page
from tests.site.example import ExampleSite

_HERALD = Outlet(
    name="herald",
    title="The Herald",
    home="https://www.herald.test",
    language="en",
    aliases=("herald.test/en",),
    hosts=("static.herald.test",),
    articles=(r"^/\d{4}/\d{2}/\d{2}/.*-a(?P<key>\d+)$", r"^/straße/", r"^/n/\d+\?id=\d+$"),
    mirror="http://127.0.0.1:8000",
)
_ADDRESSES = (
    "https://www.herald.test/2026/10/12/snow-a1",
    "https://static.herald.test/n/7?id=1",
    "http://www.herald.test/",
    "https://herald.test/en/2026/10/12/snow-a1",
    "http://127.0.0.1:8000/2026/10/12/snow-a1",
    "https://user@herald.test:8443/a/b",
    "https://www.herald.test:99999/a",
    "mailto:desk@herald.test",
    "\ud800",
)
_PIECES = (
    *("/", "//", "\\", ".", "..", "?", "#", "&", "&amp;", "%2e", "%7E", "%e9", "é", "ß"),
    *("https:", "http:", "HTTPS://", "www.herald.test", "herald.test/en", "static.herald.test"),
    *("127.0.0.1:8000", ":80", "@", "\t", " ", "\x00", "javascript:", "utm_source=x", "id=1"),
    *("/2026/10/11/rain-a2", "/2026/10/12/snow-a1", "/n/7", "/straße/1", "x" * 250),
)
_HREFS = st.lists(st.sampled_from(_PIECES), max_size=5).map("".join) | st.text(
    st.characters(codec="utf-8"), max_size=20
)


def _one_by_one(address: str, hrefs: Iterable[str], outlet: Outlet) -> dict[str, str]:
    """By the parser alone: an address with a query is never joined the short way."""
    slow = replace(outlet)
    # Whose host the mirror is stays known: it is only not told by how an address begins.
    host = slow._mirror_host
    vars(slow).update(_root="nothing begins with this", _mirror_host=host, mirror=None)
    start, own = urls.absolute(address, "") or address, slow.key(address)
    start = start if "?" in start else f"{start}?"
    found = dict[str, str]()
    for href in (href.strip() for href in hrefs):
        url = "" if not href or href[0] == "#" else slow.canonical(urls.absolute(start, href) or "")
        key = slow.key(url) if url and len(url) <= urls.LONGEST_URL else None
        if key is not None and url and key != own and len(found) < MOST:
            found.setdefault(key, url)
    return found


def _hrefs(page: Page) -> list[str]:
    return [node.attributes.get("href") or "" for node in page.tree.css("a[href]")]


@example([("http://127.0.0.1:8000/2026/10/12/snow-a1", ["/2026/10/11/rain-a2"])])
@given(st.lists(st.tuples(st.sampled_from(_ADDRESSES), st.lists(_HREFS, max_size=6)), max_size=6))
def test_links_of_pages_one_after_the_other_come_to_what_each_comes_to_alone(
    pages: list[tuple[str, list[str]]],
) -> None:
    outlet = replace(_HERALD)
    for address, hrefs in pages:
        shown = "".join(f'<a href="{html.escape(href)}">x</a>' for href in hrefs)
        page = Page(address, f"<p>{'Snow fell. ' * 100}</p>{shown}".encode())
        assert mentioned(page, outlet) == _one_by_one(address, _hrefs(page), outlet)


def test_on_the_example_site_they_are_the_same() -> None:
    site, outlet = ExampleSite(), load_outlet("moscow_times")
    found = list[dict[str, str]]()
    for story in site.stories:
        address = site.truth(story.key)["url"]
        page = Page(address, site.respond(story.path)[2])
        found.append(mentioned(page, outlet))
        assert found[-1] == _one_by_one(address, _hrefs(page), outlet)
    assert sum(map(len, found)) > len(site.stories)


def test_a_long_link_is_not_remembered() -> None:
    remembered = page_links._remembered
    remembered.cache_clear()
    links = f"<a href='/?n'>x</a><a href='/?{'y' * 1_000}'>x</a>"

    mentioned(Page(_ADDRESSES[0], links.encode()), replace(_HERALD))

    assert remembered.cache_info().currsize == 1
