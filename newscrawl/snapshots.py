"""Keep pages as they came, in WARC files, and read them back."""

import gzip
import os
import secrets
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO

import brotli
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newscrawl.errors import DiskFull, SnapshotError
from newscrawl.page import LARGEST, Fetched, Kept, Page

#: Bytes of a WARC file, about: a file is closed when a record takes it past this.
LARGEST_FILE = 1_000_000_000
_FULL = {28, 122}
#: Tells zlib to write gzip's header.
_GZIP = zlib.MAX_WBITS | 16


class SnapshotWriter:
    """WARC files of one crawl: each is made by this process and never appended to afterwards.

    ``write`` may be called from one thread alone; what it returned is safe after ``sync``.
    """

    def __init__(self, home: Path, outlet: str) -> None:
        self._home, self._folder, self._outlet = home, home / "warc" / outlet, outlet
        self._file: IO[bytes] | None = None
        self._record_bytes = BytesIO()
        self._warc = WARCWriter(self._record_bytes, gzip=False, warc_version="1.1")

    def write(self, fetched: Fetched) -> Kept:
        """Append a response record; raises ``SnapshotError`` or ``DiskFull``."""
        try:
            file = self._open_file()
            offset = file.tell()
            record = self._record(fetched)
            file.write(self._member(record, _is_packed(fetched)))
        except OSError as error:
            raise _failure("written", self._folder, error) from error
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        name = Path(file.name).relative_to(self._home).as_posix()
        return Kept(file=name, offset=offset, length=file.tell() - offset, digest=digest)

    def sync(self) -> None:
        """Return when all that was written is on disk."""
        if self._file is None:
            return
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _failure("synced", self._folder, error) from error
        if self._file.tell() > LARGEST_FILE:
            self.close()

    def close(self) -> None:
        if self._file is not None:
            # What could not be synced was promised to nobody; the file ends where the disk did.
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _open_file(self) -> IO[bytes]:
        if self._file is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
            name = f"{self._outlet}-{stamp}-{secrets.token_hex(4)}.warc.gz"
            self._file = (self._folder / name).open("xb")
            info = self._warc.create_warcinfo_record(name, {"software": "newscrawl"})
            self._file.write(self._member(info, is_packed=False))
            _sync_folder(self._folder)
        return self._file

    def _member(self, record: object, is_packed: bool) -> bytes:
        """A record as a gzip member of its own; what came packed is not packed again."""
        self._warc.write_record(record)
        raw = self._record_bytes.getvalue()
        self._record_bytes.seek(0)
        self._record_bytes.truncate()
        return zlib.compress(raw, 0 if is_packed else 6, _GZIP)

    def _record(self, fetched: Fetched):  # type: ignore[no-untyped-def]
        """The record; an address asked in place of the canonical one is noted beside it."""
        moment = fetched.fetched_at.astimezone(UTC)
        extra = {"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
        if fetched.asked != fetched.url:
            extra["WARC-Newscrawl-Asked"] = _one_line(fetched.asked)
        return self._warc.create_warc_record(
            _one_line(fetched.url),
            "response",
            payload=BytesIO(fetched.body),
            # Without its length, warcio spools the body to find it out.
            length=len(fetched.body),
            http_headers=_http_headers(fetched),
            warc_headers_dict=extra,
        )


def _is_packed(fetched: Fetched) -> bool:
    return any(name.lower() == b"content-encoding" for name, _ in fetched.headers)


def _http_headers(fetched: Fetched) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(fetched.status).phrase
    except ValueError:
        phrase = "Unknown"
    pairs = [
        (_one_line(name.decode("latin-1")), _one_line(value.decode("latin-1")))
        for name, value in fetched.headers
    ]
    return _HeadersAsSent(f"{fetched.status} {phrase}", pairs, protocol="HTTP/1.1")


class _HeadersAsSent(StatusAndHeaders):  # type: ignore[misc]
    """Headers byte for byte: warcio escapes what is not ASCII, and fails where a name is not."""

    def to_ascii_bytes(self, filter_func: Callable[..., object] | None = None) -> bytes:
        return self.to_bytes(filter_func, "latin-1")  # type: ignore[no-any-return]


def _one_line(text: str) -> str:
    """The text without line ends, which would begin another header, and without surrogates."""
    return text.replace("\r", " ").replace("\n", " ").encode("utf-8", "replace").decode()


def read_page(home: Path, kept: Kept, url: str, fetched_at: datetime) -> Page:
    """The page of a response record, decoded as a browser would; raises ``SnapshotError``."""
    path = home / kept.file
    try:
        with path.open("rb") as file:
            file.seek(kept.offset)
            record = next(iter(ArchiveIterator(file, record_types=WarcRecordType.response)))
            named = record.headers.get("WARC-Payload-Digest")
            if named != kept.digest or not record.verify_payload_digest():
                raise SnapshotError(f"{path} at {kept.offset}: the bytes do not match their digest")
            headers = record.http_headers
            body = decompressed(record.reader.read(), headers.get("Content-Encoding") or "")
            return Page(url, body, fetched_at, record.http_charset)
    except (OSError, StopIteration, ValueError, zlib.error, brotli.error, EOFError) as error:
        raise SnapshotError(f"{path} at {kept.offset}: {error or 'no record'}") from error


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


def _sync_folder(folder: Path) -> None:
    """The new file's name must survive a crash as well as its bytes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _failure(what: str, folder: Path, error: OSError) -> Exception:
    if error.errno in _FULL:
        return DiskFull(f"no space is left for WARC files in {folder}")
    return SnapshotError(f"WARC files in {folder} cannot be {what}: {error.strerror or error}")


def write_all(writer: SnapshotWriter, answers: Iterable[Fetched]) -> tuple[Kept, ...]:
    """Records of a page and its parts."""
    return tuple(writer.write(answer) for answer in answers)
