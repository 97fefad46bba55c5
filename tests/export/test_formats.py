"""What each format makes of a value, read back by other programs where they are installed."""

import csv
import hashlib
import io
import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from newscrawl.errors import UsageError
from newscrawl.export.export_files import Hashed, named_together, writer_of
from newscrawl.export.formats_and_columns import (
    COLUMNS,
    ColumnKind,
    ExportRequest,
    Format,
    chosen,
    format_of,
    moment_of,
)
from tests.ready_programs import run_ready
from tests.rows import every_row

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
IMAGE = {"url": "https://herald.test/a.jpg", "caption": 'A "sea"', "credit": None}
#: One of each kind, with what is hard about it.
HARD: dict[str, Any] = {
    "article_id": 2**62,
    "headline": 'He said: "no", \n and went; –  \u2028 Правда',
    "description": "",
    "lead": None,
    "authors": ["Ann; Lee", "back\\slash", ""],
    "keywords": [],
    "date_published": NOON.replace(microsecond=1),
    "is_free": False,
    "images": [IMAGE],
}
REQUEST = {"as_of": NOON, "columns": tuple(HARD)}


def written(rows: list[tuple[Any, ...]], **asked: Any) -> bytes:
    out = io.BytesIO()
    writer = writer_of(ExportRequest(**{**REQUEST, **asked}), out)
    for row in rows:
        writer.write(row)
    writer.close()
    return out.getvalue()


def test_json_lines_hold_every_value_as_it_is() -> None:
    line = written([tuple(HARD.values())])

    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == {**HARD, "date_published": "2026-03-01T12:00:00.000001+00:00"}


def test_times_are_written_in_utc_whatever_zone_they_came_in() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))

    assert written([(there,)], columns=("fetched_at",)) == (
        b'{"fetched_at": "2026-03-01T12:00:00+00:00"}\n'
    )


def cells(content: bytes) -> list[list[str]]:
    csv.field_size_limit(sys.maxsize)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_pythons_reader_reads_the_csv() -> None:
    head, row = cells(written([tuple(HARD.values())], format=Format.CSV))

    assert head == list(HARD)
    assert row == [
        str(2**62),
        HARD["headline"],
        "",
        "",
        r"Ann\; Lee; back\\slash; ",
        "",
        "2026-03-01T12:00:00.000001+00:00",
        "false",
        json.dumps([IMAGE]),
    ]


def test_csv_quotes_all_text_and_nothing_else() -> None:
    line = written(
        [(7, "7", "", None, True, NOON)],
        format=Format.CSV,
        columns=(
            "article_id",
            "headline",
            "description",
            "lead",
            "is_free",
            "fetched_at",
        ),
    ).split(b"\r\n")[1]

    assert line == b'7,"7","",,true,2026-03-01T12:00:00+00:00'


@pytest.mark.parametrize(("raw", "start"), [(False, b"\xef\xbb\xbf"), (True, b'"article_id"')])
def test_a_byte_order_mark_tells_spreadsheet_programs_what_programs_know(
    raw: bool, start: bytes
) -> None:
    assert written([], format=Format.CSV, raw=raw).startswith(start)


@every_row(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"],
)
@every_row("column", ["headline", "authors"])
def test_a_formula_becomes_text(text: str, column: str) -> None:
    value = text if column == "headline" else [text, "x"]
    _, [safe] = cells(written([(value,)], format=Format.CSV, columns=(column,)))
    _, [raw] = cells(written([(value,)], format=Format.CSV, columns=(column,), raw=True))

    assert safe == f"'{raw}"
    assert raw.startswith(text)


@pytest.mark.parametrize("text", ["1+1", "a=b", "'quoted'", " =1", "–1", "«=»"])
def test_other_text_is_left_alone(text: str) -> None:
    _, [cell] = cells(written([(text,)], format=Format.CSV, columns=("headline",)))

    assert cell == text


@pytest.fixture
def parquet_file(tmp_path: Path) -> Path:
    pytest.importorskip("pyarrow")
    file = tmp_path / "articles.parquet"
    rows = [tuple(HARD.values()), (1, "b", *[None] * (len(HARD) - 2))]
    file.write_bytes(written(rows, format=Format.PARQUET))
    return file


def test_parquet_has_real_types(parquet_file: Path) -> None:
    from pyarrow import parquet

    table = parquet.read_table(parquet_file)

    assert [str(field.type) for field in table.schema] == [
        "int64",
        "string",
        "string",
        "string",
        "list<element: string>",
        "list<element: string>",
        "timestamp[us, tz=UTC]",
        "bool",
        "list<element: struct<url: string, caption: string, credit: string>>",
    ]
    assert table.to_pylist() == [HARD, {**dict.fromkeys(HARD), "article_id": 1, "headline": "b"}]


def test_duckdb_reads_the_parquet_and_the_json_lines(parquet_file: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    lines = parquet_file.with_suffix(".jsonl")
    lines.write_bytes(written([tuple(HARD.values())]))

    for file in (parquet_file, lines):
        [row] = duckdb.sql(
            "SELECT article_id, headline, authors, is_free, images[1].url, "
            f"epoch_us(date_published::timestamptz) FROM '{file}' WHERE article_id > 1"
        ).fetchall()
        moment = round(HARD["date_published"].timestamp() * 1e6)
        assert row == (
            2**62,
            HARD["headline"],
            HARD["authors"],
            False,
            IMAGE["url"],
            moment,
        )


def test_parquet_of_the_same_rows_is_the_same_bytes(parquet_file: Path) -> None:
    rows = [tuple(HARD.values())] * 30_000

    once, again = (written(rows, format=Format.PARQUET) for _ in range(2))

    assert once == again


def test_parquet_is_written_in_groups(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    many = written([(n,) for n in range(25_000)], format=Format.PARQUET, columns=("article_id",))
    long = written([("x" * 5_000_000,)] * 5, format=Format.PARQUET, columns=("body",))

    groups = [
        parquet.ParquetFile(io.BytesIO(each)).metadata.num_row_groups for each in (many, long)
    ]

    assert groups == [3, 3]


def test_what_is_written_is_counted_and_hashed_on_its_way() -> None:
    out = io.BytesIO()
    hashed = Hashed(out)
    hashed.write(b"snow")
    hashed.write(memoryview(b"fell"))

    assert (hashed.size, out.getvalue()) == (8, b"snowfell")
    assert hashed.sha256 == hashlib.sha256(b"snowfell").hexdigest()


def test_a_file_has_its_name_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("old")

    with named_together([path], True) as [file]:
        file.write(b"new")
        assert path.read_text() == "old"

    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_went_wrong_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("old")

    def fail() -> None:
        with named_together([path], True) as [file]:
            file.write(b"new")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        fail()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("taken", ["a.csv", "a.csv.manifest.json"])
def test_a_name_that_is_taken_meanwhile_is_refused_too(tmp_path: Path, taken: str) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "a.csv.manifest.json"]

    with pytest.raises(UsageError, match="exists"), named_together(paths, False):
        (tmp_path / taken).write_text("old")

    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_kill_leaves_no_older_manifest_beside_a_new_file(tmp_path: Path) -> None:
    """Whichever call that changes the folder it dies of: old, none or new, never mixed."""
    seen = set()
    for at in range(1, 20):
        paths = [tmp_path / f"{at}.csv", tmp_path / f"{at}.csv.manifest.json"]
        for path in paths:
            path.write_text("old")
        command = [sys.executable, "-c", _KILLED, str(at), *map(str, paths)]
        if run_ready(command).returncode == 0:
            break
        seen.add(tuple(path.read_text() if path.exists() else None for path in paths))
    else:
        pytest.fail("it never came to its end")

    assert seen == {("old", "old"), ("old", None), ("new", None), ("new", "new")}


#: Replaces two files, and dies of its nth call that renames or removes one.
_KILLED = """
import os, sys
from pathlib import Path
from newscrawl.export.export_files import named_together

left = int(sys.argv[1])

def die(event, arguments):
    global left
    if event in ("os.rename", "os.remove"):
        left -= 1
        if not left:
            os._exit(1)

with named_together([Path(name) for name in sys.argv[2:]], True) as files:
    for file in files:
        file.write(b"new")
    sys.addaudithook(die)
"""


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "there")

    with named_together([tmp_path / "link"], True) as [file]:
        file.write(b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.PARQUET", "parquet"),
        ("a.jsonl", "jsonl"),
        ("2026.03.CSV", "csv"),
        ("a", "jsonl"),
    ],
)
def test_the_ending_of_a_file_says_the_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


@pytest.mark.parametrize("name", ["a.xlsx", "a.txt", "a.json", "a.jsonl.gz", "2026.03", ".tsv"])
def test_an_ending_of_anything_else_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"exports end in \.jsonl, \.csv or \.parquet"):
        format_of(Path(name))


@pytest.mark.parametrize("names", ["url,urls", "last_seen_at", "url,url", "", "url;DROP TABLE x"])
def test_columns_that_cannot_be_had_are_refused(names: str) -> None:
    with pytest.raises(UsageError):
        chosen(names)


def test_columns_come_in_the_order_in_which_they_are_named() -> None:
    assert chosen("url, article_id") == ("url", "article_id")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2026-03-01", "2026-03-01T00:00:00+00:00"),
        ("2026-03-01T12:00", "2026-03-01T12:00:00+00:00"),
        ("2026-03-01T12:00+03:00", "2026-03-01T12:00:00+03:00"),
        ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00+00:00"),
    ],
)
def test_a_moment_without_an_offset_is_in_utc(given: str, read: str) -> None:
    assert moment_of(given).isoformat() == read


def test_every_kind_of_value_is_among_the_hard_ones() -> None:
    assert {COLUMNS[name] for name in HARD} == set(ColumnKind)
