"""Scrapy's command line with newscrawl's settings, from any folder."""

import os

from scrapy.cmdline import execute


def run_scrapy(*arguments: str) -> None:
    """What ``scrapy …`` does in a checkout; raises ``SystemExit`` with its exit code."""
    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.crawl.settings"
    execute(["scrapy", *arguments])
