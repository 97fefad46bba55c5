"""Scrapy's command line with newscrawl's settings, from any folder."""

import os


def run_scrapy(*arguments: str) -> None:
    """What ``scrapy …`` does in a checkout; raises ``SystemExit`` with its exit code."""
    from scrapy.cmdline import execute

    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.crawl.settings"
    execute(["scrapy", *arguments])


def run_crawl(*arguments: str) -> None:
    """``scrapy crawl …``, to which a signal may come while Scrapy is still being loaded."""
    from newscrawl.crawl.signals import SIGNALS

    SIGNALS.install()
    run_scrapy("crawl", *arguments)
