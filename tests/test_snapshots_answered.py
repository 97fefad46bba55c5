"""Records that are torn or that nobody's server would have sent are damaged, and nothing worse."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench import captures
from bench.captures import Planned, captures_in
from newscrawl.errors import SnapshotError
from newscrawl.snapshots.capture_headers import Bad, Capture
from newscrawl.snapshots.foreign_response import read_answer

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
SNOW = captures.record(Planned(1, NOON, 0))
URL = "https://herald.test/1"


def _read(tmp_path: Path, raw: bytes) -> int:
    path = tmp_path / "one.warc"
    path.write_bytes(raw)
    return read_answer(path.parent, path.name, 0, URL, NOON).status


def _answer(head: bytes) -> bytes:
    return captures.warc_record("response", URL, NOON, "", head + b"\r\n\r\n<h1>Snow")


def test_a_record_torn_anywhere_is_damaged(tmp_path: Path) -> None:
    end = SNOW.index(b"</html>") if b"</html>" in SNOW else len(SNOW) - 100

    for length in range(0, end, 3):
        with pytest.raises(SnapshotError):
            _read(tmp_path, SNOW[:length])


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1", b"HTTP/1.1 fine", b"HTTP/1.1 " + b"9" * 30 + b" OK", b"\x00" * 50],
    ids=["nothing", "no status", "no number", "a huge number", "zeros"],
)
def test_an_answer_without_a_status_is_damaged(tmp_path: Path, head: bytes) -> None:
    with pytest.raises(SnapshotError, match="has no status"):
        _read(tmp_path, _answer(head))


@pytest.mark.parametrize(
    "line",
    [
        b"Transfer-Encoding: chunked",
        b"Content-Length: -1",
        b"Content-Type: text/html; charset=\xff\xfe",
        b"no colon",
    ],
)
def test_headers_that_mean_nothing_cost_no_page(tmp_path: Path, line: bytes) -> None:
    assert _read(tmp_path, _answer(b"HTTP/1.1 200 OK\r\n" + line)) == 200


@pytest.mark.parametrize("length", [b"99999999999", b"9" * 30, b"-5", b"x"])
def test_a_plain_record_of_an_absurd_length_costs_no_other(tmp_path: Path, length: bytes) -> None:
    at = SNOW.index(b"Content-Length: ")
    torn = SNOW[:at] + b"Content-Length: " + length + SNOW[SNOW.index(b"\r\n", at) :]
    path = tmp_path / "two.warc"
    path.write_bytes(torn + SNOW)

    assert [type(one) for one in captures_in(path)] == [Bad, Capture]


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+23:59", "1970-01-01T00:00:00Z", "later"])
def test_a_capture_from_before_the_web_is_not_dated(tmp_path: Path, date: str) -> None:
    path = tmp_path / "old.warc"
    path.write_bytes(SNOW.replace(b"2025-03-01T12:00:00Z", date.encode()))

    assert list(captures_in(path)) == [Bad("headers")]
