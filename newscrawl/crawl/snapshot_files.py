"""The WARC files of a crawl, what they say of it, and where they go when they are full."""

import logging
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.config import Config
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.signals import SIGNALS, Interrupted
from newscrawl.errors import SnapshotError
from newscrawl.snapshots.moved_files import put_away, put_file_away
from newscrawl.snapshots.object_store import ObjectStore, store_of
from newscrawl.snapshots.warc_writer import SnapshotWriter

logger = logging.getLogger(__name__)

#: Seconds between looks for the end of a move, or a signal.
_LOOK = 0.05


class FullFiles:
    """Files of a crawl that goes on move to object storage, where there is one, one by one.

    A thread of their own moves them: neither the reactor waits for it, nor whoever writes.
    """

    def __init__(self, home: Path, store: ObjectStore | None, keeps: bool) -> None:
        self._home, self._store, self._keeps = home, store, keeps
        # It begins with the first file: most crawls fill none.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="newscrawl-full-files")
        self._moves: list[Future[None]] = []

    @classmethod
    def of(cls, home: Path) -> "FullFiles":
        return cls(home, store_of(home), Config.of(home).keep_local)

    def take(self, file: str) -> None:
        if self._store is not None:
            self._moves.append(self._thread.submit(self._put, self._store, file))

    def close(self) -> None:
        """Return when what is under way is done: what still waits is moved at the crawl's end.

        Or once the crawl is told to stop: how it ended is written down before its time is over.
        """
        self._thread.shutdown(wait=False, cancel_futures=True)
        while not SIGNALS.came and any(move.running() for move in self._moves):
            time.sleep(_LOOK)

    def _put(self, store: ObjectStore, file: str) -> None:
        try:
            put_file_away(self._home, store, file, self._keeps)
        except SnapshotError as error:
            # The end of the crawl tries again, and says so once more if need be.
            logger.warning("files are not yet uploaded to %s: %s", store.address, error)


def snapshot_writer(
    access: ArchiveAccess, settings: BaseSettings, full: FullFiles | None = None
) -> SnapshotWriter:
    """Files of their own for this crawl, which say how it was polite and under which name."""
    about = {
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "http-header-user-agent": settings["USER_AGENT"],
    }
    return SnapshotWriter(access.home, access.outlet, about, full.take if full else None)


def put_files_away(config: Config, outlet: str) -> None:
    """Move what this crawl and those before it wrote to object storage, where there is one.

    What cannot be moved, or not in time, waits for the next crawl: nothing is lost by that.
    """
    store = store_of(config.home)
    if store is None or SIGNALS.came:
        return
    try:
        with SIGNALS.raising():
            for moved in put_away(config.home, store, outlet, config.keep_local):
                logger.debug("put away: %s (%d bytes)", moved.file, moved.bytes)
    except Interrupted:
        logger.warning("files are not yet uploaded to %s: the next crawl does it", store.address)
    except SnapshotError as error:
        logger.warning("files are not yet uploaded to %s: %s", store.address, error)
