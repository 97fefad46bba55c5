"""Count what pages were read as, in sums that several crawls can add up."""

from collections import OrderedDict
from math import floor, log2
from typing import Any, Protocol

from newscrawl.archive.frontier.visit import Visit
from newscrawl.article import BODY_KINDS, NO_LAYOUTS, Article
from newscrawl.extract.body.coverage import prose
from newscrawl.extract.body.find_body import WORDLESS
from newscrawl.health import is_stripped
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.screen import Outcome

#: What an article may lack; a headline it has, or it is none.
_FIELDS = ("description", "authors", "date_published", "section", "keywords", "images", "body")
#: What no two articles share, unless it is not theirs.
_OWN = ("headline", "date_published")
#: So many values of each such field, and texts of blocks, are remembered.
_MEMORY = 5_000
#: A date that is this near to the moment of fetching, in seconds, is likely that moment.
_JUST_NOW = 120
#: Blocks of fewer characters repeat by chance.
_TELLING_LENGTH = 60
#: What is an article's own, and what stands on each page, shows from so many articles on.
_ACQUAINTED = 4
#: With fewer characters of prose of its own, one box decides about a page.
_ENOUGH = 150
#: An article that loses more of its body to what no other article has loses its story.
_LOSS = 0.3
#: Stands for the owner of what several articles have.
_SHARED = ""


class Stats(Protocol):
    def inc_value(self, key: str, count: int = 1) -> object: ...


class ReadCounts:
    """Counts the pages of one crawl as they were read."""

    def __init__(self, stats: Stats, outlet: Outlet) -> None:
        self._stats, self._outlet = stats, outlet
        self._seen, self._passed = Memory(), OwnText()

    def visit(self, visit: Visit, page: Page | None = None) -> None:
        """Count a visit; an article comes with the page that it stands on."""
        if visit.outcome is Outcome.QUARANTINED:
            self._stats.inc_value(f"extract/failed/{visit.reason}")
        for reader in page.raised if page else ():
            self._stats.inc_value(f"extract/raised/{reader}")
        if visit.article is not None and page is not None:
            self._article(visit.article, page)
        elif visit.outcome is Outcome.STORED:
            self._stats.inc_value("crawl/not_modified")

    def _article(self, article: Article, page: Page) -> None:
        count = self._stats.inc_value
        count(f"extract/layout/{article.layout}")
        if article.is_in_part:
            count("extract/in_part")
        if self._outlet.layouts and article.layout in NO_LAYOUTS:
            count("extract/no_layout_fits")
        if article.kind in WORDLESS:
            # A gallery has neither length nor a byline, and a day of them is no fault.
            return
        count("extract/articles")
        for name in _FIELDS:
            if not getattr(article, name):
                count(f"extract/missing/{name}")
        for name in _OWN:
            value = getattr(article, name)
            if value and not self._seen.is_own((name, value), article.key):
                count(f"extract/repeated/{name}")
        if article.date_source:
            count(f"extract/date_source/{article.date_source}")
        if "body" in page.doubts:
            count("extract/readings_disagreed")
        if _is_just_now(article, page):
            count("extract/dated_now")
        self._coverage(article, page)

    def _coverage(self, article: Article, page: Page) -> None:
        """Count how much of the page's prose, but for what other pages have as well, was read."""
        paragraphs = list(prose(page, article))
        inside = sum(len(text) for text, is_inside in paragraphs if is_inside)
        outside = [text for text, is_inside in paragraphs if not is_inside]
        for read, passed in self._passed.told(article.key, inside, outside):
            if read + passed >= _ENOUGH:
                self._stats.inc_value(f"extract/coverage/{read * 10 // (read + passed)}")


class CleanCounts:
    """Counts the articles of one crawl as cleaning left them."""

    def __init__(self, stats: Stats, outlet: Outlet) -> None:
        self._stats = stats
        self._written = frozenset(rule.name for rule in outlet.boilerplate)
        self._kept, self._taken = Memory(), OwnText()

    def article(self, article: Article) -> bool:
        """Count a cleaned article; whether so much of it went that somebody should know."""
        count = self._stats.inc_value
        for removal in article.removed:
            count(f"boilerplate/removed/{removal.rule}")
        count("boilerplate/articles")
        is_too_much = is_stripped(article, self._written)
        if is_too_much:
            count("boilerplate/stripped")
        if article.kind not in WORDLESS:
            self._length(article)
            self._loss(article)
        return is_too_much

    def _length(self, article: Article) -> None:
        count = self._stats.inc_value
        count(f"boilerplate/words/{_bucket(len(article.body.split()))}")
        texts = [b.text for b in article.blocks if b.kind in BODY_KINDS]
        kept = sum(map(len, texts))
        gone = sum(len(r.block.text) for r in article.removed if r.block.kind in BODY_KINDS)
        if kept + gone:
            count(f"boilerplate/removed_share/{floor(gone / (kept + gone) * 10)}")
        telling = [text for text in texts if len(text) >= _TELLING_LENGTH]
        if len(telling) - len(set(telling)) > len(telling) / 4:
            count("boilerplate/doubled")
        own = [self._kept.is_own(text, article.key) for text in telling]
        if not all(own):
            count("boilerplate/repeating")

    def _loss(self, article: Article) -> None:
        """Count whether rules took much that no other article has: appeals are on many."""
        taken = [r.block.text for r in article.removed if r.block.kind in BODY_KINDS]
        whole = len(article.body) + sum(map(len, taken))
        for length, lost in self._taken.told(article.key, whole, taken):
            self._stats.inc_value("boilerplate/compared")
            if lost > _LOSS * length:
                self._stats.inc_value("boilerplate/losing")


class Memory:
    """Remembers the last few thousand values, and whose they were."""

    def __init__(self) -> None:
        self._owners: OrderedDict[int, str] = OrderedDict()

    def is_own(self, value: Any, key: str) -> bool:
        """Whether no article but that of this key has had the value."""
        known = hash(value)
        if self._owners.setdefault(known, key) != key:
            self._owners[known] = _SHARED
        if len(self._owners) > _MEMORY:
            self._owners.popitem(last=False)
        return self._owners.get(known) == key


class OwnText:
    """Tells an article's own text from what stands on many, once some articles were seen."""

    def __init__(self) -> None:
        self._seen = Memory()
        self._waiting: list[tuple[str, int, list[str]]] | None = []

    def told(self, key: str, length: int, texts: list[str]) -> list[tuple[int, int]]:
        """For each article of which it can be told now: its length, and that of its own texts."""
        for text in texts:
            self._seen.is_own(text, key)
        here = [(key, length, texts)]
        if self._waiting is not None:
            self._waiting += here
            if len(self._waiting) <= _ACQUAINTED:
                return []
            here, self._waiting = self._waiting, None
        return [
            (whole, sum(len(text) for text in of if self._seen.is_own(text, owner)))
            for owner, whole, of in here
        ]


def _bucket(words: int) -> int:
    """The largest power of the root of 2 that is not larger, in whole words; 0 for none."""
    return int(2 ** (floor(2 * log2(words)) / 2)) if words else 0


def _is_just_now(article: Article, page: Page) -> bool:
    published, fetched = article.date_published, page.fetched_at
    if published is None or fetched is None:
        return False
    return abs((fetched - published).total_seconds()) < _JUST_NOW
