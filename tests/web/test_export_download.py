"""What a search finds is handed out whole, with the manifest by which it is cited."""

import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.web import export_view
from tests.cli.runner import newscrawl
from tests.rows import every_row
from tests.web.conftest import Crawled, Served, serving


def _files(served: Served, **query: object) -> dict[str, bytes]:
    answer = served.get("/export.zip", **query)
    assert answer.status == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment; filename=articles-")
    with ZipFile(io.BytesIO(answer.body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_it_has_the_articles_of_the_search_and_their_manifest(served: Served, form: str) -> None:
    (name, rows), (other, manifest) = _files(served, q="bread", format=form).items()
    told = json.loads(manifest)

    found = served.get("/.json", q="bread").data["articles"]
    assert (name.endswith(f".{form}"), other) == (True, f"{name}.manifest.json")
    assert (told["rows"], told["file"]) == (len(found), name)
    assert told["sha256"] == sha256(rows).hexdigest()
    assert told["filters"] == {"query": "bread"}


def test_the_command_checks_it_and_makes_it_again(
    served: Served, crawled: Crawled, tmp_path: Path
) -> None:
    for name, content in _files(served, outlet="moscow_times", edited="yes").items():
        (tmp_path / name).write_bytes(content)
    file = next(tmp_path.glob("*.jsonl"))
    manifest = file.with_name(f"{file.name}.manifest.json")

    again = tmp_path / "again.jsonl"
    for asked in (
        ["--verify", f"{manifest}"],
        ["--from-manifest", f"{manifest}", "-o", f"{again}"],
    ):
        done = newscrawl("export", *asked, NEWSCRAWL_DATABASE_URL=crawled.owner)
        assert done.returncode == 0, done.stderr


def test_the_page_leads_to_it_with_its_own_filters(served: Served) -> None:
    page = served.get("/", q="bread", section="News", limit=5).text
    for form in ("jsonl", "csv", "parquet"):
        assert f'href="/export.zip?q=bread&amp;section=News&amp;format={form}" download' in page


@every_row(
    ("query", "said"),
    [
        ({"format": "xlsx"}, "format"),
        ({"outlet": "moscow_tines"}, "moscow_times"),
        ({"limit": "5"}, "limit"),
        ({"q": "..."}, "nothing to search for"),
    ],
)
def test_what_cannot_be_exported_is_named_with_why(
    served: Served, query: dict[str, str], said: str
) -> None:
    answer = served.get("/export.zip", **query)
    assert (answer.status, said in answer.text) == (400, True), answer.text


def test_more_than_is_handed_out_is_for_the_command(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_view, "_MOST", 3)
    answer = served.get("/export.zip")
    assert (answer.status, "newscrawl export" in answer.text) == (400, True)


def test_it_waits_behind_other_long_questions(crawled: Crawled) -> None:
    with serving(crawled.reader, crawled.home, searches=_Taken()) as busy:
        answer = busy.get("/export.zip")
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")


class _Taken:
    """All places of those who may ask long questions are taken."""

    def acquire(self, **_: object) -> bool:
        return False


def test_it_may_take_longer_than_a_page(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    bounds = []

    def counted(session: Session, *_: object) -> Callable[[int], object]:
        bounds.append(session.scalar(text("SHOW statement_timeout")))
        return lambda _: None

    monkeypatch.setattr(export_view, "_begin", counted)
    assert served.get("/export.zip").status == 200
    assert bounds == ["1min"]
