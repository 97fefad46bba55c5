"""The operator's page: crawls with their codes, quarantine, the ledger of all outlets."""

from tests.rows import every_row
from tests.web.conftest import Served


def test_crawls_are_those_of_the_view_with_code_and_reason(served: Served) -> None:
    data = served.get("/operator.json").data
    rows = served.rows("SELECT crawl_id, exit_code, finish_reason FROM crawls ORDER BY 1 DESC")

    assert [(r["crawl_id"], r["exit_code"], r["finish_reason"]) for r in data["crawls"]] == [
        tuple(row) for row in rows
    ]
    assert served.get("/operator").text.count('<th scope="row">') > len(rows)


def test_crawls_come_in_pages(served: Served) -> None:
    seen, address = [], "/operator.json?limit=2"
    while address:
        page = served.get(address).data
        seen += [row["crawl_id"] for row in page["crawls"]]
        address = page["next"]

    [(count,)] = served.rows("SELECT count(*) FROM crawls")
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == count == 3


def test_the_ledger_adds_up(served: Served) -> None:
    data = served.get("/operator.json", outlet="moscow_times").data
    [(links,)] = served.rows("SELECT count(*) FROM links")
    assert sum(row["links"] for row in data["ledger"]) == links > 0


@every_row(
    "path",
    ["/operator?outlet=nobody", "/operator?limit=0", "/operator?before=x", "/operator?who=me"],
)
def test_a_wrong_filter_is_said(served: Served, path: str) -> None:
    assert served.get(path).status == 400
