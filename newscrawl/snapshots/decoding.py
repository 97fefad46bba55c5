"""Take a body's content encodings off, as a browser would."""

import gzip
import zlib
from collections.abc import Callable
from io import BytesIO

import brotli

from newscrawl.page import LARGEST

#: What goes wrong with a body that does not hold what its headers say.
UNDECODABLE = (OSError, ValueError, zlib.error, brotli.error, EOFError)


def decompressed(body: bytes, encodings: str) -> bytes:
    """The body without its content encodings, outermost first; never more than a page may have."""
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        decode = _DECODERS.get(name)
        if decode is None:
            raise ValueError(f"unknown content encoding {name}")
        body = decode(body)
    return body


def _gunzip(body: bytes) -> bytes:
    with gzip.GzipFile(fileobj=BytesIO(body)) as file:
        return file.read(LARGEST + 1)


def _inflate(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, LARGEST + 1)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, LARGEST + 1)


def _unbrotli(body: bytes) -> bytes:
    """A kilobyte of brotli can hold half a gigabyte: it is asked for no more than may be used."""
    decoder = brotli.Decompressor()
    found = decoder.process(body, output_buffer_limit=LARGEST + 1)
    while len(found) <= LARGEST and not decoder.is_finished():
        more = decoder.process(b"", output_buffer_limit=LARGEST + 1)
        if not more:
            raise ValueError("the brotli stream is cut off")
        found += more
    return bytes(found[: LARGEST + 1])


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "identity": bytes,
}
