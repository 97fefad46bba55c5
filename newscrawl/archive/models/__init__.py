"""The tables that Python writes; SQL alone writes the others.

Analysts ask the views (``views.sql``); these may change with any migration.
"""

from newscrawl.archive.models.article_tables import ArticleRow as ArticleRow
from newscrawl.archive.models.article_tables import Revision as Revision
from newscrawl.archive.models.base import LATE as LATE
from newscrawl.archive.models.base import Base as Base
from newscrawl.archive.models.derived_tables import Quarantine as Quarantine
from newscrawl.archive.models.derived_tables import RuleRow as RuleRow
from newscrawl.archive.models.frontier_tables import Crawl as Crawl
from newscrawl.archive.models.frontier_tables import Host as Host
from newscrawl.archive.models.frontier_tables import OutletRow as OutletRow
from newscrawl.archive.models.frontier_tables import Source as Source
from newscrawl.archive.models.frontier_tables import VisitRow as VisitRow
