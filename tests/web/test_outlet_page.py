"""The page of an outlet says what views, health and schedule say of it."""

from tests.rows import every_row
from tests.web.conftest import Served

SPAN = {"since": "2026-01-01", "until": "2026-12-31"}


def test_every_day_of_the_view_is_on_the_page_and_in_the_data(served: Served) -> None:
    days = served.rows(
        "SELECT day, listed, stored, not_stored FROM outlet_days"
        " WHERE outlet = 'moscow_times' AND day BETWEEN '2026-01-01' AND '2026-12-31' ORDER BY day"
    )

    page = served.get("/outlets/moscow_times", **SPAN).text
    data = served.get("/outlets/moscow_times.json", **SPAN).data
    rows = served.get("/outlets/moscow_times.csv", **SPAN).table

    expected = [(str(row.day), row.listed, row.stored, row.not_stored) for row in days]
    assert len(expected) > 10
    assert [
        (row["day"], row["listed"], row["stored"], row["not_stored"]) for row in data["days"]
    ] == expected
    assert [row["day"].strip("'") for row in rows] == [each[0] for each in expected]
    assert all(each[0] in page for each in expected)


def test_the_ledger_adds_up_to_every_link(served: Served) -> None:
    data = served.get("/outlets/moscow_times.json").data
    [(links,)] = served.rows("SELECT count(*) FROM links WHERE outlet = 'moscow_times'")

    assert sum(row["links"] for row in data["ledger"]) == links > 0


def test_it_shows_layouts_what_cleaning_takes_sources_and_the_next_crawl(served: Served) -> None:
    data = served.get("/outlets/moscow_times.json", **SPAN).data
    page = served.get("/outlets/moscow_times", **SPAN).text

    taken = served.rows("SELECT DISTINCT rule FROM removed_text JOIN articles USING (revision_id)")
    assert {row[0] for row in taken} <= {row["rule"] for row in data["taken"]}
    assert data["layouts"]
    assert {row["url"] for row in data["sources"]} == {
        row[0] for row in served.rows("SELECT url FROM sources")
    }
    assert data["turn"]["outlet"] == "moscow_times"
    assert "Next crawl" in page


def test_outlets_are_listed_and_each_leads_to_its_page(served: Served) -> None:
    assert 'href="/outlets/moscow_times"' in served.get("/outlets").text
    [row] = served.get("/outlets.json").data["outlets"]
    [(count,)] = served.rows("SELECT count(*) FROM articles")
    assert (row["outlet"], row["articles"]) == ("moscow_times", count)
    assert served.get("/outlets.csv").status == 200


@every_row(
    ("path", "status"),
    [
        ("/outlets/nobody", 404),
        ("/outlets/%00", 404),
        ("/outlets/%ff", 404),
        ("/outlets/moscow_times?since=x", 400),
        ("/outlets/moscow_times?since=2026-02-01&until=2026-01-01", 400),
        ("/outlets/moscow_times?since=0001-01-01", 400),
        ("/outlets/moscow_times?until=0001-01-01", 200),
        ("/outlets/moscow_times?day=2026-01-01", 400),
        ("/outlets?x=1", 400),
    ],
)
def test_what_is_wrong_is_said(served: Served, path: str, status: int) -> None:
    assert served.get(path).status == status
