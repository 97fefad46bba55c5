"""What a page says becomes a reader as code, and never code of the page's own."""

from datetime import UTC, datetime

import pytest

from newscrawl.describe.field_witness import field_reader, section_by_address
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of

_OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    layouts=(Layout("story", body=".story"),),
)
_TEXT = "".join(f"<p>The ferry sails at {hour}, before the tide turns again.</p>" for hour in "678")


def _page(day: int, attribute: str) -> tuple[Page, datetime]:
    moment = datetime(2026, 2, day, 10, tzinfo=UTC)
    html = (
        f"<title>Ferries</title><h1>Ferries</h1><b class=day t='{moment:%Y-%m-%dT%H:%M:%S}' "
        f"{attribute}='{moment.isoformat()}'>x</b><div class=story>{_TEXT}</div>"
    )
    return Page(f"{_OUTLET.home}/news/{day}", html.encode()), moment


@pytest.mark.parametrize(
    ("attribute", "code"),
    [("datetime", 'attribute(".day", "datetime")'), ('t"),exec(chr(49))#', None)],
)
def test_a_name_that_would_end_its_string_is_none(attribute: str, code: str | None) -> None:
    known = [_page(day, attribute) for day in (1, 2, 3)]

    found = field_reader("date_published", known, (), _OUTLET)

    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("menu", "author", "sections"),
    [
        (
            {"river": "The River", "towns": "Towns & Fields"},
            "",
            ["The River", "Towns & Fields", "The River"],
        ),
        # A folder that no link names, one name for both, a language, a writer's own folder.
        ({"river": "The River"}, "", None),
        ({"river": "More", "towns": "More"}, "", None),
        ({"de": "Deutsch", "ru": "Russian"}, "", None),
        ({"vera": "Vera Lugovaya", "towns": "Towns"}, "Vera Lugovaya", None),
    ],
)
def test_menus_tell_what_the_folders_of_addresses_are_called(
    menu: dict[str, str], author: str, sections: list[str] | None
) -> None:
    links = "".join(f'<a href="{_OUTLET.home}/{at}/">{name}</a>' for at, name in menu.items())
    folders = [*menu, "towns"][:2]
    head = f"<meta name=author content='{author}'>{links}<h1>Ferries</h1>"
    html = f"{head}<div class=story>{_TEXT}</div>"
    pages = [
        Page(f"{_OUTLET.home}/{folder}/ferry-{number}", html.encode())
        for number, folder in enumerate([*folders, folders[0]])
    ]
    read = [(page, found) for page in pages if (found := article_of(page, None))]

    found = section_by_address(read)

    assert len(read) == 3
    assert ([found(page) for page in pages] if found else None) == sections
    assert found is None or found.code == "section_in_address()"
