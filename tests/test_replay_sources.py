"""Which WARC files are meant by what somebody named."""

import gc
import threading
import warnings
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench import captures
from bench.captures import captures_in
from newscrawl.errors import SnapshotError, UsageError
from newscrawl.replay.warc_sources import files_named
from newscrawl.snapshots import named_files


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


class _Quiet(SimpleHTTPRequestHandler):
    """Python's own server, which gives no stretches of a file."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    pytest.importorskip("obstore", reason="addresses need obstore")
    folder = tmp_path / "web"
    folder.mkdir()
    captures.write(folder / "a b.warc.gz", captures.plan(20, damaged=0.1))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_list_may_name_files_of_a_server_that_gives_no_stretches_of_them(
    tmp_path: Path, web: str
) -> None:
    (tmp_path / "list").write_text(f"# two\n{web}/a%20b.warc.gz\nweb/a b.warc.gz\n")

    there, here = files_named([str(tmp_path / "list")])

    assert there == f"{web}/a%20b.warc.gz"
    found, wanted = list(captures_in(there)), list(captures_in(here))
    assert len(found) == 20
    assert [getattr(one, "offset", one) for one in found] == [
        getattr(one, "offset", one) for one in wanted
    ]


def test_the_copy_of_a_file_is_closed_when_nobody_reads_it_any_more(web: str) -> None:
    assert len(list(captures_in(f"{web}/a%20b.warc.gz"))) == 20

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        named_files._remote.cache_clear()
        gc.collect()

    assert told == []


def test_a_file_that_is_not_at_its_address_is_said_to_be_missing(web: str) -> None:
    with pytest.raises(SnapshotError, match=r"b\.warc\.gz is not in http://127"):
        list(captures_in(f"{web}/b.warc.gz"))


@pytest.mark.parametrize(
    "address", ["https://user:secret@web.test/a.warc.gz", "https://web.test/a.warc.gz?key=secret"]
)
def test_an_address_that_rows_could_not_keep_is_a_mistake(address: str) -> None:
    with pytest.raises(UsageError, match="must not contain a key"):
        files_named([address])
