"""What a page says becomes a reader as code, and never code of the page's own."""

from datetime import UTC, datetime

import pytest

from newscrawl.describe.field_witness import field_reader
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

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
