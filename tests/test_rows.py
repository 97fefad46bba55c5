"""A table that is one test hides no row, and shares what fixtures make."""

from pathlib import Path

import pytest

from tests.rows import every_row


def test_each_wrong_row_is_told() -> None:
    @every_row("right", [4, 5])
    @every_row(("one", "other"), [(1, 3), (2, 2), (3, 9)])
    def adds(one: int, other: int, right: int) -> None:
        assert one + other == right

    with pytest.raises(ExceptionGroup) as raised:
        adds()

    told = [error for group in raised.value.exceptions for error in group.exceptions]  # type: ignore[attr-defined]
    assert [error.__notes__ for error in told] == [
        ["in the row {'one': 3, 'other': 9}"],
        *([f"in the row {row!r}"] for row in ({"one": 1, "other": 3}, {"one": 2, "other": 2})),
        ["in the row {'one': 3, 'other': 9}"],
    ]


@every_row("name", ["a", "b"])
def test_fixtures_are_given(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert tmp_path.is_dir()
