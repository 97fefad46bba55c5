"""One measured crawl: ``bench/one_crawl.py VARIANT PORT COUNT [SETTING=VALUE …]``.

The variants are ``bare`` and ``newscrawl``; ``again`` and ``unmodified`` crawl what the same home
has already: every link is due, and every page the same, as its bytes or as its server says.

Prints one JSON line: CPU seconds of this process and of Postgres from the opened to the closed
spider, and both with the resident megabytes when a tenth, a quarter and three quarters of the
pages were done, and at the end.
"""

import json
import os
import resource
import sys
from pathlib import Path

import psutil
from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from sqlalchemy import text

#: What a variant counts.
CAME_TO = {
    "newscrawl": "archive/created",
    "again": "archive/unchanged",
    "unmodified": "crawl/not_modified",
}
CONCURRENCY = {"CONCURRENT_REQUESTS_PER_DOMAIN": 16}


class Meter:
    """What a crawl costs between its first and its last moment."""

    def __init__(self, crawler: Crawler, count: int, postgres: psutil.Process | None) -> None:
        self._marks = {
            count // 10: "tenth",
            count // 4: "quarter",
            count * 3 // 4: "three_quarters",
        }
        self._postgres, self._pages = postgres, 0
        self.figures: dict[str, float] = {}
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.received, signals.response_received)
        crawler.signals.connect(self.closed, signals.spider_closed)

    def opened(self) -> None:
        self._cpu, self._server_cpu = _own_cpu(), _tree_cpu(self._postgres)

    def received(self) -> None:
        self._pages += 1
        if name := self._marks.get(self._pages):
            self._note(f"{name}_")

    def closed(self) -> None:
        self._note("")
        self.figures["end_mb"] = self.figures.pop("mb")

    def _note(self, prefix: str) -> None:
        own, server = _own_cpu() - self._cpu, _tree_cpu(self._postgres) - self._server_cpu
        figures = {"cpu": own, "postgres_cpu": server, "mb": _megabytes()}
        self.figures |= {f"{prefix}{name}": figure for name, figure in figures.items()}


def _own_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _tree_cpu(process: psutil.Process | None) -> float:
    if process is None:
        return 0.0
    times = [p.cpu_times() for p in (process, *process.children(recursive=True))]
    ended = process.cpu_times()
    return sum(t.user + t.system for t in times) + ended.children_user + ended.children_system


def _megabytes() -> float:
    return psutil.Process().memory_info().rss / 1e6


class Bare(Spider):
    """Downloads the pages of the sitemap, and does nothing with them."""

    name = "bare"

    async def start(self):
        yield Request(f"{self.site}/sitemap/sitemap.xml", callback=self.read_sitemap)

    def read_sitemap(self, response):
        from lxml import etree

        for element in etree.fromstring(response.body).iter("{*}loc"):
            path = element.text.removeprefix("https://www.themoscowtimes.com")
            yield Request(self.site + path, callback=self.done)

    def done(self, response):
        pass


def bare(site: str, count: int) -> dict[str, float]:
    settings = Settings({**CONCURRENCY, "LOG_LEVEL": "ERROR"})
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Bare)
    meter = Meter(crawler, count, None)
    process.crawl(crawler, site=site)
    process.start()
    return {**meter.figures, "pages": crawler.stats.get_value("response_received_count") - 1}


def newscrawl(site: str, count: int, given: dict[str, str], came_to: str) -> dict[str, float]:
    """The whole pipeline, into the database of the environment."""
    from dataclasses import replace

    from scrapy.utils.project import get_project_settings

    from newscrawl.archive.database.outlet_lock import OutletLock
    from newscrawl.archive.postgres.embedded_server import open_database
    from newscrawl.config import Config
    from newscrawl.crawl.arguments import read_arguments
    from newscrawl.crawl.configure import configure
    from newscrawl.crawl.log_lines import start_log
    from newscrawl.crawl.run import open_archive
    from newscrawl.crawl.spider_loader import spider_of
    from newscrawl.outlet import Sitemap
    from newscrawl.outlets import load_outlet

    sitemap = Sitemap("https://static.themoscowtimes.com/sitemap/sitemap.xml")
    outlet = replace(load_outlet("moscow_times"), sources=(sitemap,))
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.crawl.settings"
    settings = get_project_settings()
    settings.update({"DOWNLOAD_DELAY": 0, **CONCURRENCY, **given}, priority="cmdline")
    arguments = read_arguments(outlet, {"mirror": site})
    config = Config.from_env()
    configure(settings, config, arguments)
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    start_log(process.settings)
    with (
        open_database(config) as url,
        OutletLock(url, outlet.name) as lock,
        open_archive(config, arguments, process.settings, lock) as access,
    ):
        if came_to != "archive/created":
            with access.sessions.begin() as session:
                session.execute(text("UPDATE link SET next_visit_at = now()"))
        crawler = process.create_crawler(spider_of(arguments.outlet))
        meter = Meter(crawler, count, _postgres(config.home))
        process.crawl(crawler, access=access)
        process.start()
    return {**meter.figures, "pages": crawler.stats.get_value(came_to, 0)}


def _postgres(home: Path) -> psutil.Process:
    """The embedded server below the home."""
    pid_file = next(home.glob("postgres/**/postmaster.pid"))
    return psutil.Process(int(pid_file.read_text().split()[0]))


if __name__ == "__main__":
    variant, port, count, *rest = sys.argv[1:]
    site = f"http://127.0.0.1:{port}"
    settings = dict(setting.split("=", 1) for setting in rest)
    if variant == "bare":
        run = bare(site, int(count))
    else:
        run = newscrawl(site, int(count), settings, CAME_TO[variant])
    print(json.dumps(run))
