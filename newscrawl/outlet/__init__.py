"""The words that an outlet file is written in."""

from newscrawl.outlet.outlet import (
    FIELDS,
    NEWS_YEARS,
    ClaimedEntry,
    EntriesReader,
    Feed,
    Layout,
    LiveEntries,
    Outlet,
    PartsReader,
    Reader,
    Section,
    Sitemap,
    Source,
    Target,
    rules_of,
)

__all__ = [
    "FIELDS",
    "NEWS_YEARS",
    "ClaimedEntry",
    "EntriesReader",
    "Feed",
    "Layout",
    "LiveEntries",
    "Outlet",
    "PartsReader",
    "Reader",
    "Section",
    "Sitemap",
    "Source",
    "Target",
    "rules_of",
]
