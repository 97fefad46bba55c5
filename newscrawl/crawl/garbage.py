"""Keep the garbage collector off what a crawl never frees: a fifth of Scrapy's own time."""

import gc


def collect_seldom() -> None:
    """To look for garbage while code is loaded finds none: it stays."""
    gc.set_threshold(50_000, 20, 100)


def keep_all() -> None:
    """Let nothing that is there be looked at any more, also by processes that are forked."""
    gc.freeze()
