"""Scrapy's command line with newscrawl's settings, from any folder."""

import os

from newscrawl.crawl.garbage import collect_seldom


def begin_loading() -> None:
    """Call this before Scrapy is loaded, which then costs less."""
    collect_seldom()
    # It looks for the files of all who are calling, among all modules that are loaded: the fewer
    # there are of both, the better.
    import scrapy.core.downloader.contextfactory  # noqa: F401


def run_scrapy(*arguments: str) -> None:
    """What ``scrapy …`` does in a checkout; raises ``SystemExit`` with its exit code."""
    begin_loading()
    from scrapy.cmdline import execute

    os.environ["SCRAPY_SETTINGS_MODULE"] = "newscrawl.crawl.settings"
    execute(["scrapy", *arguments])


def run_crawl(*arguments: str) -> None:
    """``scrapy crawl …``, to which a signal may come while Scrapy is still being loaded."""
    from newscrawl.crawl.signals import SIGNALS

    SIGNALS.install()
    run_scrapy("crawl", *arguments)
