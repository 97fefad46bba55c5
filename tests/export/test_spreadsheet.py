"""A spreadsheet program opens the CSV, and runs nothing in it."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from newscrawl.export.export_files import writer_of
from newscrawl.export.formats_and_columns import ExportRequest, Format

PROGRAM = shutil.which("soffice")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no LibreOffice: no soffice")

TEXTS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1,2)", "\t=1+1", "\r=1+1", "\n=1", "＝1+1"),
    *('=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", 'He said "no",\nand went; Правда'),
)
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def opened(folder: Path, raw: bool) -> list[list[tuple[str | None, bool]]]:
    """Each row's cells as LibreOffice has them: the type, and whether it is a formula."""
    file = folder / "articles.csv"
    asked = ExportRequest(
        as_of=datetime.now(UTC), columns=("article_id", "headline"), format=Format.CSV, raw=raw
    )
    with file.open("wb") as out:
        writer = writer_of(asked, out)
        for at, text in enumerate(TEXTS):
            writer.write((at, text))
    # Comma, quote, UTF-8, from the first line; and it starts anew once where it never ran.
    command = [
        PROGRAM or "",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
    ]
    command += ["--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(folder)]
    for _ in range(2):
        subprocess.run([*command, str(file)], capture_output=True, timeout=120, check=False)
    tree = ElementTree.parse(file.with_suffix(".fods"))
    rows = [list(row.iter(f"{TABLE}table-cell"))[:2] for row in tree.iter(f"{TABLE}table-row")]
    return [
        [(cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula") is not None) for cell in row]
        for row in rows
        if row and row[0].get(f"{OFFICE}value-type")
    ]


def test_every_text_is_text_and_every_number_a_number(tmp_path: Path) -> None:
    head, *rows = opened(tmp_path, raw=False)

    assert head == [("string", False)] * 2
    assert rows == [[("float", False), ("string", False)]] * len(TEXTS)


def test_without_the_apostrophes_the_same_texts_are_run(tmp_path: Path) -> None:
    rows = opened(tmp_path, raw=True)

    assert any(is_formula for row in rows for _, is_formula in row)
