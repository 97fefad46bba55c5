"""Which reading a page gets: a layout's, the generic reader's, or one by the other's witness."""

from dataclasses import replace

import pytest

from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of

OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    layouts=(Layout("story", ".story"),),
)
_LEARNED = replace(OUTLET, layouts=(Layout("story", ".story", is_learned=True),))
_LINES = [f"The ferry sails at {hour}, and comes back before the tide turns." for hour in "6789"]
_TEXT = "".join(f"<p>{line}</p>" for line in _LINES)
_LINKS = '<p><a href="/news/1">The steamer that never came back</a></p>'


def _read(body: str, outlet: Outlet | None) -> tuple[str, list[str]]:
    html = f"<title>Ferries</title><body><h1>Ferries to Birch</h1>{body}</body>"
    found = article_of(Page(f"{OUTLET.home}/news/1", html.encode()), outlet)
    assert found is not None
    return found.layout, [block.text for block in found.blocks]


def test_a_container_inside_another_is_read_once_and_its_name_tells_nothing_against_it() -> None:
    first, last = ("".join(f"<p>{line}</p>" for line in part) for part in (_LINES[:3], _LINES[3:]))
    body = f"<div class=story>{first}<div class=newsletter>{last}</div></div>"
    outlet = replace(OUTLET, layouts=(Layout("story", ".story, .story .newsletter"),))

    assert _read(body, OUTLET)[1] == _LINES[:3]
    assert _read(body, outlet)[1] == _LINES


@pytest.mark.parametrize(
    "body",
    [
        f"<p class=dek>No ferry sails in the night, says the town.</p><article>{_TEXT}</article>",
        f"<article>{_TEXT}{_LINKS}<h3>More of it</h3></article>",
    ],
)
def test_a_page_that_no_layout_fits_is_read_as_that_of_no_outlet(body: str) -> None:
    assert _read(body, OUTLET) == _read(body, None)


@pytest.mark.parametrize(
    ("beside", "inside", "by_layout"),
    [
        ("", "<p>Sold here.</p>", False),
        ("", "<table>" + "<tr><td>Vera Lugovaya<td>of Birch</tr>" * 60 + "</table>", False),
        ("<article>" + _TEXT.replace("ferry", "steamer") * 3 + "</article>", "", True),
    ],
)
def test_a_learned_layout_reads_the_page_that_the_generic_reader_misreads(
    beside: str, inside: str, by_layout: bool
) -> None:
    """What stands at the edges, or is far more than the story, the generic reader knows better."""
    body = f"<div><div class=story>{_TEXT}{inside}</div>{beside}</div>"
    layout, lines = _read(body, _LEARNED)

    assert layout == "story"
    assert lines == (_read(body, OUTLET) if by_layout else _read(body, None))[1]
    assert by_layout == (lines != _read(body, None)[1])


def test_what_a_learned_container_has_above_the_first_sentence_is_taken_and_kept() -> None:
    """Breadcrumbs, names and dates are the template's; a list below the text is the story's."""
    head = "<p>Home, Harbour</p><p>Ferries again</p><p>Vera Lugovaya</p>"
    steamers = "<article>" + _TEXT.replace("ferry", "steamer") * 3 + "</article>"
    below = "<p>Birch at six</p><p>Alder at nine</p>"
    html = (
        f"<title>Ferries</title><body><h1>Ferries to Birch</h1><div><div class=story>{head}{_TEXT}"
        f"{below}</div>{steamers}</div></body>"
    )
    found = article_of(Page(f"{OUTLET.home}/news/1", html.encode()), _LEARNED)

    assert found is not None
    assert [block.text for block in found.blocks] == [*_LINES, "Birch at six", "Alder at nine"]
    assert [(each.rule, each.block.text) for each in found.removed] == [
        ("generic.before_story", "Home, Harbour"),
        ("generic.before_story", "Ferries again"),
        ("generic.before_story", "Vera Lugovaya"),
    ]
