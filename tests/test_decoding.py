"""One decoder for crawls and all later readers: what it takes off, and what it refuses."""

import gzip
import os
import random
import time
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd

from newscrawl.errors import BadEncoding, BodyError, Bomb, CutOff
from newscrawl.snapshots.decoding import decompressed
from tests.rows import every_row

HTML = "<!doctype html><h1>Снег</h1>".encode() + b"<p>Snow fell on the harbor. " * 40


def _raw(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def _framed(body: bytes) -> bytes:
    """With a frame that readers skip, and the sum that is optional."""
    options = {zstd.CompressionParameter.checksum_flag: 1}
    return b"\x5a\x2a\x4d\x18\x04\0\0\0note" + zstd.compress(body, options=options)


Pack = Callable[[bytes], bytes]
PACKED: dict[str, tuple[str, Pack]] = {
    "gzip": ("gzip", gzip.compress),
    "two members": ("gzip", lambda body: gzip.compress(body[:99]) + gzip.compress(body[99:])),
    "zlib": ("deflate", zlib.compress),
    "raw deflate": ("deflate", _raw),
    "brotli": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "two frames": ("zstd", lambda body: zstd.compress(body[:99]) + _framed(body[99:])),
}


FIVE_TIMES = HTML
for _, _pack in (PACKED[name] for name in ("zstd", "gzip", "zlib", "brotli", "gzip")):
    FIVE_TIMES = _pack(FIVE_TIMES)


@every_row("size", [0, 1, len(HTML)])
@every_row(("encoding", "pack"), PACKED.values())
def test_what_was_packed_comes_out(encoding: str, pack: Pack, size: int) -> None:
    assert decompressed(pack(HTML[:size]), encoding) == HTML[:size]


@every_row(
    ("encodings", "body"),
    [
        ("", HTML),
        ("utf-8", HTML),
        ("UTF-8, none", HTML),
        ("identity", HTML),
        ("binary", HTML),
        ("text/html; charset=utf-8", HTML),
        (" , ,", HTML),
        ("GZIP", gzip.compress(HTML)),
        ("X-GZip", gzip.compress(HTML)),
        (" gzip ;q=1.0 ", gzip.compress(HTML)),
        ("gzip, utf-8", gzip.compress(HTML)),
        ("aws-chunked,gzip", gzip.compress(HTML)),
        ("gzip, br", brotli.compress(gzip.compress(HTML))),
        ("br,,zstd , identity", zstd.compress(brotli.compress(HTML))),
        ("zstd, gzip, deflate, br, gzip", FIVE_TIMES),
    ],
)
def test_names_are_read_as_browsers_read_them(encodings: str, body: bytes) -> None:
    assert decompressed(body, encodings) == HTML


@pytest.mark.parametrize("name", ["gzip", "zlib", "raw deflate", "brotli", "zstd"])
def test_a_body_that_ends_early_is_cut_off_wherever_it_ends(name: str) -> None:
    encoding, pack = PACKED[name]
    packed = pack(HTML)

    for end in range(1, len(packed)):
        with pytest.raises(CutOff):
            decompressed(packed[:end], encoding)


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_a_second_stream_that_ends_early_is_cut_off_too(name: str) -> None:
    encoding, pack = PACKED[name]
    first, second = pack(HTML[:99]), pack(HTML[99:])

    for end in range(1, len(second)):
        with pytest.raises(CutOff):
            decompressed(first + second[:end], encoding)


@every_row("behind", [b"\0", b"\r\n", b"<!-- cached -->", HTML * 999])
@every_row(("encoding", "pack"), PACKED.values())
def test_bytes_behind_a_whole_stream_are_left_out(encoding: str, pack: Pack, behind: bytes) -> None:
    assert decompressed(pack(HTML) + behind, encoding) == HTML


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_an_empty_body_is_empty_whatever_is_said_of_it(encoding: str) -> None:
    assert decompressed(b"", encoding) == b""


@every_row("text", [HTML, b"User-agent: *\nDisallow:\n", b";", b"\x06 text", b"<rss>"])
@every_row("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_text_that_was_never_packed_is_refused(encoding: str, text: bytes) -> None:
    with pytest.raises(BodyError):
        decompressed(text + HTML, encoding)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_noise_is_refused_by_name_and_soon(encoding: str) -> None:
    noise, began = random.Random(f"{encoding} 7"), time.process_time()
    found = 0
    for _ in range(300):
        try:
            decompressed(noise.randbytes(noise.randrange(1, 9_999)), encoding)
        except BodyError:
            found += 1
    # Deflate and brotli have no mark and no sum: some noise is a short stream.
    assert found > 280
    assert time.process_time() - began < 10


@pytest.mark.parametrize("name", ["gzip", "two members", "zlib", "two frames"])
def test_a_sum_that_does_not_match_is_refused(name: str) -> None:
    encoding, pack = PACKED[name]
    packed = bytearray(pack(HTML))
    # In gzip the length stands behind the sum.
    packed[-5 if encoding == "gzip" else -1] ^= 1

    with pytest.raises(BadEncoding):
        decompressed(bytes(packed), encoding)


@pytest.mark.parametrize(
    ("encodings", "error"),
    [
        ("compress", BadEncoding),
        ("gzip, dcz", BadEncoding),
        (", ".join(["gzip"] * 6), Bomb),
    ],
)
def test_what_no_reader_knows_is_refused_by_name(encodings: str, error: type[BodyError]) -> None:
    with pytest.raises(error):
        decompressed(gzip.compress(HTML), encodings)


BOMBS: dict[str, Callable[[], bytes]] = {
    "gzip": lambda: gzip.compress(bytes(60_000_000)),
    "deflate": lambda: zlib.compress(bytes(60_000_000)),
    "br": lambda: brotli.compress(bytes(60_000_000), quality=5),
    "zstd": lambda: zstd.compress(bytes(60_000_000)),
    "gzip, gzip": lambda: gzip.compress(gzip.compress(bytes(60_000_000))),
}


@pytest.mark.parametrize("encodings", BOMBS)
def test_a_bomb_costs_no_more_than_may_be_used(encodings: str) -> None:
    bomb = BOMBS[encodings]()
    # What C allocates is not counted here; what is found is.
    tracemalloc.start()
    try:
        found = decompressed(bomb, encodings, 1_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert len(found) == 1_000_001
    assert peak < 4_000_000


def test_a_bomb_below_the_limit_is_named_as_one() -> None:
    with pytest.raises(Bomb):
        decompressed(zstd.compress(bytes(80_000_000)), "zstd", 100_000_000)


@pytest.mark.parametrize("empty", [gzip.compress(b""), zstd.compress(b"")], ids=["gzip", "zstd"])
def test_endless_small_streams_are_refused_in_time(empty: bytes) -> None:
    encoding = "gzip" if empty.startswith(b"\x1f") else "zstd"
    began = time.process_time()

    with pytest.raises(Bomb):
        decompressed(empty * 300_000, encoding)

    assert time.process_time() - began < 5


def test_the_end_of_brotli_is_found_in_large_bodies_too() -> None:
    large = os.urandom(3_000_000)
    began = time.process_time()

    assert decompressed(brotli.compress(large, quality=1) + b"behind", "br") == large
    assert time.process_time() - began < 5
