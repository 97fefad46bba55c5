"""The pages of edits and of deletions say what the views say, also as data and as feeds."""

import re
import xml.etree.ElementTree as ET

import pytest

from newscrawl.archive.queries.query_values import PageEnd
from newscrawl.web.parameters import written
from tests.rows import every_row
from tests.web.conftest import DELETED, EDITED, Served


@pytest.mark.parametrize(
    ("name", "key", "column"),
    [("edits", EDITED, "revision_id"), ("deletions", DELETED, "gone_at")],
)
def test_the_list_is_that_of_the_view_in_every_form(
    served: Served, name: str, key: str, column: str
) -> None:
    [(count,)] = served.rows(f"SELECT count(*) FROM {name}")
    article = served.article_of(key)

    page = served.get(f"/{name}").text
    data = served.get(f"/{name}.json").data
    rows = served.get(f"/{name}.csv").table
    feed = ET.fromstring(served.get(f"/{name}.rss").body)

    assert f'href="/articles/{article}"' in page
    assert article in [row["article_id"] for row in data[name]]
    assert len(data[name]) == len(rows) == len(feed.findall("channel/item")) == count > 0
    assert data[name][0][column]


def test_an_edit_leads_to_its_difference_and_a_feed_to_this_server(served: Served) -> None:
    [link] = re.findall(r'href="(/articles/\d+/difference\?to=\d+)"', served.get("/edits").text)
    feed = ET.fromstring(served.get("/edits.rss").body)

    assert "<ins>altogether</ins>" in served.get(link).text
    linked = feed.findtext("channel/item/link") or ""
    assert linked == f"http://127.0.0.1:{served.port}{link}"


@every_row(
    ("query", "count"),
    [
        ({}, 1),
        ({"silent": "no"}, 1),
        ({"silent": "yes"}, 0),
        ({"headline": "yes"}, 1),
        ({"headline": "no"}, 0),
        ({"outlet": "moscow_times"}, 1),
        ({"since": "2026-10-13", "until": "2026-10-13"}, 1),
        ({"since": "2026-10-14"}, 0),
        ({"until": "2026-10-12"}, 0),
    ],
)
def test_filters_choose_edits(served: Served, query: dict[str, str], count: int) -> None:
    assert len(served.get("/edits.json", **query).data["edits"]) == count


@pytest.mark.parametrize("name", ["edits", "deletions"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"outlet": "moscow_tines"}, "moscow_times"),
        ({"since": "x"}, "since"),
        ({"limit": "0"}, "limit"),
        ({"quiet": "yes"}, "quiet"),
        ({"after": "abc"}, "after"),
        ({"after": written(PageEnd(number=1, moment=None))}, "after"),
        ({"since": "2026-02-01", "until": "2026-01-01"}, "since 2026-02-01 is after"),
    ],
    ids=str,
)
def test_a_wrong_filter_is_named(
    served: Served, name: str, query: dict[str, str], said: str
) -> None:
    answer = served.get(f"/{name}.json", **query)
    assert answer.status == 400
    assert said in answer.data["error"]
