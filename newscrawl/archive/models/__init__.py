"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from newscrawl.archive.models.article_tables import ArticleRow, Deletion, Revision, Snapshot
from newscrawl.archive.models.base import LATE, Base
from newscrawl.archive.models.derived_tables import (
    Duplicate,
    Indexing,
    LiveEntryRow,
    Quarantine,
    RuleRow,
    Searchable,
)
from newscrawl.archive.models.frontier_tables import (
    Crawl,
    Gap,
    Host,
    LinkRow,
    OutletRow,
    Source,
    VisitRow,
)

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
