"""Scrapy's settings for an archive; where they differ from Scrapy's defaults, the reason is given.

All of them are documented in docs/settings.md.
"""

import sys
from importlib.util import find_spec

from scrapy.settings import default_settings

from newscrawl.crawl.handler import DOWNLOAD_HANDLERS as DOWNLOAD_HANDLERS
from newscrawl.size_limits import LARGEST_PAGE

BOT_NAME = "newscrawl"
SPIDER_LOADER_CLASS = "newscrawl.crawl.spider_loader.OutletSpiderLoader"
COMMANDS_MODULE = "newscrawl.crawl.commands"

# Politeness: outlets are asked one page at a time, and what robots.txt says holds.
ROBOTSTXT_OBEY = True
# The product alone: the user agent holds a contact too, which may be like any robot's name.
ROBOTSTXT_USER_AGENT = BOT_NAME
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
# The delay follows a host's answers in the archive, between all processes: see host_delay.py.
AUTOTHROTTLE_ENABLED = False

# Safety: a hostile page reaches nothing but its own row.
DOWNLOAD_MAXSIZE = LARGEST_PAGE
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 5
COOKIES_ENABLED = False
METAREFRESH_ENABLED = False
HTTPPROXY_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# What failed is tried again over days, by the frontier, so one more try at once is enough here.
RETRY_TIMES = 1
RETRY_HTTP_CODES = [500, 502, 504, 522, 524, 408]

# The database knows which links were seen; a filter in memory would only grow.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
# The handler holds requests back, and counts what goes to a host at once.
DOWNLOADER = "newscrawl.crawl.direct_downloader.DirectDownloader"
# Links are leased newest first, and shall be fetched so.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# Speed: a page yields one item, and Scrapy starts this many tasks for each response.
CONCURRENT_ITEMS = 1
REFERER_ENABLED = False
DEPTH_STATS_VERBOSE = False
DOWNLOADER_STATS = False
# Scrapy's takes more time to look for an argument of old than to count.
STATS_CLASS = "newscrawl.crawl.extensions.PlainStats"
if sys.platform != "win32" and find_spec("uvloop"):
    ASYNCIO_EVENT_LOOP = "uvloop.Loop"

# What a crawl does without of Scrapy's own: also what is off by a setting, or has None for its
# place, is imported, and aiohttp, requests and what they bring are an eighth of a crawl's start.
_NEVER = (
    *(".LogStats", ".RemoteControl", ".TelnetConsole", ".CookiesMiddleware"),
    # The handler has its own of the same setting.
    ".DownloadTimeoutMiddleware",
    *(".HttpAuthMiddleware", ".OffsiteMiddleware"),
    # Below are ours in their place.
    *(".RobotsTxtMiddleware", ".RedirectMiddleware", ".HttpCompressionMiddleware"),
    # Every answer ends as a row, whatever its status.
    ".HttpErrorMiddleware",
    *(".StartSpiderMiddleware", ".DepthMiddleware", ".UrlLengthMiddleware"),
    ".MetaCopyDetectionMiddleware",
)


def _wanted(table: dict[str, int]) -> dict[str, int]:
    return {path: place for path, place in table.items() if not path.endswith(_NEVER)}


EXTENSIONS_BASE = _wanted(default_settings.EXTENSIONS_BASE)
SPIDER_MIDDLEWARES_BASE = _wanted(default_settings.SPIDER_MIDDLEWARES_BASE)
DOWNLOADER_MIDDLEWARES_BASE = _wanted(default_settings.DOWNLOADER_MIDDLEWARES_BASE)
DOWNLOADER_MIDDLEWARES = {
    "newscrawl.crawl.robots_txt.Robots": 100,
    "newscrawl.crawl.retry_after.BackOff": 540,
    "newscrawl.crawl.redirects.Redirects": 600,
    "newscrawl.crawl.capped_compression.CappedCompression": 590,
    "newscrawl.crawl.conditional_requests.OnlyIfAsked": 610,
}
ITEM_PIPELINES = {
    "newscrawl.crawl.pipelines.BoilerplatePipeline": 100,
    "newscrawl.crawl.pipelines.ArchivePipeline": 900,
}
EXTENSIONS = {
    "newscrawl.crawl.extensions.HeardSignals": 0,
    "newscrawl.crawl.extensions.ItemErrors": 0,
    "newscrawl.crawl.extensions.StopOnSignal": 0,
    "newscrawl.crawl.extensions.Progress": 0,
    "newscrawl.crawl.extensions.FrozenHeap": 0,
}

# Quiet under cron: what is said is worth a mail. A terminal gets a line of progress.
LOG_LEVEL = "WARNING"
# The crawl's record keeps them; a page of numbers in the log helps nobody.
STATS_DUMP = False

#: Keep every article page in a WARC file.
NEWSCRAWL_SNAPSHOTS = True
#: Keep what feeds, sitemaps and section pages answered as well.
NEWSCRAWL_KEEP_SOURCES = False
#: Seconds to wait for the database before the crawl, and for its return in mid-crawl.
NEWSCRAWL_DB_WAIT = 30
NEWSCRAWL_DB_PATIENCE = 300
#: Seconds from a signal to the hard stop of a crawl that has not ended by then.
NEWSCRAWL_GRACE = 60
#: What a line of the log looks like: ``text`` or ``json``.
NEWSCRAWL_LOG = "text"
#: Links leased at once: what a kill leaves for the next run to take over. Half of them are renewed
#: when the other half is committed.
NEWSCRAWL_LEASE = 50
#: First visits in one crawl of links that only the texts of articles list: a trap ends here.
NEWSCRAWL_TEXT_LINKS = 200
#: Seconds between two requests to a host: ``DOWNLOAD_DELAY`` as the crawl was given it.
NEWSCRAWL_DELAY = None
#: Where one outlet is fetched instead; set by ``-a mirror=``.
NEWSCRAWL_MIRROR = None
