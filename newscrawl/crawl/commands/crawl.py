"""``scrapy crawl OUTLET``: Scrapy's command, with an exit code that tells the truth."""

import argparse
import sys

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import AsyncCrawlerProcess

from newscrawl.config import Config
from newscrawl.crawl.arguments import read_arguments
from newscrawl.crawl.exit_code import ExitCode, code_of
from newscrawl.crawl.run import configure, run
from newscrawl.errors import NewscrawlError, UsageError
from newscrawl.outlets import load_outlet


class Command(ScrapyCrawl):
    """Crawl one outlet into the archive."""

    def syntax(self) -> str:
        return (
            "[options] OUTLET [-a since=DATE] [-a until=DATE] [-a urls=URL,…|FILE] [-a mirror=URL]"
        )

    def short_desc(self) -> str:
        return "Crawl an outlet into the archive"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            self.exitcode = int(self._crawl(args, opts))
        except NewscrawlError as error:
            sys.stderr.write(f"newscrawl: {error}\n")
            self.exitcode = int(code_of(error))

    def _crawl(self, args: list[str], opts: argparse.Namespace) -> ExitCode:
        if len(args) != 1:
            raise UsageError("scrapy crawl takes one outlet; `scrapy list` names them")
        arguments = read_arguments(load_outlet(args[0]), opts.spargs)
        config = Config.from_env()
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        configure(self.crawler_process.settings, config, arguments)
        return run(self.crawler_process, config, arguments)
