"""A further page is known by its address, however a redirect spells it."""

from dataclasses import replace

import pytest

from newscrawl.extract.body.page_addresses import answering
from tests.extract.body.test_further_pages import OUTLET
from tests.rows import every_row

_OWN = f"{OUTLET.home}/news/ferry-17"


@every_row(
    ("asked", "came", "is_same"),
    [
        ("/2", "/2/", True),
        ("/2/", "/2", True),
        ("-2", "-2.html", True),
        ("/2", "/2/?from=pager&utm_source=pager", True),
        ("?page=2", "/?page=2&edition=north", True),
        ("?page=2", "/2/", True),
        ("/f%c3%a4hre/2", "/f%C3%A4hre/2", True),
        ("/F%C3%A4hre/2", "/f%C3%A4hre/2", True),
        ("?view=all", "/?view=all", True),
        ("/2", "/3", False),
        ("/2", "", False),
        ("?page=2", "", False),
        ("?page=2", "?edition=north", False),
        ("?view=all", "?edition=north", False),
        ("/2", "/comments", False),
        ("/2", "/gallery/5", False),
    ],
)
def test_an_address_that_answered_is_that_of_the_page_or_of_another(
    asked: str, came: str, *, is_same: bool
) -> None:
    answered = OUTLET.canonical(_OWN + came)
    assert answered is not None

    found = answering(OUTLET.canonical(_OWN + asked) or "", [answered], _OWN, OUTLET)
    assert found == (answered if is_same else None)


@pytest.mark.parametrize("origin", ["http://gazette.example", "https://www.gazette.example"])
def test_scheme_and_alias_make_no_other_page(origin: str) -> None:
    outlet = replace(OUTLET, aliases=("www.gazette.example",))
    answered = outlet.canonical(f"{origin}/news/ferry-17/2/")

    assert answering(f"{_OWN}/2", [answered or ""], _OWN, outlet) == f"{_OWN}/2/"


def test_another_host_is_another_page() -> None:
    answered = "https://login.example/news/ferry-17/2"

    assert answering(f"{_OWN}/2", [answered], _OWN, OUTLET) is None
