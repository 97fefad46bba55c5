"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from newscrawl.archive.models.articles import SEARCH_VECTOR, Article, Deletion, Revision, Snapshot
from newscrawl.archive.models.base import Base
from newscrawl.archive.models.derived import Duplicate, Quarantine, RuleRow
from newscrawl.archive.models.frontier import Crawl, Gap, Host, Link, OutletRow, Source
from newscrawl.archive.models.search import Searchable

__all__ = [
    "SEARCH_VECTOR",
    "Article",
    "Base",
    "Crawl",
    "Deletion",
    "Duplicate",
    "Gap",
    "Host",
    "Link",
    "OutletRow",
    "Quarantine",
    "Revision",
    "RuleRow",
    "Searchable",
    "Snapshot",
    "Source",
]
