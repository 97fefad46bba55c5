"""Run one crawl from the first connection to the last row, and say truly how it ended."""

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector

from newscrawl import __version__
from newscrawl.archive import crawls
from newscrawl.archive.embedded import open_database
from newscrawl.archive.engine import (
    connect,
    session_factory,
    unsafe_settings,
    wait_until_up,
)
from newscrawl.archive.learning import outlet_rules
from newscrawl.archive.lock import OutletLock
from newscrawl.archive.migrate import upgrade
from newscrawl.config import Config
from newscrawl.crawl.access import ArchiveAccess
from newscrawl.crawl.arguments import Arguments
from newscrawl.crawl.exit_code import ExitCode, code_of, exit_code
from newscrawl.crawl.handler import refuse_other_handlers
from newscrawl.crawl.loader import spider_of
from newscrawl.errors import DatabaseUnavailable, UsageError

logger = logging.getLogger(__name__)

#: Settings that are read before Scrapy would say what is wrong with them.
_NUMBERS = ("DOWNLOAD_DELAY", "NEWSCRAWL_DB_WAIT", "NEWSCRAWL_DB_PATIENCE", "NEWSCRAWL_LEASE")


def run(process: AsyncCrawlerProcess, config: Config, arguments: Arguments) -> ExitCode:
    """Crawl the outlet; raises a ``NewscrawlError`` where it could not begin."""
    refuse_other_handlers(process.settings)
    with open_archive(config, arguments, process.settings) as access:
        crawler = process.create_crawler(spider_of(arguments.outlet))
        process.crawl(crawler, access=access)
        process.start()
        stats = crawler.stats.get_stats() if crawler.spider and crawler.stats else {}
        reason = str(stats.get("finish_reason") or "fault")
        fault = getattr(crawler.spider, "fault", None)
        code = code_of(fault) if fault else exit_code(reason, stats)
        if isinstance(fault, DatabaseUnavailable):
            raise fault
        try:
            if crawler.stats and fault is None and code is not ExitCode.INTERRUPTED:
                _learn(access, crawler.stats)
        finally:
            # Whatever becomes of that, the crawl itself has ended, and how is known.
            access.finish(reason, code, _as_json(stats))
        if fault is not None:
            raise fault
        return code


def _learn(access: ArchiveAccess, stats: StatsCollector) -> None:
    """Let the archive look for new boilerplate, where something was stored."""
    if not (stats.get_value("archive/created") or stats.get_value("archive/revised")):
        return
    applied = access.learn()
    for name in applied.learned.accepted:
        logger.info("learned %s: newscrawl rules show %s %s", name, access.outlet, name)
    stats.inc_value("boilerplate/accepted", len(applied.learned.accepted))
    stats.inc_value("boilerplate/proposed", len(applied.learned.proposed))
    stats.inc_value("boilerplate/withdrawn", len(applied.learned.withdrawn))
    stats.inc_value("boilerplate/recleaned", applied.recleaned)


@contextmanager
def open_archive(
    config: Config, arguments: Arguments, settings: Settings
) -> Iterator[ArchiveAccess]:
    """The archive, up to date, with the outlet's lock taken and a crawl's row begun."""
    with open_database(config, say=_say) as url:
        engine = connect(url)
        try:
            wait_until_up(engine, settings.getfloat("NEWSCRAWL_DB_WAIT"))
            upgrade(engine)
            with OutletLock(engine, arguments.outlet.name) as lock:
                sessions = session_factory(engine)
                with sessions.begin() as session:
                    for name in unsafe_settings(session):
                        logger.warning("the database runs with %s off: a crash loses pages", name)
                    crawl = crawls.begin(session, arguments.outlet, _given(arguments))
                patience = settings.getfloat("NEWSCRAWL_DB_PATIENCE")
                rules = outlet_rules(sessions, arguments.outlet)
                yield ArchiveAccess(sessions, lock, crawl, arguments, config.home, patience, rules)
        finally:
            engine.dispose()


def configure(settings: Settings, config: Config, arguments: Arguments) -> None:
    """The settings that follow from the outlet and the environment; ``-s`` wins over them."""
    outlet = arguments.outlet
    contact = config.contact or "contact not given"
    values: dict[str, Any] = {
        "USER_AGENT": f"newscrawl/{__version__} ({contact})",
        "DOWNLOAD_DELAY": outlet.delay,
        "AUTOTHROTTLE_START_DELAY": outlet.delay,
    }
    for name, value in values.items():
        settings.set(name, value, priority="spider")
    settings.set("NEWSCRAWL_MIRROR", outlet.mirror, priority="cmdline")
    for name in _NUMBERS:
        _require_number(settings, name)
    if settings.getfloat("DOWNLOAD_DELAY") == 0:
        # Whoever asks for no delay wants no adaptive one either.
        settings.set("AUTOTHROTTLE_ENABLED", False, priority="cmdline")


def _require_number(settings: Settings, name: str) -> None:
    try:
        is_right = settings.getfloat(name) >= 0
    except (TypeError, ValueError):
        is_right = False
    if not is_right:
        raise UsageError(f"-s {name}={settings.get(name)} is no number from 0 on")


def _given(arguments: Arguments) -> dict[str, Any]:
    wanted = arguments.wanted
    return {
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
        "urls": len(arguments.urls),
        "mirror": arguments.outlet.mirror,
    }


def _say(line: str) -> None:
    """Tell a person at a terminal; cron hears of it only if it asks for such detail."""
    if sys.stderr.isatty():
        sys.stderr.write(f"newscrawl: {line}\n")
    else:
        logger.info("%s", line)


def _as_json(stats: Mapping[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(stats, default=_plain))  # type: ignore[no-any-return]


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
