"""Which WARC files are meant by what somebody named."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from newscrawl.errors import UsageError
from newscrawl.snapshots.named_files import is_address, size_of, store_and_file

#: What rows would keep, and is nobody's business or ends some day: a password, a signature.
_SECRET = re.compile(r"://[^/@]*:[^/@]*@|\?")
#: Files that are read, and those of which it is said why they are not.
_WARC = (".warc", ".warc.gz", ".warc.zst", ".wacz", ".arc", ".arc.gz", ".warc.lz4", ".warc.bz2")
#: How such files begin: WARC, ARC, gzip, zstd and its dictionaries, zip, LZ4.
_MAGIC = re.compile(
    rb"[\r\n]*(WARC/|filedesc:)|\x1f\x8b|\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18|PK\x03\x04"
    rb"|\x04\x22\x4d\x18"
)


def files_named(given: Iterable[str]) -> list[Path | str]:
    """The files of paths, addresses, folders and lists, each once, in their order.

    A list is a text file of paths and addresses, one a line, relative to the list. Raises
    ``UsageError``, and ``ConfigError`` where addresses cannot be read here.
    """
    return list(dict.fromkeys(path for name in given for path in _files(name, Path())))


def total_size(files: Iterable[Path | str]) -> int:
    """Bytes of all files together; of one that cannot be read, none."""
    total = 0
    for name in files:
        with suppress(OSError):
            total += size_of(str(name))
    return total


def _files(name: str, folder: Path) -> Iterator[Path | str]:
    if is_address(name):
        yield from _at_address(name)
        return
    path = (folder / name).absolute()
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if _is_named_so(each))
        if not found:
            raise UsageError(f"no WARC file in {name}: none ends in {', '.join(_WARC)}")
        yield from found
    elif not path.is_file():
        raise UsageError(f"there is no file {name}")
    elif _is_warc(path):
        yield path
    else:
        yield from _listed(path)


def _at_address(address: str) -> Iterator[str]:
    """The file there, or all files below it where it ends as folders do; asks nobody of a file."""
    if _SECRET.search(address):
        raise UsageError(
            "the address of a file must not contain a key: put keys into their own variables"
        )
    store, folder = store_and_file(address)
    if folder and not address.endswith("/"):
        yield address
        return
    try:
        below = [file for file in store.below(folder) if file.lower().endswith(_WARC)]
    except OSError as error:
        raise UsageError(f"{address} cannot be listed: {error.strerror or error}") from error
    if not below:
        raise UsageError(f"no WARC file below {address}: none ends in {', '.join(_WARC)}")
    yield from (f"{store.address}/{quote(file)}" for file in below)


def _is_warc(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    return _MAGIC.match(head) is not None or _is_named_so(path)


def _is_named_so(path: Path) -> bool:
    return path.name.lower().endswith(_WARC)


def _listed(path: Path) -> Iterator[Path | str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is neither a WARC file nor a list of them") from error
    names = [name for line in lines if (name := line.strip()) and not name.startswith("#")]
    if not names:
        raise UsageError(f"{path} is neither a WARC file nor a list of them: it names none")
    for name in names:
        if not is_address(name) and not (path.parent / name).exists():
            raise UsageError(f"{path}: there is no file {name[:200]}")
        if (path.parent / name).absolute() == path:
            raise UsageError(f"{path} is a list that names itself")
        yield from _files(name, path.parent)
