import gzip
import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse
from warcio.archiveiterator import ArchiveIterator

from newscrawl.crawl.responses import declared_charset
from newscrawl.errors import DiskFull, SnapshotError
from newscrawl.page import HttpExchange, Page, WarcLocation
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.snapshots import warc_writer as writing
from newscrawl.snapshots.warc_reader import read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter, write_all
from tests.archive.making import NOON, fetched

HTML = "<h1>Снег</h1><p>Snow fell.".encode()


def _deflated(body: bytes, bits: int = zlib.MAX_WBITS) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(body) + packer.flush()


def _keep(home: Path, *answers: HttpExchange) -> tuple[WarcLocation, ...]:
    writer = SnapshotWriter(home, "herald")
    kept = write_all(writer, answers)
    writer.sync()
    writer.close()
    return kept


def _read(home: Path, kept: WarcLocation) -> Page:
    return read_page(home, kept, "https://herald.test/1", NOON)


def _encoded(body: bytes, encoding: str) -> HttpExchange:
    headers = (
        (b"Content-Type", b"text/html; charset=utf-8"),
        (b"Content-Encoding", encoding.encode()),
    )
    return fetched(body=body, headers=headers)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("", HTML),
        ("identity", HTML),
        ("gzip", gzip.compress(HTML, mtime=0)),
        ("x-gzip", gzip.compress(HTML, mtime=0)),
        ("GZIP", gzip.compress(HTML[:9], mtime=0) + gzip.compress(HTML[9:], mtime=0)),
        ("deflate", _deflated(HTML)),
        ("deflate", _deflated(HTML, -zlib.MAX_WBITS)),
        ("br", brotli.compress(HTML)),
        ("gzip, br", brotli.compress(gzip.compress(HTML, mtime=0))),
        ("zstd", zstd.compress(HTML)),
        ("utf-8", HTML),
        ("none", HTML),
        ("gzip", gzip.compress(HTML, mtime=0) + b"behind"),
    ],
)
def test_a_page_comes_back_as_it_was(tmp_path: Path, encoding: str, body: bytes) -> None:
    [kept] = _keep(tmp_path, _encoded(body, encoding))

    page = _read(tmp_path, kept)

    assert (page.html, page.declared, page.fetched_at) == (HTML, "utf-8", NOON)


def test_encodings_in_headers_of_their_own_are_all_taken_off(tmp_path: Path) -> None:
    lines = ((b"Content-Encoding", b"gzip"), (b"X-A", b"1"), (b"content-encoding", b"br"))
    body = brotli.compress(gzip.compress(HTML, mtime=0))

    [kept] = _keep(tmp_path, fetched(body=body, headers=lines))

    assert _read(tmp_path, kept).html == HTML


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        (b"text/html; charset=windows-1251", "windows-1251"),
        (b'text/html; Charset = "KOI8-R"', "KOI8-R"),
        (b"text/html", None),
    ],
)
def test_the_charset_is_read_as_the_crawl_read_it(
    tmp_path: Path, content_type: bytes, charset: str | None
) -> None:
    [kept] = _keep(tmp_path, fetched(headers=((b"Content-Type", content_type),)))

    live = HtmlResponse("https://herald.test/1", headers={"Content-Type": content_type})
    assert _read(tmp_path, kept).declared == declared_charset(live) == charset


@pytest.mark.parametrize("size", [32_000, 60_000, 200_000])
def test_what_is_kept_with_large_headers_is_read_back(tmp_path: Path, size: int) -> None:
    """Crawls refuse them today, since FastWARC does not read them; older archives hold some."""
    large = fetched(body=HTML, headers=((b"X-Policy", b"a" * size),))

    [kept] = _keep(tmp_path, large)

    assert _read(tmp_path, kept).html == HTML


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(HTML, mtime=0)[:-9]),
        ("gzip", HTML),
        ("deflate", HTML),
        ("br", HTML),
        ("br", brotli.compress(HTML * 99)[:-5]),
        ("compress", HTML),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_said_so(
    tmp_path: Path, encoding: str, body: bytes
) -> None:
    [kept] = _keep(tmp_path, _encoded(body, encoding))

    with pytest.raises(SnapshotError):
        _read(tmp_path, kept)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(bytes(60_000_000), mtime=0)),
        ("deflate", _deflated(bytes(60_000_000))),
        ("br", brotli.compress(bytes(60_000_000), quality=1)),
    ],
)
def test_a_bomb_is_unpacked_no_further_than_a_page_may_be_large(
    tmp_path: Path, encoding: str, body: bytes
) -> None:
    [kept] = _keep(tmp_path, _encoded(body, encoding))

    assert len(_read(tmp_path, kept).html) == LARGEST_PAGE + 1


def test_every_record_is_read_at_its_own_place(tmp_path: Path) -> None:
    bodies = [b"", b"one", b"two " * 9_999, os.urandom(9_999)]
    kept = _keep(tmp_path, *(fetched(body=body) for body in bodies))

    assert [_read(tmp_path, each).html for each in kept] == bodies
    size = (tmp_path / kept[0].file).stat().st_size
    assert kept[-1].offset + kept[-1].length == size


@pytest.mark.parametrize("change", [{"digest": "sha1:AAAA"}, {"offset": 0}, {"file": "no.warc.gz"}])
def test_bytes_that_are_not_those_that_were_kept_are_refused(
    tmp_path: Path, change: dict[str, object]
) -> None:
    kept = _keep(tmp_path, fetched(body=b"one"), fetched(body=b"two"))[1]

    with pytest.raises(SnapshotError):
        _read(tmp_path, replace(kept, **change))


def test_a_changed_byte_is_noticed_wherever_it_is(tmp_path: Path) -> None:
    [kept] = _keep(tmp_path, fetched(body=os.urandom(200)))
    path = tmp_path / kept.file
    whole = path.read_bytes()
    _, end = kept.offset, kept.offset + kept.length
    # The last bytes are gzip's own sum, which nobody needs: the digest stands for the body.
    for at in range(end - 208, end - 8, 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(SnapshotError):
            _read(tmp_path, kept)


def test_a_file_torn_anywhere_in_its_last_record_keeps_the_earlier_ones(tmp_path: Path) -> None:
    body, torn = os.urandom(64), 0
    first, last = _keep(tmp_path, fetched(body=b"one"), fetched(body=body))
    path = tmp_path / first.file
    whole = path.read_bytes()
    for end in range(last.offset, last.offset + last.length):
        path.write_bytes(whole[:end])
        assert _read(tmp_path, first).html == b"one"
        # Behind the body there is nothing but line ends and sums: without them it is whole.
        with suppress(SnapshotError):
            assert _read(tmp_path, last).html == body
            continue
        torn += 1
    assert torn >= last.length - 32


def test_other_tools_find_the_files_whole(tmp_path: Path) -> None:
    [kept, *_] = _keep(
        tmp_path, fetched(), fetched("https://herald.test/2", gzip.compress(HTML, mtime=0))
    )

    warcio = Path(sys.executable).with_name("warcio")
    done = subprocess.run(
        [warcio, "check", "-v", tmp_path / kept.file], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("digest pass") >= 2


def _records(home: Path, kept: WarcLocation):
    with (home / kept.file).open("rb") as file:
        for record in ArchiveIterator(file):
            yield record.rec_headers, record.http_headers, record.content_stream().read()


def test_a_record_says_what_was_asked_and_when(tmp_path: Path) -> None:
    [kept] = _keep(tmp_path, fetched(asked="http://127.0.0.1:8000/1"))

    [_, (about, headers, body)] = list(_records(tmp_path, kept))

    assert about["WARC-Target-URI"] == "https://herald.test/1"
    assert about["WARC-Newscrawl-Asked"] == "http://127.0.0.1:8000/1"
    assert about["WARC-Date"] == "2026-03-01T12:00:00.000000Z"
    assert (headers.get_statuscode(), body) == ("200", b"<p>Snow")


@pytest.mark.parametrize(
    "given_answer",
    [
        fetched(headers=((b"X-Evil\r\nX-Made-Up", b"1"),)),
        fetched(headers=((b"X-Evil", b"1\r\nX-Made-Up: 1"),)),
        fetched(headers=((b"X-Evil", b"1\r\n\r\n<p>another body"),)),
        fetched("https://herald.test/\r\nX-Made-Up: 1"),
        fetched(asked="https://herald.test/\nX-Made-Up: 1"),
    ],
)
def test_no_line_end_makes_a_header_of_its_own(tmp_path: Path, given_answer: HttpExchange) -> None:
    [kept] = _keep(tmp_path, given_answer)

    [_, (about, headers, body)] = list(_records(tmp_path, kept))

    assert about["X-Made-Up"] is None
    assert headers["X-Made-Up"] is None
    assert body == b"<p>Snow"


def test_headers_are_kept_byte_for_byte(tmp_path: Path) -> None:
    headers = ((b"X-Na\xefve", b"caf\xe9 \xd1\x81"), (b"X-Escaped", b"100%25"))
    [kept] = _keep(tmp_path, fetched(headers=headers))

    unpacked = gzip.decompress((tmp_path / kept.file).read_bytes()[kept.offset :])

    assert b"X-Na\xefve: caf\xe9 \xd1\x81\r\nX-Escaped: 100%25\r\n" in unpacked


def test_an_address_that_is_no_text_keeps_no_page_from_being_kept(tmp_path: Path) -> None:
    [kept] = _keep(tmp_path, fetched("https://herald.test/\ud800", asked="http://\udfff"))

    assert _read(tmp_path, kept).html == b"<p>Snow"


@given(
    headers=st.lists(st.tuples(st.binary(), st.binary()), max_size=4),
    body=st.binary(),
    status=st.integers(100, 999),
)
def test_no_header_keeps_a_page_from_being_kept(
    headers: list[tuple[bytes, bytes]], body: bytes, status: int
) -> None:
    # A header that changes how the body is read is another test's affair.
    named = [(b"X-" + name, value) for name, value in headers]
    home = _Home.path

    [kept] = _keep(home, fetched(body=body, headers=tuple(named), status=status))

    assert _read(home, kept).html == body


class _Home:
    """Holds the test's folder: hypothesis refuses fixtures that live for one test."""

    path: Path


@pytest.fixture(autouse=True)
def _hand_over(tmp_path: Path) -> None:
    _Home.path = tmp_path


@pytest.mark.parametrize("length", [b"1", b"999999", b"-1", b"a"])
def test_a_length_that_lies_changes_no_body(tmp_path: Path, length: bytes) -> None:
    headers = ((b"Content-Length", length), (b"Transfer-Encoding", b"chunked"))
    [kept] = _keep(tmp_path, fetched(body=HTML, headers=headers))

    assert _read(tmp_path, kept).html == HTML


def test_a_file_is_never_appended_to_afterwards(tmp_path: Path) -> None:
    [first] = _keep(tmp_path, fetched())
    size = (tmp_path / first.file).stat().st_size

    [second] = _keep(tmp_path, fetched())

    assert first.file != second.file
    assert (tmp_path / first.file).stat().st_size == size


def test_a_file_that_is_large_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LARGEST_FILE", 2_000)
    writer = SnapshotWriter(tmp_path, "herald")
    kept = []
    for _ in range(4):
        kept.append(writer.write(fetched(body=os.urandom(1_500))))
        writer.sync()
    writer.close()

    assert len({each.file for each in kept}) > 1
    assert all(len(_read(tmp_path, each).html) == 1_500 for each in kept)


def test_a_crawl_without_pages_makes_no_file(tmp_path: Path) -> None:
    writer = SnapshotWriter(tmp_path, "herald")
    writer.sync()
    writer.close()

    assert list(tmp_path.iterdir()) == []


def test_only_their_owner_may_read_the_folder(tmp_path: Path) -> None:
    [kept] = _keep(tmp_path, fetched())

    assert (tmp_path / kept.file).parent.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("in the way")

    with pytest.raises(SnapshotError, match="cannot be written"):
        SnapshotWriter(tmp_path, "herald").write(fetched())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("mounts need root")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no mount here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_is_said_so_and_what_was_synced_is_whole(small_disk: Path) -> None:
    writer = SnapshotWriter(small_disk, "herald")
    body = os.urandom(50_000)
    safe: list[WarcLocation] = []

    def fill() -> None:
        while True:
            kept = writer.write(fetched(body=body))
            writer.sync()
            safe.append(kept)

    with pytest.raises(DiskFull):
        fill()
    writer.close()

    assert safe
    assert all(_read(small_disk, kept).html == body for kept in safe)
