"""The words that an outlet file is written in."""

from newscrawl.outlet.article_addresses import NEWS_YEARS as NEWS_YEARS
from newscrawl.outlet.article_addresses import Target as Target
from newscrawl.outlet.cleaning_rules import rules_of as rules_of
from newscrawl.outlet.layout import FIELDS as FIELDS
from newscrawl.outlet.layout import ClaimedEntry as ClaimedEntry
from newscrawl.outlet.layout import EntriesReader as EntriesReader
from newscrawl.outlet.layout import Layout as Layout
from newscrawl.outlet.layout import LiveEntries as LiveEntries
from newscrawl.outlet.layout import PartsReader as PartsReader
from newscrawl.outlet.layout import Reader as Reader
from newscrawl.outlet.link_sources import Feed as Feed
from newscrawl.outlet.link_sources import Section as Section
from newscrawl.outlet.link_sources import Sitemap as Sitemap
from newscrawl.outlet.link_sources import Source as Source
from newscrawl.outlet.outlet import Outlet as Outlet
from newscrawl.outlet.owners import Owners as Owners
