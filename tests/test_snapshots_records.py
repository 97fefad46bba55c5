"""What stands in the records beside the answers, read with other people's tools."""

import errno
import gzip
import hashlib
import os
import subprocess
import sys
from base64 import b32encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import fastwarc.warc
import pytest
from warcio.archiveiterator import ArchiveIterator

from newscrawl.page import HttpExchange, PriorSnapshot, WarcLocation
from newscrawl.snapshots.warc_reader import raw_records, read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter
from tests.archive.making import NOON, fetched

REQUEST = b"GET /1 HTTP/1.1\r\nUser-Agent: newscrawl\r\nhost: herald.test\r\n\r\n"
BODY = gzip.compress(b"<h1>Snow</h1>" * 99)
ANSWER = fetched(
    body=BODY,
    status_line=b"HTTP/1.0 200 Fine",
    headers=(
        (b"content-TYPE", b"text/html"),
        (b"X-B", b"1"),
        (b"Content-Encoding", b"gzip"),
        (b"x-b", b"caf\xe9"),
        (b"Content-Length", str(len(BODY)).encode()),
    ),
    request=REQUEST,
)
LATER = replace(ANSWER, fetched_at=NOON + timedelta(days=1))


def _kept(
    home: Path, *answers: HttpExchange, before: Sequence[PriorSnapshot] = ()
) -> list[WarcLocation]:
    writer = SnapshotWriter(home, "herald", {"robots": "obey", "http-header-user-agent": "x/1"})
    kept = [writer.write(answer, before) for answer in answers]
    writer.sync()
    writer.close()
    return kept


def _records(home: Path, kept: WarcLocation) -> Iterator[Any]:
    """Records by warcio, each with its block."""
    with (home / kept.file).open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True):
            yield record.rec_headers, record.content_stream().read()


def _digest(raw: bytes) -> str:
    return f"sha1:{b32encode(hashlib.sha1(raw).digest()).decode()}"


def test_a_file_begins_with_what_wrote_it(tmp_path: Path) -> None:
    [kept] = _kept(tmp_path, ANSWER)

    headers, block = next(_records(tmp_path, kept))

    fields = dict(line.split(": ", 1) for line in block.decode().splitlines())
    assert headers["WARC-Type"] == "warcinfo"
    assert headers["WARC-Filename"] == Path(kept.file).name
    assert fields.pop("software").startswith("newscrawl/")
    assert fields.pop("conformsTo").endswith("/warc-1.1/")
    assert fields == {
        "format": "WARC File Format 1.1",
        "isPartOf": "herald",
        "robots": "obey",
        "http-header-user-agent": "x/1",
    }


def test_an_answer_is_kept_as_it_came_over_the_wire(tmp_path: Path) -> None:
    [kept] = _kept(tmp_path, ANSWER)

    _, (headers, block), _ = _records(tmp_path, kept)

    head, _, body = block.partition(b"\r\n\r\n")
    assert head.split(b"\r\n") == [
        b"HTTP/1.0 200 Fine",
        b"content-TYPE: text/html",
        b"X-B: 1",
        b"Content-Encoding: gzip",
        b"x-b: caf\xe9",
        b"Content-Length: %d" % len(BODY),
    ]
    assert body == BODY
    assert headers["WARC-Payload-Digest"] == kept.digest == _digest(BODY)
    assert headers["WARC-Block-Digest"] == _digest(block)


def test_the_request_stands_behind_its_answer(tmp_path: Path) -> None:
    [kept] = _kept(tmp_path, ANSWER)

    _, (answer, _), (request, block) = _records(tmp_path, kept)

    assert block == REQUEST
    assert request["WARC-Type"] == "request"
    assert request["WARC-Concurrent-To"] == answer["WARC-Record-ID"]
    for name in ("WARC-Target-URI", "WARC-Date"):
        assert request[name] == answer[name]


def test_a_body_is_not_said_to_be_in_chunks_when_it_is_not(tmp_path: Path) -> None:
    chunked = ((b"Transfer-Encoding", b"chunked"), (b"X-A", b"1"))
    # Read as chunks, this body would be two letters long.
    [kept] = _kept(tmp_path, replace(ANSWER, body=b"2\r\nhi\r\n0\r\n\r\n", headers=chunked))

    _, (_, block), _ = _records(tmp_path, kept)

    assert b"\r\nX-Orig-Transfer-Encoding: chunked\r\nX-A: 1\r\n\r\n2\r\n" in block


@pytest.fixture
def first(tmp_path: Path) -> WarcLocation:
    return _kept(tmp_path, ANSWER)[0]


def test_bytes_that_are_kept_already_are_not_kept_again(
    tmp_path: Path, first: WarcLocation
) -> None:
    [again] = _kept(tmp_path, LATER, before=[PriorSnapshot(snapshot_id=7, kept=first)])
    [_, (answer, _), _], [_, (revisit, block), (request, _)] = (
        list(_records(tmp_path, kept)) for kept in (first, again)
    )

    assert (again.same_as, again.digest) == (7, first.digest)
    assert block.endswith(b"Content-Length: %d\r\n\r\n" % len(BODY))
    assert {name: revisit[name] for name in ("WARC-Type", "WARC-Profile", "WARC-Date")} == {
        "WARC-Type": "revisit",
        "WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        "WARC-Date": "2026-03-02T12:00:00.000000Z",
    }
    assert revisit["WARC-Refers-To"] == answer["WARC-Record-ID"]
    assert revisit["WARC-Refers-To-Target-URI"] == answer["WARC-Target-URI"]
    assert revisit["WARC-Refers-To-Date"] == answer["WARC-Date"]
    assert revisit["WARC-Payload-Digest"] == answer["WARC-Payload-Digest"]
    assert request["WARC-Concurrent-To"] == revisit["WARC-Record-ID"]


@pytest.mark.parametrize("harm", ["lost", "cut", "changed", "other"])
def test_bytes_that_are_not_to_be_had_any_more_are_kept_again(
    tmp_path: Path, first: WarcLocation, harm: str
) -> None:
    path = tmp_path / first.file
    whole = path.read_bytes()
    at = first.offset + first.length - 40
    harmed = {"cut": whole[:at], "changed": whole[:at] + b"\x00\xff" + whole[at + 2 :]}
    if harm == "lost":
        path.unlink()
    elif harm == "other":
        first = replace(first, digest="sha1:AAAA")
    else:
        path.write_bytes(harmed[harm])

    [again] = _kept(tmp_path, LATER, before=[PriorSnapshot(snapshot_id=7, kept=first)])

    assert again.same_as is None
    assert read_page(tmp_path, again, LATER.url, NOON).html == gzip.decompress(BODY)


@pytest.mark.parametrize("harm", ["elsewhere", "damaged"])
def test_of_several_records_the_first_that_can_be_read_is_enough(
    tmp_path: Path, first: WarcLocation, harm: str
) -> None:
    """The latest may be on the disk of a machine that died."""
    file = "warc/herald/herald-elsewhere.warc.gz" if harm == "elsewhere" else first.file
    lost = replace(first, file=file, offset=first.offset + 3)
    before = [PriorSnapshot(snapshot_id=at, kept=kept) for at, kept in ((9, lost), (7, first))]

    [again] = _kept(tmp_path, LATER, before=before)

    assert again.same_as == 7


def test_a_store_that_is_away_is_not_asked_for_one_record_after_the_other(
    tmp_path: Path, first: WarcLocation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()

    def away(_: Path, file: str) -> IO[bytes]:
        asked.append(file)
        raise OSError(errno.EIO, "it does not give what it is asked for")

    monkeypatch.setattr("newscrawl.snapshots.warc_reader.open_kept", away)
    before = [PriorSnapshot(snapshot_id=at, kept=first) for at in (9, 8, 7)]

    [again] = _kept(tmp_path, LATER, before=before)

    assert (again.same_as, asked) == (None, [first.file])


def test_other_tools_read_every_record(tmp_path: Path, first: WarcLocation) -> None:
    [again] = _kept(tmp_path, LATER, before=[PriorSnapshot(snapshot_id=7, kept=first)])
    paths = [tmp_path / first.file, tmp_path / again.file]

    warcio = Path(sys.executable).with_name("warcio")
    done = subprocess.run(
        [warcio, "check", "-v", *paths], capture_output=True, text=True, check=False
    )
    found = [
        (record.headers["WARC-Type"], record.verify_block_digest())
        for path in paths
        for record in fastwarc.warc.ArchiveIterator(BytesIO(path.read_bytes()), parse_http=False)
    ]

    assert done.returncode == 0, done.stdout
    assert "fail" not in done.stdout
    assert found == [
        (kind, True)
        for kind in ("warcinfo", "response", "request", "warcinfo", "revisit", "request")
    ]


def test_records_are_given_out_as_they_stand_in_their_file(tmp_path: Path) -> None:
    silent = replace(ANSWER, request=b"", body=os.urandom(99))
    with_request, without, last = _kept(tmp_path, ANSWER, silent, ANSWER)

    given = [gzip.decompress(raw_records(tmp_path, each)) for each in (with_request, without, last)]

    assert [raw.count(b"WARC/1.1\r\n") for raw in given] == [2, 1, 2]
    assert all(raw.startswith(b"WARC/1.1\r\nWARC-Type: response\r\n") for raw in given)
