"""Find the WARC files within a WACZ file, which is a zip of them."""

import struct
import zipfile
from typing import IO

from newscrawl.errors import SnapshotError
from newscrawl.snapshots.stream import DICTIONARY

#: How such a file begins.
ZIP = b"PK\x03\x04"
_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")
#: What may hold pages too, and is not read where it stands.
_OTHERS = (".wacz", ".warc.lz4", ".warc.bz2")
#: Within the header in front of a file's bytes: where its name's length and that of more stand.
_HEADER, _LENGTHS = 30, 26
_IS_ENCRYPTED = 1


def files_in_zip(path: str, file: IO[bytes]) -> list[zipfile.ZipInfo]:
    """The files that may hold pages; raises ``SnapshotError`` where there is none."""
    try:
        with zipfile.ZipFile(file) as opened:
            inner = [one for one in opened.infolist() if _ends_in(one, _ENDINGS + _OTHERS)]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SnapshotError(f"{path} is a damaged zip file: {error}") from error
    if not inner:
        raise SnapshotError(f"{path} is a zip file without a .warc or .warc.gz file in it")
    return [one for one in inner if one.file_size]


def place_of(path: str, file: IO[bytes], one: zipfile.ZipInfo) -> tuple[int, int]:
    """Where it begins and ends; raises ``SnapshotError`` where its bytes do not stand there."""
    if one.compress_type != zipfile.ZIP_STORED or one.flag_bits & _IS_ENCRYPTED:
        raise SnapshotError(f"{path}: {one.filename} is compressed in the zip: unzip it first")
    if _ends_in(one, _OTHERS):
        raise SnapshotError(f"{path}: {one.filename} cannot be read in a zip: unzip it first")
    return _place(path, file, one)


def _ends_in(one: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    return one.filename.lower().endswith(endings)


def _place(path: str, file: IO[bytes], one: zipfile.ZipInfo) -> tuple[int, int]:
    file.seek(one.header_offset)
    header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(ZIP):
        raise SnapshotError(f"{path} is a damaged zip file: {one.filename} has no header")
    name, more = struct.unpack_from("<HH", header, _LENGTHS)
    start = one.header_offset + _HEADER + name + more
    file.seek(start)
    if file.read(len(DICTIONARY)) == DICTIONARY:
        # It stands in front of its own file, where nobody looks who reads a record of the zip.
        raise SnapshotError(f"{path}: {one.filename} has a dictionary: unzip it first")
    return start, start + one.file_size
