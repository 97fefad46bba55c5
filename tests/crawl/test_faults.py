"""The document of faults names tests that are there."""

import re
from pathlib import Path

from tests.rows import every_row

_ROOT = Path(__file__).parents[2]
_TEXT = (_ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
_NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", _TEXT)))


@every_row(("file", "name"), _NAMED)
def test_a_test_that_the_document_names_is_there(file: str, name: str) -> None:
    assert re.search(rf"^ *def {name}\(", (_ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


@every_row("fault", [*(f"C{n}" for n in range(1, 11)), *(f"P{n}" for n in range(1, 18))])
def test_every_fault_has_a_row(fault: str) -> None:
    assert len(re.findall(rf"^\| {fault} \|", _TEXT, re.MULTILINE)) == 1
