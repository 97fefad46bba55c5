"""Does a broken template alarm in the same run, and a harmless change not?

``python bench/health.py --seed 1``: 100 destructive and 200 harmless changes of the example site's
templates, each over a dozen pages, after four weeks of ordinary crawls. Pages are read, screened,
cleaned and counted by the code that a crawl uses. ``--kinds unseen`` takes the kinds of changes by
which no bound was chosen.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import broken_templates, harmless_templates
from bench.broken_templates import Change
from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.article import Article
from newscrawl.boilerplate import clean
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.crawl.counts import CleanCounts, ReadCounts
from newscrawl.health import Finding, findings_of_pages
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlets import load_outlet
from newscrawl.page import HttpExchange, Page
from tests.site.example import ExampleSite, RussianSite, eras

_NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
#: Crawls of the four weeks before, and pages of a crawl.
_CRAWLS, _PAGES = 28, 12
_OUTLETS = ("moscow_times", "moscow_times_ru")
#: The Russian site has few stories: its changes are so many of all.
_RUSSIAN = 0.2
#: A destructive change that happens to break little on the day's pages is drawn again.
_TRIES = 12
#: What an article shall not lose; a date that is found elsewhere may be another one.
_FIELDS = ("headline", "date_published", "date_source", "authors", "section", "layout")


class Stats(Counter[str]):
    """Counts as a crawl's stats do."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


@dataclass(frozen=True, slots=True)
class Printed:
    """A page that the example site prints."""

    url: str
    key: str
    html: str
    #: Characters of the story.
    length: int


@cache
def printed(outlet: str, era: str | None = None) -> tuple[Printed, ...]:
    """All pages of the example site that lists name, as they beg in an era."""
    site = RussianSite() if outlet.endswith("_ru") else ExampleSite()
    if era:
        site.set_plea(era)
    home = load_outlet(outlet).home
    return tuple(
        Printed(
            home + story.path,
            story.key,
            site.respond(story.path)[2].decode(),
            len(site.truth(story.key)["body"]),
        )
        for story in site.stories
        if story.listed
    )


def counted(outlet_name: str, pages: Sequence[Printed]) -> Stats:
    """What a crawl of these pages counts."""
    outlet, stats = load_outlet(outlet_name), Stats()
    read, cleaned, rules = ReadCounts(stats, outlet), CleanCounts(stats, outlet), rules_of(outlet)
    for each in pages:
        visit = _visit(outlet, each)
        read.visit(visit, _page(each))
        if visit.article is not None:
            cleaned.article(clean(visit.article, rules))
        stats.inc_value(f"archive/visits/{visit.outcome}")
    return stats


def _page(printed: Printed) -> Page:
    return Page(printed.url, printed.html.encode(), _NOW, "utf-8")


def _visit(outlet: Outlet, printed: Printed) -> Visit:
    page, url = _page(printed), printed.url
    fetched = HttpExchange(
        url=url, asked=url, fetched_at=_NOW, status=200, headers=(), body=page.html
    )
    answer = Answer(fetched=fetched, page=page, headers={"content-type": "text/html"})
    return read_visit(answer, LeasedLink(id=1, key=printed.key, url=url), outlet)


@cache
def usual(outlet: str, seed: int) -> Stats:
    """The sums of four weeks of ordinary crawls, each of some other pages."""
    chance, total = Random(f"usual/{outlet}/{seed}"), Stats()
    for _ in range(_CRAWLS):
        total.update(counted(outlet, _sample(chance, printed(outlet), _PAGES)))
    return total


def _sample(chance: Random, pages: Sequence[Printed], count: int) -> list[Printed]:
    return chance.sample(pages, min(count, len(pages)))


@dataclass(frozen=True, slots=True)
class Variant:
    """One change of a template, met by one crawl."""

    number: int
    kind: Change
    seed: int

    def findings(self, *, harmless: bool) -> list[Finding]:
        chance = Random(f"{self.seed}/{self.number}/{self.kind.__name__}")
        for _ in range(_TRIES):
            outlet = _OUTLETS[chance.random() < _RUSSIAN]
            pages = _harmless_day(chance, outlet) if harmless else _day(chance, outlet, _PAGES)
            begin = chance.random()
            changed = [replace(page, html=self.kind(page.html, Random(begin))) for page in pages]
            if harmless or _is_broken(outlet, pages, changed):
                return findings_of_pages(counted(outlet, changed), usual(outlet, self.seed))
        raise ValueError(f"{self.kind.__name__} breaks nothing")


def _is_broken(outlet: str, pages: Sequence[Printed], changed: Sequence[Printed]) -> bool:
    """Whether at least half of the pages lost something by the change."""
    lost = [
        _differs(_said_before(outlet, a), said(outlet, b))
        for a, b in zip(pages, changed, strict=True)
    ]
    return sum(lost) * 2 >= len(lost)


def _differs(before: Article | None, after: Article | None) -> bool:
    """Whether an article lost a field, or a quarter of its text, or got that much of another's."""
    if before is None or after is None:
        return before is not after
    had, has = (Counter(_words(article)) for article in (before, after))
    lost, gained = (had - has).total(), (has - had).total()
    return max(lost, gained) > had.total() / 4 or any(
        getattr(before, name) != getattr(after, name) for name in _FIELDS
    )


def _words(article: Article) -> list[str]:
    return article.body.split()


def said(outlet: str, page: Printed) -> Article | None:
    """The cleaned article of a page."""
    found = load_outlet(outlet)
    visit = _visit(found, page)
    return clean(visit.article, rules_of(found)) if visit.article else None


_said_before = cache(said)


def _harmless_day(chance: Random, outlet: str) -> list[Printed]:
    """Other appeals, more or fewer articles, shorter ones: what any day may bring."""
    era = chance.choice((None, None, *eras())) if outlet == "moscow_times" else None
    pages = sorted(printed(outlet, era), key=lambda page: page.length)
    match chance.randrange(4):
        case 0:
            pages = pages[: len(pages) * 2 // 3]
        case 1:
            pages = pages[len(pages) // 3 :]
    return _sample(chance, pages, chance.choice((3, 8, 12, 12, 20, 40)))


def _day(chance: Random, outlet: str, count: int) -> list[Printed]:
    return _sample(chance, printed(outlet), count)


def variants(kinds: Sequence[Change], count: int, seed: int) -> list[Variant]:
    return [Variant(number, kinds[number % len(kinds)], seed) for number in range(count)]


@dataclass(frozen=True, slots=True)
class Told:
    """A variant, and the checks that spoke of it."""

    kind: str
    number: int
    texts: tuple[str, ...]


def told(kinds: Sequence[Change], count: int, seed: int, *, harmless: bool) -> list[Told]:
    return [
        Told(
            each.kind.__name__,
            each.number,
            tuple(f"{f.check}: {f.text}" for f in each.findings(harmless=harmless)),
        )
        for each in variants(kinds, count, seed)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", choices=("seen", "unseen", "all"), default="all")
    parser.add_argument("--destructive", type=int, default=100)
    parser.add_argument("--harmless", type=int, default=200)
    parser.add_argument("--verbose", action="store_true", help="show what was found of each")
    given = parser.parse_args()
    started = time.perf_counter()
    broken = told(
        _kinds(broken_templates, given.kinds), given.destructive, given.seed, harmless=False
    )
    fine = told(_kinds(harmless_templates, given.kinds), given.harmless, given.seed, harmless=True)
    if given.verbose:
        for each in broken:
            print(f"  {each.kind} {each.number}: {'; '.join(each.texts)}")
    for each in broken:
        if not each.texts:
            print(f"missed: {each.kind} {each.number}")
    for each in fine:
        if each.texts:
            print(f"false alarm: {each.kind} {each.number}: {'; '.join(each.texts)}")
    print("\n| changes | count | alarms |\n| --- | --- | --- |")
    print(f"| destructive | {len(broken)} | {sum(bool(each.texts) for each in broken)} |")
    print(f"| harmless | {len(fine)} | {sum(bool(each.texts) for each in fine)} |")
    print(f"| seconds | {time.perf_counter() - started:.0f} | |")
    return 0


def _kinds(module: object, which: str) -> tuple[Change, ...]:
    seen, unseen = module.SEEN, module.UNSEEN  # type: ignore[attr-defined]
    return {"seen": seen, "unseen": unseen, "all": (*seen, *unseen)}[which]


if __name__ == "__main__":
    sys.exit(main())
