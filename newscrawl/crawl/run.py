"""Run one crawl from the first connection to the last row, and say truly how it ended."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector

from newscrawl.archive.database import archive_clock as clock
from newscrawl.archive.database.database_retries import Patience
from newscrawl.archive.database.engine import (
    SessionFactory,
    connect,
    session_factory,
    unsafe_settings,
    wait_until_writable,
)
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.host_claims import HostClaims
from newscrawl.archive.learning.learn_outlet import learn_and_apply, outlet_rules
from newscrawl.archive.queries.health_inputs import health_inputs
from newscrawl.config import Config
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.arguments import Arguments
from newscrawl.crawl.log_lines import FACTS
from newscrawl.crawl.shared_clock import CLOCK
from newscrawl.crawl.signals import SIGNALS, Interrupted
from newscrawl.crawl.snapshot_files import put_files_away
from newscrawl.crawl.spider_loader import spider_of
from newscrawl.errors import DatabaseUnavailable
from newscrawl.exit_code import (
    ExitCode,
    code_of,
    counts,
    exit_code,
    interrupted,
    reason_of,
    with_findings,
)
from newscrawl.health import findings

logger = logging.getLogger(__name__)


#: Crawls that ended otherwise did not see enough to judge their outlet.
_JUDGED = (ExitCode.COMPLETE, ExitCode.INCOMPLETE, ExitCode.BLOCKED)


def run(
    process: AsyncCrawlerProcess, config: Config, arguments: Arguments, lock: OutletLock
) -> tuple[ExitCode, str]:
    """Crawl the outlet: how that ended, and what it met, in words.

    Raises a ``NewscrawlError`` where it could not begin or go on. The caller's lock is
    the crawl's from here on: it is released, or taken again, with it.
    """
    with open_archive(config, arguments, process.settings, lock) as access:
        FACTS["crawl"] = access.crawl
        crawler = process.create_crawler(spider_of(arguments.outlet))
        process.crawl(crawler, access=access)
        # Scrapy's handlers lose a signal that comes early, and exit with 0.
        process.start(install_signal_handlers=False)
        end = _close(access, crawler)
        # The lock is held: nobody writes to the outlet's files.
        put_files_away(config, arguments.outlet.name)
        return end


def _close(access: ArchiveAccess, crawler: Crawler) -> tuple[ExitCode, str]:
    """Learn from a crawl that has ended, and write down how it did."""
    stats = crawler.stats if crawler.spider else None
    counted = stats.get_stats() if stats else {}
    reason = str(counted.get("finish_reason") or "fault")
    code, fault = exit_code(reason, counted), getattr(crawler.spider, "fault", None)
    if isinstance(fault, DatabaseUnavailable):
        raise fault
    if stats and fault is None and not SIGNALS.came and code is not ExitCode.INTERRUPTED:
        fault = _learn(access, stats)
    if fault is not None:
        reason, code = reason_of(fault), code_of(fault)
    elif SIGNALS.came:
        reason, code = interrupted(reason, code)
    else:
        code = _judged(access, code, counted)
    access.once(crawls.finish, access.crawl, reason, code, _as_json(counted))
    if fault is not None:
        raise fault
    return code, getattr(crawler.spider, "refused", None) or counts(counted)


def _judged(access: ArchiveAccess, code: ExitCode, stats: Mapping[str, Any]) -> ExitCode:
    """The code of a crawl, once its stats were held against the outlet's own weeks before.

    What needs a look is said, a line for each finding: what broke is heard of in the same run.
    """
    if code not in _JUDGED:
        return code
    found = findings(access.once(health_inputs, access.outlet, access.crawl, stats))
    for finding in found:
        logger.warning("needs a look (%s): %s", finding.check, finding.text)
    return with_findings(code, bool(found))


def _learn(access: ArchiveAccess, stats: StatsCollector) -> Exception | None:
    """Look for new boilerplate, where something was stored; what made that impossible."""
    if not (stats.get_value("archive/created") or stats.get_value("archive/revised")):
        return None
    try:
        with SIGNALS.raising():
            learn = partial(learn_and_apply, access.sessions, access.arguments.outlet)
            applied = access.patience.ask(learn)
    except Interrupted:
        return None
    except Exception as error:
        # Whatever it is, the crawl's row is closed first, and then it is raised.
        return error
    for name in applied.learned.accepted:
        logger.info("learned %s: newscrawl rules show %s %s", name, access.outlet, name)
    stats.inc_value("boilerplate/accepted", len(applied.learned.accepted))
    stats.inc_value("boilerplate/proposed", len(applied.learned.proposed))
    stats.inc_value("boilerplate/withdrawn", len(applied.learned.withdrawn))
    stats.inc_value("boilerplate/recleaned", applied.recleaned)
    return None


@contextmanager
def open_archive(
    config: Config, arguments: Arguments, settings: Settings, lock: OutletLock
) -> Iterator[ArchiveAccess]:
    """The archive behind the lock, up to date, with a crawl's row begun."""
    engine = connect(lock.url)
    sessions, claims = session_factory(engine), HostClaims(engine)
    wait = settings.getfloat("NEWSCRAWL_DB_WAIT")
    beginning = Patience(wait)
    try:
        with SIGNALS.raising():
            wait_until_writable(engine, wait)
            beginning.ask(lambda: upgrade(engine))
            crawl = _begin(sessions, arguments, lock, beginning)
            rules = beginning.ask(lambda: outlet_rules(sessions, arguments.outlet))
        patience = Patience(settings.getfloat("NEWSCRAWL_DB_PATIENCE"))
        yield ArchiveAccess(sessions, lock, claims, crawl, arguments, config.home, patience, rules)
    finally:
        claims.close()
        engine.dispose()


def _begin(
    sessions: SessionFactory, arguments: Arguments, lock: OutletLock, patience: Patience
) -> int:
    """Open the crawl's row, once, whatever answer is lost; its id."""
    outlet = arguments.outlet

    def look() -> int:
        with sessions() as session:
            for name in unsafe_settings(session):
                logger.warning("the database runs with %s off: a crash loses pages", name)
            CLOCK.tell(clock.now(session))
            return crawls.latest(session, outlet.name)

    def begin() -> int:
        lock.keep()
        with sessions.begin() as session:
            return crawls.begin(session, outlet, _given(arguments), before)

    before = patience.ask(look)
    return patience.ask(begin)


def _given(arguments: Arguments) -> dict[str, Any]:
    wanted = arguments.wanted
    return {
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
        "urls": len(arguments.urls),
        "mirror": arguments.outlet.mirror,
    }


def _as_json(stats: Mapping[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(stats, default=_plain))  # type: ignore[no-any-return]


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
