"""The WARC files of a crawl, what they say of it, and where they go in the end."""

import logging

from scrapy.settings import BaseSettings

from newscrawl.config import Config
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.signals import SIGNALS, Interrupted
from newscrawl.errors import SnapshotError
from newscrawl.snapshots import SnapshotWriter, put_away, store_of

logger = logging.getLogger(__name__)


def snapshot_writer(access: ArchiveAccess, settings: BaseSettings) -> SnapshotWriter:
    """Files of their own for this crawl, which say how it was polite and under which name."""
    about = {
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "http-header-user-agent": settings["USER_AGENT"],
    }
    return SnapshotWriter(access.home, access.outlet, about)


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
        logger.warning("files wait for %s: the next crawl puts them away", store.address)
    except SnapshotError as error:
        logger.warning("files wait for %s: %s", store.address, error)
