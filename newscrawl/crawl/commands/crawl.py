"""``scrapy crawl OUTLET``: Scrapy's command, with an exit code that tells the truth."""

import argparse
import logging
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any, ClassVar, NoReturn

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError as ScrapysUsageError

from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.postgres.embedded_server import open_database
from newscrawl.config import Config, require_writable
from newscrawl.crawl.arguments import read_arguments
from newscrawl.crawl.configure import configure
from newscrawl.crawl.given_settings import add_own_tables, require_readable, require_tables
from newscrawl.crawl.log_lines import FACTS, LogLines, complain, conclude, start_log
from newscrawl.crawl.signals import SIGNALS, Interrupted
from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.exit_code import ExitCode, code_of, ending, with_code
from newscrawl.outlets import load_outlet
from newscrawl.printable import printable_line

logger = logging.getLogger(__name__)


class Command(ScrapyCrawl):
    """Crawl one outlet into the archive."""

    # Scrapy's own handler would write what a page put into a line as it is, and at local times.
    default_settings: ClassVar[dict[str, Any]] = {
        "LOG_INSTALL_ROOT_HANDLER": False,
        "LOG_DATEFORMAT": "%Y-%m-%dT%H:%M:%SZ",
    }

    def syntax(self) -> str:
        return (
            "[options] OUTLET [-a since=DATE] [-a until=DATE] [-a urls=URL,…|FILE] [-a mirror=URL]"
        )

    def short_desc(self) -> str:
        return "Crawl an outlet into the archive"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """The first that Scrapy calls of the command that was named."""
        SIGNALS.install()
        # Of argparse's own mistakes, too, one line tells.
        parser.error = _one_line  # type: ignore[method-assign]
        super().add_options(parser)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """What was typed, checked before Scrapy loads what it names."""
        assert self.settings is not None
        try:
            require_tables(self.settings, opts.set)
            super().process_options(args, opts)
            require_readable(self.settings)
            add_own_tables(self.settings)
        except UsageError as error:
            raise ScrapysUsageError(str(error), print_help=False) from error

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        process = self.crawler_process
        assert isinstance(process, AsyncCrawlerProcess)
        log = LogLines()
        try:
            log = start_log(process.settings)
            code, met = _crawl(process, args, opts.spargs, log)
            self.exitcode = int(code)
            if code is not ExitCode.COMPLETE:
                conclude(f"the crawl of {FACTS['outlet']} {ending(code)}: {met}", log)
        except Interrupted:
            self.exitcode = int(ExitCode.INTERRUPTED)
            complain(f"the crawl {ending(self.exitcode)}", log)
        except NewscrawlError as error:
            self.exitcode = int(code_of(error))
            complain(with_code(error, self.exitcode), log)
        except Exception as error:
            from newscrawl.archive.database.sqlstate import plain

            told = plain(error)
            self.exitcode = int(code_of(told or error))
            if told is None:
                logger.critical("an internal error of newscrawl", exc_info=True)
                conclude(f"the crawl {ending(self.exitcode)}", log)
            else:
                complain(with_code(told, self.exitcode), log)


def _one_line(message: str) -> NoReturn:
    complain(with_code(message, ExitCode.USAGE), LogLines())
    sys.exit(ExitCode.USAGE)


def _crawl(
    process: AsyncCrawlerProcess, args: list[str], given: Mapping[str, str], log: LogLines
) -> tuple[ExitCode, str]:
    for option in args:
        if option.startswith("-"):
            raise UsageError(f"scrapy crawl has no option {option}; its --help lists those it has")
    if len(args) != 1:
        raise UsageError("scrapy crawl takes one outlet; `scrapy list` names them")
    arguments = read_arguments(load_outlet(args[0]), given)
    config = Config.from_env()
    require_writable(config.home)
    if config.snapshots:
        # It is known before anybody is asked whether there is a place for what they answer.
        from newscrawl.snapshots.object_store import store_of

        store_of(config.home)
    log.hide(config.database_url)
    FACTS["outlet"] = arguments.outlet.name
    configure(process.settings, config, arguments)
    SIGNALS.grace(process.settings.getfloat("NEWSCRAWL_GRACE"))
    SIGNALS.note()
    with ExitStack() as held:
        with SIGNALS.raising():
            url = held.enter_context(open_database(config, say=_say))
            wait = process.settings.getfloat("NEWSCRAWL_DB_WAIT")
            lock = held.enter_context(OutletLock(url, arguments.outlet.name, wait))
            # Of three runs at once two shall hear in a moment that they are too many: what only
            # a crawl needs takes as long to load as all before it.
            from newscrawl.crawl.run import run
        return run(process, config, arguments, lock)


def _say(line: str) -> None:
    """Tell a person at a terminal; cron hears of it only if it asks for such detail."""
    if sys.stderr.isatty():
        sys.stderr.write(f"newscrawl: {printable_line(line)}\n")
    else:
        logger.info("%s", line)
