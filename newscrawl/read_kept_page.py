"""Read the pages that the archive keeps, each with the parts that were fetched apart.

What a crawl compares with, what replay reads again and what quarantine tries again is read here,
and nowhere else: a page without its parts would say less than it said.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from newscrawl.archive.database.engine import Session
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, parts_of
from newscrawl.article import Article
from newscrawl.errors import ExtractionError, SnapshotError
from newscrawl.extract import optional_parts
from newscrawl.extract import parts_of as parts_wanted
from newscrawl.extract.body.page_addresses import answering, may_continue
from newscrawl.outlet import Outlet
from newscrawl.page import KeptPage, Page
from newscrawl.read_page import read_uncleaned
from newscrawl.screen import Verdict
from newscrawl.snapshots.foreign_response import read_capture
from newscrawl.snapshots.warc_reader import read_page


def read_article(
    session: Session, home: Path, snapshot_id: int, outlet: Outlet | None
) -> Article | None:
    """Today's article of a kept page, not cleaned; None where it cannot be read, or is none."""
    parts = parts_of(session, [snapshot_id]).get(snapshot_id, ())
    try:
        page = read_kept(home, kept_snapshot(session, snapshot_id), parts, outlet)
        found = read_uncleaned(page, outlet)
    except (SnapshotError, ExtractionError):
        return None
    return None if isinstance(found, Verdict) else found


def read_kept(home: Path, kept: KeptPage, parts: Sequence[KeptPage], outlet: Outlet | None) -> Page:
    """A page with its parts; raises ``SnapshotError``, also where a part of ours is missing.

    Somebody else's capture may have none of them. Also raises what ``extract.parts_of`` raises.
    """
    page = page_of(home, kept)
    found = dict[str, bytes]()
    page = replace(page, parts=found)
    wanted: tuple[str, ...] = ()
    while wanted != (named := parts_wanted(page, outlet)):
        # A further page may name the next one.
        wanted = named
        for url, part in by_address(wanted, parts, outlet, page).items():
            address = answered_at(url, part, outlet, page)
            if address not in found:
                found[address] = page_of(home, part).html
    optional = optional_parts(page, outlet)
    missing = [url for url in wanted if url not in found and url not in optional]
    if missing and kept.kept.is_ours:
        raise SnapshotError(f"{kept.url}: its part {missing[0]} was not kept")
    return page


def by_address(
    wanted: Sequence[str], parts: Sequence[KeptPage], outlet: Outlet | None, page: Page
) -> dict[str, KeptPage]:
    """The parts of a page by the addresses that were asked for.

    What was sent elsewhere is kept under the address that answered: in the order that was asked.
    A further page is kept under its own, however it was spelled, and may not be asked for yet.
    """
    kept = {part.url: part for part in parts}
    spelled = {url: (outlet.canonical(url) if outlet else None) or url for url in wanted}
    others = [part for part in parts if part.url not in spelled.values()]
    further = {part.url: part for part in others if may_continue(part.url, page, outlet)}
    elsewhere = (part for part in others if part.url not in further)
    found = {
        url: kept.get(spelled[url])
        or further.get(_respelled(spelled[url], further, outlet, page) or "")
        or next(elsewhere, None)
        for url in wanted
    }
    return {url: part for url, part in found.items() if part}


def _respelled(
    asked: str, further: Collection[str], outlet: Outlet | None, page: Page
) -> str | None:
    """Of kept further pages, that which answered to an address that spells it otherwise."""
    if outlet is None or not further:
        return None
    return answering(asked, further, outlet.canonical(page.url) or page.url, outlet)


def answered_at(asked: str, part: KeptPage, outlet: Outlet | None, page: Page) -> str:
    """The address that a page's part goes by: a further page's is its own, however it is asked."""
    is_exact = outlet is None or part.url == (outlet.canonical(asked) or asked)
    return asked if is_exact or not may_continue(part.url, page, outlet) else part.url


def page_of(home: Path, kept: KeptPage) -> Page:
    """A kept page, from our own files or from those that were imported."""
    read = read_page if kept.kept.is_ours else read_capture
    return read(home, kept.kept, kept.url, kept.fetched_at)
