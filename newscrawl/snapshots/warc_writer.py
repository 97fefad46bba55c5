"""Write answers, and what was asked, to WARC files that nobody appends to afterwards."""

import errno
import os
import platform
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from newscrawl.config import WARC, make_home
from newscrawl.errors import DiskFull, SnapshotError, is_disk_full
from newscrawl.page import HttpExchange, PriorSnapshot, WarcLocation
from newscrawl.snapshots.make_records import (
    Original,
    info_record,
    is_packed,
    member,
    new_id,
    request_record,
    response_record,
    revisit_record,
)
from newscrawl.snapshots.warc_reader import original_of
from newscrawl.version import __version__

#: Bytes of a WARC file, about: a file is closed when a record takes it past this.
LARGEST_FILE = 1_000_000_000
_FORMAT = {
    "software": f"newscrawl/{__version__}",
    "format": "WARC File Format 1.1",
    "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
}
#: Of several machines, the one whose disk has the file until it is put away.
_MACHINE = re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-")[:40] or "localhost"
#: Snapshots by URL and digest, the latest first.
Earlier = Mapping[tuple[str, str], Sequence[PriorSnapshot]]


class SnapshotWriter:
    """WARC files of one crawl: each is made by this process and never appended to afterwards.

    ``about`` is what the files say of the crawl, beside the format. ``write`` may be called from
    one thread alone; what it returned is safe after ``sync``. ``is_full`` is told of each file to
    which nothing comes any more while others follow, by its name.
    """

    def __init__(
        self,
        home: Path,
        outlet: str,
        about: Mapping[str, str] | None = None,
        is_full: Callable[[str], object] | None = None,
    ) -> None:
        self._is_full = is_full
        self._home, self._folder, self._outlet = home, home / WARC / outlet, outlet
        self._about = {**_FORMAT, "isPartOf": outlet, **(about or {})}
        self._file: IO[bytes] | None = None

    def write(self, fetched: HttpExchange, before: Sequence[PriorSnapshot] = ()) -> WarcLocation:
        """Append an answer and its request; raises ``SnapshotError`` or ``DiskFull``.

        With ``before``, which have the same URL and digest, the bytes are not kept once more.
        """
        record_id = new_id()
        found = self._readable(before)
        if found is None:
            record = response_record(record_id, fetched)
        else:
            record = revisit_record(record_id, fetched, found[1])
        asked = [request_record(record_id, fetched)] if fetched.request else []
        try:
            file = self._open_file()
            offset = file.tell()
            length = file.write(member(record, is_packed(fetched)))
            for each in asked:
                file.write(member(each))
        except OSError as error:
            raise _failure("written", self._folder, error) from error
        return WarcLocation(
            file=self._name(file),
            offset=offset,
            length=length,
            digest=fetched.digest,
            same_as=found[0] if found else None,
        )

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
            file = self._name(self._file)
            self.close()
            if self._is_full:
                self._is_full(file)

    def close(self) -> None:
        if self._file is not None:
            # What could not be synced was promised to nobody; the file ends where the disk did.
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _name(self, file: IO[bytes]) -> str:
        """By which rows name it."""
        return Path(file.name).relative_to(self._home).as_posix()

    def _open_file(self) -> IO[bytes]:
        if self._file is None:
            make_home(self._home)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
            name = f"{self._outlet}-{stamp}-{_MACHINE}-{secrets.token_hex(4)}.warc.gz"
            self._file = (self._folder / name).open("xb")
            self._file.write(member(info_record(name, self._about)))
            sync_folder(self._folder)
        return self._file

    def _readable(self, before: Iterable[PriorSnapshot]) -> tuple[int, Original] | None:
        """The first snapshot that holds the bytes, and what a revisit says of its record.

        None where each is lost, damaged or on another machine: keep them again.
        """
        for one in before:
            try:
                return one.snapshot_id, original_of(self._home, one.kept)
            except SnapshotError as error:
                if _is_away(error):
                    # Who does not answer is not asked for the next one: the crawl waits for this.
                    return None
        return None


def write_all(
    writer: SnapshotWriter, answers: Iterable[HttpExchange], earlier: Earlier | None = None
) -> tuple[WarcLocation, ...]:
    """Records of a page and its parts."""
    found = earlier or {}
    return tuple(
        writer.write(answer, found.get((answer.url, answer.digest), ())) for answer in answers
    )


def sync_folder(folder: Path) -> None:
    """The new file's name must survive a crash as well as its bytes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_away(error: SnapshotError) -> bool:
    """Whether a store did not answer: what is not there, or damaged there, is no such thing."""
    return getattr(error.__cause__, "errno", None) == errno.EIO


def _failure(what: str, folder: Path, error: OSError) -> Exception:
    if is_disk_full(error):
        return DiskFull(f"no space is left for WARC files in {folder}")
    return SnapshotError(f"WARC files in {folder} cannot be {what}: {error.strerror or error}")
