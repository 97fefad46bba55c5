"""WARC files as other tools write them, in all the ways that they do: read, or said why not."""

import base64
import bz2
import gzip
import hashlib
import random
import sys
import tracemalloc
import zipfile
import zlib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import captures
from bench.captures import Planned, captures_in
from newscrawl.errors import CutShort, SnapshotError
from newscrawl.snapshots.capture_headers import Bad, Capture
from newscrawl.snapshots.digests import is_digest, spellings
from newscrawl.snapshots.foreign_response import read_answer, unchunked
from tests.rows import every_row

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
URL = "https://herald.test/1"
PAGE = b"<html><h1>Snow</h1><p>" + b"It fell all night. " * 20 + b"</p></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def record(
    block: bytes = HTTP + PAGE, kind: str = "response", lines: str = "", url: str = URL
) -> bytes:
    return captures.warc_record(kind, url, NOON, lines, block)


def bare(kind: str, content_type: str = "text/html; charset=utf-8", block: bytes = PAGE) -> bytes:
    """A page without an answer's headers, as warcit writes it."""
    made = record(block, kind)
    return made.replace(b"application/http; msgtype=response", content_type.encode())


def arc(body: bytes = HTTP + PAGE, moment: str = "20250301120000", more: str = "") -> bytes:
    version = b"1 0 newscrawl\nURL IP-address Archive-date Content-type Archive-length\n\n"
    head = f"filedesc://a.arc 0.0.0.0 {moment} text/plain {more}{len(version)}\n".encode()
    line = f"{URL} 127.0.0.1 {moment} text/html {more}{len(body)}\n".encode()
    return head + version + line + body + b"\n"


def split(raw: bytes, mark: bytes) -> tuple[bytes, bytes]:
    at = raw.index(mark)
    return raw[:at], raw[at:]


def pages_in(tmp_path: Path, raw: bytes, name: str = "one.warc") -> list[tuple[str, bytes]]:
    """Address and page of what is read from the file, or the reason why it is not."""
    path = tmp_path / name
    path.write_bytes(raw)
    found: list[tuple[str, bytes]] = []
    for one in captures_in(path):
        if isinstance(one, Bad):
            found.append((one.reason, b""))
            continue
        try:
            answer = read_answer(path.parent, path.name, one.offset, one.url, one.fetched_at)
        except SnapshotError as error:
            found.append((error.reason, b""))
        else:
            found.append((one.url, answer.page.html))
    return found


def in_lf(raw: bytes) -> bytes:
    head, _, block = raw.partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + block.rstrip(b"\r\n") + b"\n\n"


def zstd_file(*records: bytes, is_dictionary_packed: bool = False) -> bytes:
    """Each record in a frame of its own, packed with the dictionary that the first frame holds."""
    samples = [captures.record(Planned(number, NOON, 0)) for number in range(60)]
    learned = zstd.train_dict(samples, 4000)
    content = learned.dict_content
    content = zstd.compress(content) if is_dictionary_packed else content
    first = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
    return first + b"".join(zstd.compress(each, zstd_dict=learned) for each in records)


READABLE = {
    "plain": record(),
    "line ends of LF": in_lf(record()),
    "line ends of LF in the answer": record(HTTP.replace(b"\r\n", b"\n") + PAGE),
    "line ends of LF throughout": in_lf(record(HTTP.replace(b"\r\n", b"\n") + PAGE)),
    "line ends of CR CR LF": record().replace(b"\r\n", b"\r\r\n", 8),
    "line ends of LF, packed": gzip.compress(in_lf(record())),
    "names of headers in lower case": record().replace(b"WARC-Type", b"warc-type"),
    "a folded header": record(lines="WARC-Note: a\r\n  b\r\n"),
    "an old version": record().replace(b"WARC/1.0", b"WARC/0.17"),
    "a resource": bare("resource"),
    "a conversion": bare("conversion"),
    "a resource that is an answer": record(kind="resource"),
    "zstd": zstd.compress(record()),
    "zstd with a dictionary": zstd_file(record()),
    "zstd with a packed dictionary": zstd_file(record(), is_dictionary_packed=True),
    "ARC": arc(),
    "ARC of the second version": arc(more="200 - - 0 a.arc "),
    "ARC, packed": b"".join(map(gzip.compress, split(arc(), b"https:"))),
    "a status without words": record(HTTP.replace(b"200 OK", b"200") + PAGE),
    "blank lines in front": b"\r\n\r\n" + record(),
    "an answer in small letters": record(HTTP.replace(b"HTTP", b"http") + PAGE),
    "an answer before the answer": record(b"HTTP/1.1 100 Continue\r\n\r\n" + HTTP + PAGE),
    "several answers before the answer": record(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3 + HTTP + PAGE
    ),
    "packed for the transfer": record(
        HTTP.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: gzip\r\n\r\n") + gzip.compress(PAGE)
    ),
    "packed and packed for the transfer": record(
        HTTP.replace(
            b"\r\n\r\n", b"\r\nTransfer-Encoding: x-gzip\r\nContent-Encoding: deflate\r\n\r\n"
        )
        + gzip.compress(zlib.compress(PAGE))
    ),
    "ARC without an IP address": arc().replace(b" 127.0.0.1", b" -"),
    "a digest of the page that was packed": record(
        HTTP.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + gzip.compress(PAGE),
        lines=f"WARC-Payload-Digest: sha1:{hashlib.sha1(PAGE).hexdigest()}\r\n",
    ),
}


@pytest.mark.parametrize("raw", READABLE.values(), ids=READABLE.keys())
def test_a_page_is_read_however_it_was_written(tmp_path: Path, raw: bytes) -> None:
    assert pages_in(tmp_path, raw) == [(URL, PAGE)]


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2025", "2025-01-01T00:00:00"),
        ("2025-03", "2025-03-01T00:00:00"),
        ("2025-03-01", "2025-03-01T00:00:00"),
        ("2025-03-01T12:05Z", "2025-03-01T12:05:00"),
        ("2025-03-01T12:05:09.123456789Z", "2025-03-01T12:05:09.123456"),
        ("2025-03-01t12:05:09z", "2025-03-01T12:05:09"),
        ("2025-03-01T12:05:60Z", "2025-03-01T12:05:59"),
        ("2025-03-01T12:05:09+02:00", "2025-03-01T10:05:09"),
        ("20250301120509", "2025-03-01T12:05:09"),
        ("Sat, 01 Mar 2025 12:05:09 GMT", "2025-03-01T12:05:09"),
    ],
)
def test_a_moment_is_read_as_exactly_as_it_is_stated(
    tmp_path: Path, stated: str, read: str
) -> None:
    raw = record().replace(b"2025-03-01T12:00:00Z", stated.encode())
    (tmp_path / "one.warc").write_bytes(raw)

    [found] = captures_in(tmp_path / "one.warc")

    assert isinstance(found, Capture)
    assert found.fetched_at == datetime.fromisoformat(f"{read}+00:00")


PASSED_OVER = {
    "truncated": record(lines="WARC-Truncated: length\r\n"),
    "truncated of a bare page": bare("resource").replace(
        b"WARC-Type", b"WARC-Truncated: time\r\nWARC-Type"
    ),
    "truncated, the first segment": record(lines="WARC-Segment-Number: 1\r\n"),
    "truncated, a later segment": record(kind="continuation", lines="WARC-Segment-Number: 2\r\n"),
    "unknown_type": record(kind="thumbnail"),
    "unknown_type, none": record().replace(b"WARC-Type: response\r\n", b""),
    "headers, in LF": in_lf(record().replace(b"WARC-Date: 2025", b"WARC-Date: x")),
    "damaged, in LF": in_lf(record())[:-100],
    "damaged, zstd": zstd.compress(record())[:-9],
    "damaged, a wrong length": gzip.compress(
        record().replace(b"Content-Length: ", b"Content-Length: 1\r\nX: ")
    ),
}


@pytest.mark.parametrize(("reason", "raw"), PASSED_OVER.items(), ids=PASSED_OVER.keys())
def test_what_is_passed_over_is_counted(tmp_path: Path, reason: str, raw: bytes) -> None:
    assert pages_in(tmp_path, raw + b"") == [(reason.partition(",")[0].partition(" ")[0], b"")]


@pytest.mark.parametrize("kind", ["request", "warcinfo", "metadata"])
def test_a_record_about_others_holds_no_page(tmp_path: Path, kind: str) -> None:
    assert pages_in(tmp_path, record(kind=kind)) == []


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress])
def test_a_damaged_record_costs_no_other(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    one, two = (captures.record(Planned(number, NOON, 0)) for number in range(2))
    packed = [pack(one), bytearray(pack(one)), pack(two)]
    at = bytes(packed[1]).find(b"Content-Length: ") + 16 if pack is bytes else len(packed[1]) // 2
    packed[1][at : at + 8] = b"99999999"

    found = pages_in(tmp_path, b"".join(map(bytes, packed)))

    assert [url for url, _ in found] == [
        Planned(0, NOON, 0).url,
        "damaged",
        Planned(1, NOON, 0).url,
    ]


def test_records_that_share_a_member_are_counted(tmp_path: Path) -> None:
    raw = gzip.compress(record()) + gzip.compress(record() + record(kind="request") + record())

    assert Counter(what for what, _ in pages_in(tmp_path, raw)) == {URL: 2, "packed_together": 2}


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\x04\x22\x4d\x18" + bytes(99), "is packed with LZ4: unpack it first"),
        (bz2.compress(record()), "is packed with bzip2: unpack it first"),
        (
            gzip.compress(record() * 2),
            "is compressed as a whole, not record by record: gunzip it first",
        ),
        (zstd.compress(record() * 2), "not record by record: unzstd it first"),
        (gzip.compress(PAGE), "is not a WARC file"),
        (PAGE, "is not a WARC file"),
        (b"", "is not a WARC file"),
        (b"PK\x03\x04" + bytes(99), "is a damaged zip file"),
        (zstd_file(record()).replace(b"\x37\xa4\x30\xec", b"\x28\xb5\x2f\xfd"), "dictionary"),
    ],
)
def test_a_file_that_is_not_read_is_named_with_the_reason(
    tmp_path: Path, raw: bytes, says: str
) -> None:
    path = tmp_path / "one.warc.gz"
    path.write_bytes(raw)

    with pytest.raises(SnapshotError, match=says) as caught:
        list(captures_in(path))

    assert str(path) in str(caught.value)


def wacz(
    path: Path,
    compression: int = zipfile.ZIP_STORED,
    name: str = "archive/a.warc.gz",
    raw: bytes = gzip.compress(record()) * 2,
) -> None:
    with zipfile.ZipFile(path, "w", compression) as opened:
        opened.writestr("datapackage.json", "{}", zipfile.ZIP_DEFLATED)
        opened.writestr(name, raw)
        opened.writestr("archive/b.warc", bare("resource"), zipfile.ZIP_STORED)
        opened.writestr("pages/pages.jsonl", "{}")


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ({}, 3),
        ({"name": "archive/a.warc.gz.part"}, 1),
        ({"name": "a/B/C.WARC.GZ"}, 3),
        ({"name": "archive/a.arc.gz"}, 3),
        ({"name": "archive/a.warc.zst", "raw": zstd.compress(record()) * 2}, 3),
        ({"raw": b""}, 1),
    ],
)
def test_the_warc_files_within_a_wacz_file_are_read_where_they_stand(
    tmp_path: Path, options: dict[str, object], pages: int
) -> None:
    wacz(tmp_path / "one.wacz", **options)  # type: ignore[arg-type]

    found = pages_in(tmp_path, (tmp_path / "one.wacz").read_bytes(), "one.wacz")

    assert found == [(URL, PAGE)] * pages


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"compression": zipfile.ZIP_DEFLATED}, "archive/a.warc.gz is compressed in the zip"),
        ({"name": "a.warc.zst", "raw": zstd_file(record())}, "a.warc.zst has a dictionary: unzip"),
        ({"name": "deep/a.wacz"}, "deep/a.wacz cannot be read in a zip: unzip it first"),
        ({"name": "a.warc.lz4"}, "a.warc.lz4 cannot be read in a zip: unzip it first"),
        ({"name": "a.warc", "raw": b"junk" * 99}, "one.wacz: a.warc is not a WARC file"),
        ({"raw": b"junk" * 99}, "archive/a.warc.gz is not a WARC file"),
        ({"raw": gzip.compress(b"junk" * 99)}, "archive/a.warc.gz is not a WARC file"),
        ({"raw": gzip.compress(record() * 2)}, "a.warc.gz is compressed as a whole, not record by"),
    ],
)
def test_a_file_that_is_not_read_in_its_zip_is_named_and_costs_no_other(
    tmp_path: Path, options: dict[str, object], says: str
) -> None:
    wacz(tmp_path / "one.wacz", **options)  # type: ignore[arg-type]

    [bad] = [one for one in captures_in(tmp_path / "one.wacz") if isinstance(one, Bad)]
    found = pages_in(tmp_path, (tmp_path / "one.wacz").read_bytes(), "one.wacz")

    assert (bad.reason, says in bad.said) == ("unread", True), bad
    assert found.count((URL, PAGE)) == 1


def chunked(*parts: bytes, line_end: bytes = b"\r\n", extension: bytes = b"") -> bytes:
    return b"".join(
        b"%x%b%b%b%b" % (len(part), extension, line_end, part, line_end) for part in parts
    )


PARTS = (PAGE[:200], PAGE[200:])
LAST = b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("payload", "is_whole"),
    [
        (chunked(*PARTS) + LAST, True),
        (chunked(*PARTS) + b"0\r\nX-Trailer: a\r\n\r\n", True),
        (chunked(*PARTS, line_end=b"\n") + b"0\n\n", True),
        (chunked(*PARTS, extension=b";name=" + b"x" * 900) + LAST, True),
        (chunked(*PARTS, extension=b"   ") + LAST, True),
        (chunked(*PARTS).replace(b"c8", b"000000C8") + LAST, True),
        (chunked(*PARTS).replace(b"c8", b"0" * 40 + b"c8") + LAST, True),
        (chunked(*PARTS).replace(b"c8", b"0xc8") + LAST, True),
        (chunked(*PARTS, extension=b";name=" + b"x" * 70_000) + LAST, True),
        (b"\r\n" + chunked(*PARTS) + LAST, True),
        (b"\n\n" + chunked(*PARTS, line_end=b"\n") + b"0\n\n", True),
        (chunked(*PARTS) + b"0", True),
        (chunked(*PARTS) + LAST + b"junk", True),
        (chunked(*PARTS), False),
        (chunked(*PARTS)[:-2], False),
        (PAGE, True),
    ],
)
def test_a_body_in_chunks_is_the_page_without_their_lengths(
    tmp_path: Path, payload: bytes, is_whole: bool
) -> None:
    head = HTTP.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")

    assert unchunked(payload) == (PAGE, is_whole)
    assert pages_in(tmp_path, record(head + payload)) == [(URL, PAGE)]


@pytest.mark.parametrize("cut", [5, 100, 204, 207, 260, 420])
def test_a_body_whose_chunks_did_not_all_come_is_counted(tmp_path: Path, cut: int) -> None:
    head = HTTP.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n")
    payload = chunked(*PARTS)[:cut]

    assert pages_in(tmp_path, record(head + payload)) == [("truncated", b"")]
    path = tmp_path / "one.warc"
    with pytest.raises(CutShort):
        read_answer(path.parent, path.name, 0, URL, NOON)


@given(
    st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=6),
    st.sampled_from([b"\r\n", b"\n"]),
    st.sampled_from([b"", b" ", b";a=b"]),
    st.integers(min_value=0, max_value=300),
)
@settings(max_examples=300, deadline=None)
def test_no_length_of_a_chunk_is_ever_in_a_body(
    parts: list[bytes], line_end: bytes, extension: bytes, cut: int
) -> None:
    whole = b"".join(parts)
    payload = chunked(*parts, line_end=line_end, extension=extension) + b"0" + line_end * 2
    first_line = payload.index(b"\n") + 1

    body, _ = unchunked(payload[: max(first_line, len(payload) - cut)])

    assert unchunked(payload) == (whole, True)
    assert whole.startswith(body)


@pytest.mark.parametrize(
    ("length", "body", "reads"),
    [
        (len(PAGE), PAGE, (URL, PAGE)),
        (len(PAGE) + 9, PAGE, (URL, PAGE)),
        (3, PAGE, (URL, PAGE)),
        (len(PAGE), PAGE[:-20], ("truncated", b"")),
    ],
)
def test_a_body_that_is_shorter_than_its_headers_say_is_counted_unless_it_ends(
    tmp_path: Path, length: int, body: bytes, reads: tuple[str, bytes]
) -> None:
    head = HTTP.replace(b"\r\n\r\n", b"\r\nContent-Length: %d\r\n\r\n" % length)

    assert pages_in(tmp_path, record(head + body)) == [reads]


def test_a_revisit_is_no_cut_off_page_whatever_heritrix_says_of_its_block(tmp_path: Path) -> None:
    raw = record(HTTP, "revisit", "WARC-Truncated: length\r\nWARC-Payload-Digest: sha1:A\r\n")
    (tmp_path / "one.warc").write_bytes(raw)

    [found] = captures_in(tmp_path / "one.warc")

    assert isinstance(found, Capture)
    assert found.is_revisit


DIGESTS = {
    f"{name}:{spelled}"
    for name in ("sha1", "sha256", "md5", "sha512", "sha-1", "SHA-256", "sha384")
    for raw in [hashlib.new(name.lower().replace("-", ""), PAGE).digest()]
    for spelled in (
        base64.b32encode(raw).decode(),
        base64.b32encode(raw).decode().rstrip("="),
        base64.b32encode(raw).decode().lower(),
        base64.b64encode(raw).decode(),
        base64.b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(raw).decode().rstrip("="),
        raw.hex(),
        raw.hex().upper(),
    )
}


@every_row("named", sorted(DIGESTS))
def test_a_digest_is_known_in_any_spelling(named: str) -> None:
    assert is_digest(named, PAGE)
    assert not is_digest(named, PAGE + b" ")
    assert named in spellings(named)


@pytest.mark.parametrize("named", ["sha1:-", "sha1:", "crc32:1234", "blake3:abc", "sha1", "md5:x="])
def test_a_digest_that_cannot_be_held_against_anything_is_no_damage(named: str) -> None:
    assert is_digest(named, PAGE)


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_member_made_to_fill_memory_does_not(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    bomb = record(HTTP + bytes(300_000_000), lines="X-Big: 1\r\n")
    path = tmp_path / "one.warc.gz"
    path.write_bytes(pack(record()) + pack(bomb) + pack(record()))
    del bomb
    tracemalloc.start()

    found = [one.reason if isinstance(one, Bad) else one.url for one in captures_in(path)]

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [URL, "too_large", URL]
    assert peak < 5_000_000


def test_a_large_record_that_is_packed_as_usual_is_too_large_alone(tmp_path: Path) -> None:
    film = random.Random(1).randbytes(11_000_000)
    raw = gzip.compress(record(HTTP + film), 1) + gzip.compress(record())

    assert [what for what, _ in pages_in(tmp_path, raw)] == ["too_large", URL]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc.zst"])
def test_every_cut_of_a_packed_file_is_read_up_to_it(tmp_path: Path, name: str) -> None:
    pack = gzip.compress if name.endswith("gz") else zstd.compress
    one = pack(record())
    for length in range(len(one) + 1, 2 * len(one), 7):
        assert [what for what, _ in pages_in(tmp_path, (one * 2)[:length], name)] == [
            URL,
            "damaged",
        ]


def test_an_empty_member_is_nothing(tmp_path: Path) -> None:
    assert pages_in(tmp_path, gzip.compress(record()) + gzip.compress(b"") + b"") == [(URL, PAGE)]
    assert zlib.decompress(gzip.compress(b""), 31) == b""
