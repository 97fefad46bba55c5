"""What a check of the files finds, whatever happened to them."""

import gzip
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from backports import zstd

from newscrawl.errors import SnapshotError
from newscrawl.page import HttpExchange, KeptPage, PriorSnapshot, WarcLocation
from newscrawl.snapshots.verify import VerifyReport, verify_file
from newscrawl.snapshots.warc_reader import raw_records, read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter
from tests.archive.making import NOON, fetched

REQUEST = b"GET / HTTP/1.1\r\nHost: herald.test\r\n\r\n"
_RANDOM = random.Random(1)
BODIES = [_RANDOM.randbytes(90) for _ in range(4)]
URL = "https://herald.test/{}"


@pytest.fixture
def kept(tmp_path: Path) -> list[WarcLocation]:
    """Four answers in one file, each with its request."""
    writer = SnapshotWriter(tmp_path, "herald")
    answers = [
        fetched(URL.format(at), body, request=REQUEST) for at, body in enumerate(BODIES, start=1)
    ]
    kept = [writer.write(answer) for answer in answers]
    writer.sync()
    writer.close()
    return kept


def _claims(kept: Sequence[WarcLocation]) -> list[KeptPage]:
    return [
        KeptPage(id=at, url=URL.format(at), fetched_at=NOON, kept=one)
        for at, one in enumerate(kept, start=1)
    ]


def _verify(home: Path, kept: Sequence[WarcLocation]) -> VerifyReport:
    return _verify_claims(home, _claims(kept))


def _verify_claims(home: Path, claims: Sequence[KeptPage]) -> VerifyReport:
    report = VerifyReport()
    verify_file(home, claims[0].kept.file, claims, report)
    return report


def test_a_whole_file_is_without_complaint(tmp_path: Path, kept: list[WarcLocation]) -> None:
    report = _verify(tmp_path, kept)

    assert report == VerifyReport(files=1, snapshots=4, records=9)


def test_a_cut_at_any_byte_of_the_last_two_answers_costs_nothing_acknowledged(
    tmp_path: Path, kept: list[WarcLocation]
) -> None:
    """A crash leaves a part of what no row names yet: the first two are acknowledged."""
    path, acknowledged = tmp_path / kept[0].file, kept[:2]
    whole = path.read_bytes()
    ends = {start for start in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", start)}
    torn = 0
    for end in range(kept[2].offset, len(whole)):
        path.write_bytes(whole[:end])

        report = _verify(tmp_path, acknowledged)

        assert (report.problems, report.damaged) == ([], [])
        begun = max(start for start in ends if start <= end)
        # Cut between two records, a file is whole.
        left = [(part.offset, part.offset + part.length) for part in report.torn]
        assert left == ([] if begun == end else [(begun, end)])
        assert report.unnamed == sum(one.offset + one.length <= end for one in kept[2:])
        torn += len(left)
        for one, body in zip(acknowledged, BODIES, strict=False):
            assert read_page(tmp_path, one, URL, NOON).html == body
    assert torn > kept[2].length + kept[3].length


def test_a_cut_into_what_was_acknowledged_is_a_problem(
    tmp_path: Path, kept: list[WarcLocation]
) -> None:
    path, last = tmp_path / kept[0].file, kept[3]
    whole = path.read_bytes()
    for end in range(kept[2].offset, last.offset + last.length):
        path.write_bytes(whole[:end])

        lost = [problem.snapshot_id for problem in _verify(tmp_path, kept).problems]

        assert lost == ([4] if end >= kept[2].offset + kept[2].length else [3, 4])


def test_any_changed_byte_of_a_record_is_noticed(tmp_path: Path, kept: list[WarcLocation]) -> None:
    path, second = tmp_path / kept[0].file, kept[1]
    whole = path.read_bytes()
    # Bytes 4 to 9 of a gzip member say when and on what system it was packed; the last bits before
    # its checksum only fill up a byte.
    idle = {*range(second.offset + 4, second.offset + 10), second.offset + second.length - 9}
    for at in set(range(second.offset, second.offset + second.length)) - idle:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])

        report = _verify(tmp_path, kept)

        assert [problem.snapshot_id for problem in report.problems] == [2]
        assert report.torn == []


@pytest.mark.parametrize(
    "junk",
    [b"\0" * 4096, _RANDOM.randbytes(5000), gzip.compress(b"WARC" * 99), b"\x1f\x8b\x08" * 99],
    ids=["zeros", "noise", "another gzip", "beginnings"],
)
def test_what_stands_behind_damaged_bytes_is_found(
    tmp_path: Path, kept: list[WarcLocation], junk: bytes
) -> None:
    path = tmp_path / kept[0].file
    whole = path.read_bytes()
    path.write_bytes(whole[: kept[2].offset] + junk + whole[kept[2].offset :])
    moved = [*kept[:2], *(replace(one, offset=one.offset + len(junk)) for one in kept[2:])]

    report = _verify(tmp_path, moved)

    assert (report.problems, report.records) == ([], 9)
    assert [(part.offset, part.length) for part in report.damaged] == [(kept[2].offset, len(junk))]


def test_records_that_no_row_names_are_counted(tmp_path: Path, kept: list[WarcLocation]) -> None:
    report = _verify(tmp_path, kept[:1])

    assert (report.problems, report.unnamed) == ([], 3)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"digest": "sha1:AAAA"}, "the bytes do not match their digest"),
        ({"length": 7}, "bytes, not 7"),
        ({"offset": 5}, "no record begins there"),
        ({"offset": 0}, "the record is no response"),
        ({"offset": 999_999}, "no record begins there"),
        ({"same_as": 1}, "the record is no revisit"),
        ({"file": "warc/herald/gone.warc.gz"}, "the file is missing"),
        ({"file": "warc/herald"}, "the file cannot be read"),
    ],
)
def test_a_row_that_says_another_thing_than_its_file_is_a_problem(
    tmp_path: Path, kept: list[WarcLocation], change: dict[str, object], says: str
) -> None:
    [problem] = _verify(tmp_path, [replace(kept[0], **change)]).problems  # type: ignore[arg-type]

    assert says in problem.what
    assert (problem.snapshot_id, problem.url) == (1, URL.format(1))


def test_a_row_of_another_page_is_a_problem(tmp_path: Path, kept: list[WarcLocation]) -> None:
    [claim] = _claims(kept[:1])

    [problem] = _verify_claims(tmp_path, [replace(claim, url="https://herald.test/2")]).problems

    assert problem.what == "the record is of https://herald.test/1"


def test_a_revisit_is_held_against_its_row_too(tmp_path: Path, kept: list[WarcLocation]) -> None:
    writer = SnapshotWriter(tmp_path, "herald")
    before = PriorSnapshot(snapshot_id=1, kept=kept[0])
    again = writer.write(fetched(URL.format(1), BODIES[0], request=REQUEST), [before])
    writer.sync()
    writer.close()

    assert _verify(tmp_path, [again]).problems == []
    path = tmp_path / again.file
    path.write_bytes(path.read_bytes()[: again.offset + 30])
    assert [one.what for one in _verify(tmp_path, [again]).problems] == ["the record is damaged"]


def test_of_an_imported_file_only_what_was_imported_is_read(
    tmp_path: Path, kept: list[WarcLocation]
) -> None:
    path = tmp_path / kept[0].file
    imported = [replace(one, file=str(path)) for one in kept[:2]]

    assert _verify(tmp_path, imported).problems == []
    path.write_bytes(path.read_bytes()[: kept[1].offset + kept[1].length - 50])
    [problem] = _verify(tmp_path, imported).problems
    assert problem.snapshot_id == 2


def test_what_a_check_finds_damaged_is_not_read(tmp_path: Path, kept: list[WarcLocation]) -> None:
    path = tmp_path / kept[0].file
    path.write_bytes(path.read_bytes()[: kept[3].offset + 50])

    with pytest.raises(SnapshotError):
        read_page(tmp_path, kept[3], URL.format(4), NOON)


def _keep_one(home: Path, answer: HttpExchange) -> WarcLocation:
    writer = SnapshotWriter(home, "herald")
    kept = writer.write(answer)
    writer.sync()
    writer.close()
    return kept


@pytest.mark.parametrize(
    ("encoding", "body", "says"),
    [
        (b"gzip", gzip.compress(BODIES[0])[:-9], "cut off"),
        (b"gzip", BODIES[0], "does not match its Content-Encoding"),
        (b"compress", BODIES[0], "compress is not known"),
    ],
)
def test_bytes_that_do_not_unpack_are_a_problem_and_counted(
    tmp_path: Path, encoding: bytes, body: bytes, says: str
) -> None:
    answer = fetched(URL.format(1), body, headers=((b"Content-Encoding", encoding),))

    report = _verify(tmp_path, [_keep_one(tmp_path, answer)])

    [problem] = report.problems
    assert says in problem.what
    assert report.undecoded == 1


@pytest.mark.parametrize(
    ("encoding", "body"), [(b"zstd", zstd.compress(BODIES[0])), (b"utf-8", BODIES[0])]
)
def test_what_a_crawl_unpacks_is_no_problem(tmp_path: Path, encoding: bytes, body: bytes) -> None:
    answer = fetched(URL.format(1), body, headers=((b"Content-Encoding", encoding),))

    report = _verify(tmp_path, [_keep_one(tmp_path, answer)])

    assert (report.problems, report.undecoded) == ([], 0)


def test_a_record_that_no_reader_reads_is_counted_and_costs_no_other(tmp_path: Path) -> None:
    """A request asked with too large a header, as older crawls kept, and an answer with one."""
    writer, large = SnapshotWriter(tmp_path, "herald"), b"a" * 60_000
    first = fetched(URL.format(1), BODIES[0], headers=((b"X-A", large),), request=REQUEST)
    second = fetched(URL.format(2), BODIES[1], request=b"GET /" + large + b" HTTP/1.1\r\n\r\n")
    unread = fetched(f"https://herald.test/{'u' * 40_000}", BODIES[2])
    last = fetched(URL.format(4), BODIES[3])
    kept = [writer.write(answer) for answer in (first, second, unread, last)]
    writer.sync()
    writer.close()

    report = _verify(tmp_path, kept)

    [problem] = report.problems
    assert (problem.snapshot_id, problem.what) == (3, "the record cannot be read")
    assert [part.offset for part in report.damaged] == [kept[2].offset]
    assert report.records == 7
    for at in (0, 1, 3):
        assert read_page(tmp_path, kept[at], URL, NOON).html == BODIES[at]
    assert raw_records(tmp_path, kept[0])
