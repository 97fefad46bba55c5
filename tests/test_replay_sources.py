"""Which WARC files are meant by what somebody named."""

from pathlib import Path

import pytest

from newscrawl.errors import UsageError
from newscrawl.replay.warc_sources import files_named


@pytest.mark.parametrize("name", ["a.warc", "b.WARC.GZ", "c.Warc.Zst", "d.wacz", "e.ARC.gz"])
def test_a_file_in_a_folder_is_known_by_its_ending_in_any_case(tmp_path: Path, name: str) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / name
    file.write_bytes(b"")
    (tmp_path / "notes.txt").write_text("none of them")

    assert files_named([str(tmp_path)]) == [file]


@pytest.mark.parametrize("text", ["", "\n \n", "# none yet\n"])
def test_a_list_that_names_nothing_is_a_mistake(tmp_path: Path, text: str) -> None:
    (tmp_path / "list").write_text(text)

    with pytest.raises(UsageError, match="neither a WARC file nor a list of them"):
        files_named([str(tmp_path / "list")])
