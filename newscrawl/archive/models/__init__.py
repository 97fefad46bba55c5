"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from newscrawl.archive.models.article_tables import ArticleRow, Revision
from newscrawl.archive.models.base import LATE, Base
from newscrawl.archive.models.derived_tables import Quarantine, RuleRow
from newscrawl.archive.models.frontier_tables import Crawl, Host, OutletRow, Source, VisitRow

#: Those that Python writes; SQL alone writes the others.
__all__ = [
    "LATE",
    "ArticleRow",
    "Base",
    "Crawl",
    "Host",
    "OutletRow",
    "Quarantine",
    "Revision",
    "RuleRow",
    "Source",
    "VisitRow",
]
