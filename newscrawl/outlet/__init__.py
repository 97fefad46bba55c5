"""The words that an outlet file is written in."""

from newscrawl.outlet.cleaning_rules import rules_of
from newscrawl.outlet.layout import (
    FIELDS,
    ClaimedEntry,
    EntriesReader,
    Layout,
    LiveEntries,
    PartsReader,
    Reader,
)
from newscrawl.outlet.link_sources import Feed, Section, Sitemap, Source
from newscrawl.outlet.outlet import NEWS_YEARS, Outlet, Target
from newscrawl.outlet.owners import Owners

__all__ = [
    "FIELDS",
    "NEWS_YEARS",
    "ClaimedEntry",
    "EntriesReader",
    "Feed",
    "Layout",
    "LiveEntries",
    "Outlet",
    "Owners",
    "PartsReader",
    "Reader",
    "Section",
    "Sitemap",
    "Source",
    "Target",
    "rules_of",
]
