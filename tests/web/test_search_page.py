"""The page ``/`` finds what ``newscrawl search`` finds, and its address is the query."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.rows import every_row
from tests.web.conftest import Served


def _json(served: Served, **query: object) -> dict:
    return served.get("/.json", **query).data


def test_the_first_page_shows_the_newest_articles_with_a_link_to_each(served: Served) -> None:
    page = served.get("/")
    newest = served.rows(
        "SELECT article_id FROM articles"
        " ORDER BY date_published DESC NULLS LAST, article_id LIMIT 20"
    )

    found = re.findall(r'<h3[^>]*><a href="/articles/(\d+)"', page.text)

    assert page.status == 200
    assert [int(each) for each in found] == [row[0] for row in newest]


def test_words_are_marked_where_they_stand(served: Served) -> None:
    assert re.search(r"<mark>bread</mark>", served.get("/", q="bread").text, re.IGNORECASE)


@pytest.mark.parametrize(("query", "order"), [({}, ""), ({"order": "newest"}, "newest")])
def test_words_typed_into_a_page_without_any_are_found_best_first(
    served: Served, query: dict[str, object], order: str
) -> None:
    """What a browser sends of the form."""
    orders = re.search(r'<select id="order".*?</select>', served.get("/", **query).text, re.DOTALL)
    assert orders is not None
    assert re.findall(r'value="(\w*)" selected', orders[0]) == [order]

    found = _json(served, q="harbor", order=order)["articles"]
    usual = _json(served, q="harbor", order=order or "rank")["articles"]
    assert [hit["article_id"] for hit in found] == [hit["article_id"] for hit in usual]


@pytest.mark.parametrize("order", ["newest", "rank", "sample"])
def test_pages_one_after_the_other_hold_each_article_once(served: Served, order: str) -> None:
    everything = _json(served, order=order, limit=1000, seed=3)["articles"]
    seen, address = [], f"/.json?order={order}&limit=7&seed=3"
    while address:
        page = served.get(address).data
        seen += [hit["article_id"] for hit in page["articles"]]
        address = page["next"]

    assert len(seen) > 20
    assert seen == [hit["article_id"] for hit in everything]


def test_pages_of_a_ranked_search_go_on_where_the_last_one_ended(served: Served) -> None:
    everything = _json(served, q="the OR town OR river", limit=1000)["articles"]
    first = _json(served, q="the OR town OR river", limit=3)
    second = served.get(first["next"]).data

    both = [hit["article_id"] for page in (first, second) for hit in page["articles"]]

    assert len(everything) > 6
    assert both == [hit["article_id"] for hit in everything][:6]


def test_the_page_that_was_cited_begins_at_the_same_place_when_news_came(
    served: Served,
) -> None:
    first = _json(served, limit=5)
    after = parse_qs(urlsplit(first["next"]).query)["after"][0]
    until = first["articles"][-1]["date_published"][:10]

    cited = _json(served, limit=5, after=after)
    older = _json(served, limit=5, after=after, until=until)

    assert cited["articles"] == older["articles"], "what is newer moves nothing"


def test_counts_are_those_of_the_whole_result_and_lead_to_their_articles(served: Served) -> None:
    counted = _json(served)["facets"]

    [(total,)] = served.rows("SELECT count(*) FROM articles")
    assert counted["articles"] == total
    for name, value in (
        ("section", counted["section"][0]),
        ("author", counted["author"][0]),
        ("outlet", counted["outlet"][0]),
    ):
        narrowed = _json(served, **{name: value[0]})["facets"]
        assert narrowed["articles"] == value[1] > 0


def test_the_chart_has_all_its_numbers_in_a_table(served: Served) -> None:
    page = served.get("/").text
    counted = _json(served)["facets"]["month"]

    rows = re.findall(r'scope="row"><a [^>]*>(\d{4}-\d\d)</a></th><td>(\d+)', page)

    assert "<svg" in page
    assert [(month, int(number)) for month, number in rows] == [tuple(row) for row in counted]


def test_a_sample_is_the_same_for_the_same_seed(served: Served) -> None:
    one, same, other = (
        [hit["article_id"] for hit in _json(served, order="sample", seed=s, limit=10)["articles"]]
        for s in (7, 7, 8)
    )
    assert one == same != other


def test_the_list_is_csv_at_the_same_address(served: Served) -> None:
    answer = served.get("/.csv", q="bread")
    rows = answer.table

    assert answer.headers["content-type"].startswith("text/csv")
    assert [int(row["article_id"]) for row in rows] == [
        hit["article_id"] for hit in _json(served, q="bread")["articles"]
    ]


@every_row(
    ("query", "said"),
    [
        ({"since": "2026-02-31"}, "since"),
        ({"until": "soon"}, "until"),
        ({"limit": "0"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"seed": "9" * 30}, "seed"),
        ({"order": "best"}, "order"),
        ({"edited": "maybe"}, "edited"),
        ({"outlet": "moscow_tines"}, "moscow_times"),
        ({"section": "Nowhere"}, "section"),
        ({"language": "xx"}, "language"),
        ({"author": "Nobody Atall"}, "author"),
        ({"after": "x"}, "after"),
        ({"q": "..."}, "nothing to search for"),
        ({"sinse": "2026-01-01"}, "since"),
        ({"q": ["bread", "harbor"]}, "'harbor'"),
        ({"q": "nul\0in\ud800it".encode("utf-8", "surrogatepass")}, ""),
    ],
)
def test_a_wrong_filter_is_named_with_why(
    served: Served, query: dict[str, object], said: str
) -> None:
    page, data = served.get("/", **query), served.get("/.json", **query)

    if said:
        assert (page.status, data.status) == (400, 400)
        assert said in data.data["error"]
    assert page.status < 500
    assert "Traceback" not in page.text
