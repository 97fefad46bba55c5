"""A file that is read in stretches gives what it gives as a whole, wherever it is cut."""

import gzip
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench import captures
from bench.captures import Planned, captures_in
from newscrawl.errors import SnapshotError
from newscrawl.snapshots import spans
from newscrawl.snapshots.capture_headers import Bad, Capture

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
SOUND = [Planned(number, NOON, 0) for number in range(12)]
RAW = [captures.record(one) for one in SOUND]
PACKED = [captures.member(raw) for raw in RAW]
#: A page that holds a WARC file, as a page about such files may: packed, or plain.
INNER = captures.record(Planned(99, NOON, 0), b"".join(PACKED[:2]) * 3)
FILES: dict[str, bytes] = {
    "packed": b"".join(PACKED),
    "plain": b"".join(RAW),
    "zstd": b"".join(map(zstd.compress, RAW)),
    "a damaged record": b"".join(
        captures.member(raw, is_damaged=at in (3, 4, 8)) for at, raw in enumerate(RAW)
    ),
    "damaged plain": b"".join(RAW[:4]).replace(b"Content-Length: ", b"Content-Length: 9", 2)
    + b"".join(RAW[4:]),
    "packed within": b"".join((*PACKED[:3], gzip.compress(INNER, 0, mtime=0), *PACKED[3:])),
    "plain within": b"".join((*RAW[:3], captures.record(SOUND[3], b"\n".join(RAW)), *RAW[4:])),
    "cut off": b"".join(PACKED)[:-50],
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("size", [97, 1000, 7919, 1 << 24])
def test_it_gives_the_same_wherever_it_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(FILES[name])
    whole = list(captures_in(path))
    monkeypatch.setattr(spans, "_LONGEST", size)

    found = list(captures_in(path))

    assert found == whole
    assert len([one for one in found if isinstance(one, Capture)]) > 8


@pytest.mark.parametrize("raw", [b"", b"Nobody's file. " * 100])
def test_what_is_no_warc_file_is_said_to_be_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes
) -> None:
    monkeypatch.setattr(spans, "_LONGEST", 97)
    (tmp_path / "a.warc").write_bytes(raw)

    with pytest.raises(SnapshotError, match="is not a WARC file"):
        list(captures_in(tmp_path / "a.warc"))


def test_a_file_within_a_zip_that_is_not_read_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/a.warc.gz", FILES["packed"])
        packed.writestr("archive/b.warc.gz", FILES["packed"], zipfile.ZIP_DEFLATED)

    found = list(captures_in(tmp_path / "a.wacz"))

    assert len([one for one in found if isinstance(one, Capture)]) == len(PACKED)
    assert [one.reason for one in found if isinstance(one, Bad)] == ["unread"]
