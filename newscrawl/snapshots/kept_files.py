"""Open the files that snapshots' rows name, wherever they are."""

from pathlib import Path
from typing import IO

from newscrawl.config import WARC
from newscrawl.snapshots.named_files import is_address, open_named
from newscrawl.snapshots.object_store import store_of


def open_kept(home: Path, file: str) -> IO[bytes]:
    """The file in the archive's folder, or else in object storage; raises an ``OSError``."""
    if is_address(file):
        return open_named(file)
    try:
        return (home / file).open("rb")
    except FileNotFoundError:
        # Whoever moves it away has put it there first.
        store = store_of(home) if file.startswith(f"{WARC}/") else None
        if store is None:
            raise
        return store.open(file)


def place_of(home: Path, file: str) -> str:
    """Where the file is, as messages say it."""
    return file if is_address(file) else str(home / file)
