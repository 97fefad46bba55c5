"""Which articles a page leads to."""

from newscrawl.extract.fields.page_links import MOST, mentioned
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from tests.rows import every_row

_HOME = "https://herald.test"
_OUTLET = Outlet(
    name="herald",
    title="The Herald",
    home=_HOME,
    language="en",
    articles=(r"^/\d{4}/\d{2}/\d{2}/.*-a(?P<key>\d+)$",),
)


def _page(html: str) -> Page:
    return Page(f"{_HOME}/2026/10/12/snow-a1", html.encode())


@every_row(
    ("href", "found"),
    [
        ("/2026/10/11/rain-a2", {"2": f"{_HOME}/2026/10/11/rain-a2"}),
        ("https://www.herald.test/2026/10/11/rain-a2#x", {"2": f"{_HOME}/2026/10/11/rain-a2"}),
        ("/2026/10/12/snow-that-fell-a1", {}),
        ("/calendar/9999/12", {}),
        ("https://other.test/2026/10/11/rain-a2", {}),
        ("javascript:void(0)", {}),
        ("http://[", {}),
        ("#top", {}),
    ],
)
def test_only_the_outlets_own_other_articles_are_found(href: str, found: dict[str, str]) -> None:
    assert mentioned(_page(f'<p><a href="{href}">x</a></p>'), _OUTLET) == found


def test_an_endless_list_is_cut() -> None:
    html = "".join(f'<a href="/2026/10/11/rain-a{n}">x</a>' for n in range(2, 5 * MOST))
    assert len(mentioned(_page(html), _OUTLET)) == MOST
