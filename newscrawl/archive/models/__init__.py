"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from newscrawl.archive.models.articles import Article, Deletion, Revision, Snapshot
from newscrawl.archive.models.base import Base
from newscrawl.archive.models.derived import Duplicate, Quarantine, RuleRow
from newscrawl.archive.models.frontier import Crawl, Gap, Host, Link, OutletRow, Source, Visit
from newscrawl.archive.models.search import Indexing, Searchable

__all__ = [
    "Article",
    "Base",
    "Crawl",
    "Deletion",
    "Duplicate",
    "Gap",
    "Host",
    "Indexing",
    "Link",
    "OutletRow",
    "Quarantine",
    "Revision",
    "RuleRow",
    "Searchable",
    "Snapshot",
    "Source",
    "Visit",
]
