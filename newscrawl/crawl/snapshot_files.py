"""The WARC files of a crawl, and what they say of it."""

from scrapy.settings import BaseSettings

from newscrawl.crawl.access import ArchiveAccess
from newscrawl.snapshots import SnapshotWriter


def snapshot_writer(access: ArchiveAccess, settings: BaseSettings) -> SnapshotWriter:
    """Files of their own for this crawl, which say how it was polite and under which name."""
    about = {
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "http-header-user-agent": settings["USER_AGENT"],
    }
    return SnapshotWriter(access.home, access.outlet, about)
