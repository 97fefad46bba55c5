"""Hold an outlet file against pages, of the archive or kept as cases, and say how they are read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from newscrawl.archive.database.sessions import EmptyArchive, Session, reading
from newscrawl.archive.learning.rule_rows import accepted_rules
from newscrawl.archive.queries.known_articles import StoredPage, listed_addresses, newest_pages
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, parts_of
from newscrawl.article import BODY_KINDS, Article
from newscrawl.boilerplate import Rule
from newscrawl.cli.outlet_cases import cases_of, pages_in
from newscrawl.cli.output import print_text, say, shortened
from newscrawl.config import Config
from newscrawl.errors import DatabaseUnavailable, ExtractionError, SnapshotError
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.page import Page
from newscrawl.read_kept_page import read_kept
from newscrawl.read_page import article_of
from newscrawl.text_agreement import agreement

#: Pages of the archive that are read.
_MOST = 40
#: Characters of a line that is shown.
_LONGEST = 91
#: Fields that nearly every article has.
_WANTED = ("authors", "date_published", "section")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """How a page is read by the file, beside the generic reader and what the archive has."""

    url: str
    #: The layout that fitted; None where the file makes no article of the page.
    layout: str | None
    #: How far the text agrees: 0 to 1; None where there is nothing to compare it with.
    generic: float | None
    stored: float | None
    missing: tuple[str, ...] = ()
    #: Lines that the file alone reads, and those that the generic reader alone does.
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    #: Whether the file reads less than half of what the generic reader does.
    is_short: bool = False

    @property
    def least(self) -> float:
        return min(value for value in (self.generic, self.stored, 1.0) if value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPages:
    """All pages at hand, read, and the addresses at hand."""

    readings: tuple[PageReading, ...]
    addresses: tuple[str, ...]

    @property
    def worst(self) -> list[PageReading]:
        """Pages on which the file reads another text than one of the others, the worst first."""
        apart = [one for one in self.readings if one.least < 1 or one.layout is None]
        return sorted(apart, key=lambda one: (one.layout is not None, one.least))


def pages_of(file: OutletFile, outlet: Outlet) -> OutletPages:
    """Read the newest pages of the archive, where there is one, and the outlet's cases."""
    cases = list(pages_in(cases_of(file)))
    readings = [page_reading(page, outlet, (), None) for _, page, _ in cases]
    addresses = [page.url for _, page, _ in cases]
    config = Config.from_env()
    try:
        with reading(config, say) as session:
            readings += _stored(session, config.home, outlet)
            addresses += listed_addresses(session, outlet.name)
    except EmptyArchive:
        pass
    except DatabaseUnavailable as error:
        say(f"newscrawl: no stored pages are read: {error}")
    return OutletPages(readings=tuple(readings), addresses=tuple(addresses))


def _stored(session: Session, home: Path, outlet: Outlet) -> Iterator[PageReading]:
    pages = newest_pages(session, outlet.name, _MOST)
    learned = accepted_rules(session, outlet.name)
    parts = parts_of(session, [page.snapshot_id for page in pages])
    for page in pages:
        kept = kept_snapshot(session, page.snapshot_id)
        try:
            found = read_kept(home, kept, parts.get(page.snapshot_id, ()), outlet)
        except (SnapshotError, ExtractionError) as error:
            say(f"newscrawl: {error}")
            continue
        yield page_reading(found, outlet, learned, page)


def page_reading(
    page: Page, outlet: Outlet, learned: Sequence[Rule], stored: StoredPage | None
) -> PageReading:
    """How a page is read by the file and by the generic reader; ``stored`` where it is kept."""
    own = article_of(page, outlet, learned)
    generic = article_of(Page(page.url, page.html, declared=page.declared), None)
    body = own.body if own else ""
    return PageReading(
        url=page.url,
        layout=own.layout if own else None,
        generic=agreement(body, generic.body) if generic else None,
        stored=agreement(body, stored.body) if stored else None,
        missing=tuple(name for name in _WANTED if own and not getattr(own, name)),
        gained=_only_in(own, generic),
        lost=_only_in(generic, own),
        is_short=generic is not None and 2 * len(body) < len(generic.body),
    )


def _only_in(article: Article | None, other: Article | None) -> tuple[str, ...]:
    if article is None or other is None:
        return ()
    known = {block.text for block in other.blocks}
    lines = (block.text for block in article.blocks if block.kind in BODY_KINDS)
    return tuple(line for line in lines if line not in known)


def print_readings(
    readings: Sequence[PageReading], named: Sequence[PageReading], lines: int = 0
) -> None:
    """All readings in short, then some by their addresses, with so many lines that differ."""
    print_text(_in_short(readings))
    for one in named:
        print_text(f"  {_in_words(one)}: {one.url}")
        for sign, differing in (("+", one.gained), ("-", one.lost)) if lines else ():
            for line in differing[:lines]:
                print_text(f"    {sign} {shortened(line, _LONGEST)}")
            if len(differing) > lines:
                print_text(f"    {sign} {len(differing) - lines} more lines")


def layouts_in(readings: Sequence[PageReading]) -> str:
    """How many pages each layout fits, the commonest first."""
    layouts = Counter(one.layout or "no article" for one in readings)
    return ", ".join(f"{name} {n}" for name, n in layouts.most_common())


def _in_short(readings: Sequence[PageReading]) -> str:
    found = {
        "generic reader": [one.generic for one in readings if one.generic is not None],
        "stored text": [one.stored for one in readings if one.stored is not None],
    }
    means = [f"{mean(each):.2f} with the {what}" for what, each in found.items() if each]
    agreed = f"; agreement {', '.join(means)}" if means else ""
    short = sum(one.is_short for one in readings)
    less = f"; on {short} under half of what the generic reader reads" if short else ""
    many = "s" * (len(readings) != 1)
    return f"{len(readings)} page{many} read: {layouts_in(readings)}{agreed}{less}"


def _in_words(one: PageReading) -> str:
    if one.layout is None:
        return "no article"
    pairs = (("generic", one.generic), ("stored", one.stored))
    words = [f"{what} {value:.2f}" for what, value in pairs if value is not None]
    return ", ".join([*words, one.layout, *(f"no {name}" for name in one.missing)])
