"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from newscrawl.archive.models.article_tables import ArticleRow, Deletion, Revision, Snapshot
from newscrawl.archive.models.base import LATE, Base
from newscrawl.archive.models.derived_tables import Duplicate, LiveEntryRow, Quarantine, RuleRow
from newscrawl.archive.models.frontier_tables import (
    Crawl,
    Gap,
    Host,
    LinkRow,
    OutletRow,
    Source,
    VisitRow,
)
from newscrawl.archive.models.search_table import Indexing, Searchable

__all__ = [
    "LATE",
    "ArticleRow",
    "Base",
    "Crawl",
    "Deletion",
    "Duplicate",
    "Gap",
    "Host",
    "Indexing",
    "LinkRow",
    "LiveEntryRow",
    "OutletRow",
    "Quarantine",
    "Revision",
    "RuleRow",
    "Searchable",
    "Snapshot",
    "Source",
    "VisitRow",
]
