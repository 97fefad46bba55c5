"""Read the entries of a live blog: each with its own time, authors, headline and identity."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, TypeAlias

from newscrawl.article import Block, LiveEntry
from newscrawl.extract.dates.dates_in_utc import read_date
from newscrawl.extract.dates.page_zone import zone_of_page
from newscrawl.extract.fields.bylines import persons
from newscrawl.extract.live.claimed_by_template import Claim, claimed_by_template
from newscrawl.extract.live.claimed_in_data import claimed_in_data
from newscrawl.extract.live.claimed_in_html import claimed_in_html
from newscrawl.extract.live.entry_keys import keys_of
from newscrawl.extract.live.entry_texts import EntryTexts
from newscrawl.extract.live.more_entries import says_more
from newscrawl.outlet import ClaimedEntry, Layout, Outlet
from newscrawl.page import Page

#: Reads what an entry prints of a time of its own.
Moment: TypeAlias = Callable[[str | None], datetime | None]

#: Entries of a page, at most.
_MOST = 5000
#: Blocks of an entry among which its headline is looked for.
_HEAD = 2


class LiveBlog(NamedTuple):
    """The entries of a page, and the blocks of those whose text is in its data alone."""

    entries: tuple[LiveEntry, ...] = ()
    own_blocks: tuple[Block, ...] = ()
    has_more: bool = False


def live_blog(
    page: Page, url: str, outlet: Outlet | None, layout: Layout | None, blocks: Sequence[Block]
) -> LiveBlog:
    """The entries of the article at ``url``, whose blocks are given.

    By the layout that fitted, else by the page's JSON-LD, else by what its posts have in common. A
    reader that raises costs the entries, and nothing else.
    """
    found = page.ask("entries", lambda page: _live_blog(page, url, outlet, layout, blocks))
    return found or LiveBlog()


def _live_blog(
    page: Page, url: str, outlet: Outlet | None, layout: Layout | None, blocks: Sequence[Block]
) -> LiveBlog:
    told, more = (layout.entries if layout else None), None
    found: list[Claim] = []
    if callable(told):
        found = [(claim, None) for claim in told(page)]
    elif told is not None and layout is not None:
        found, more = [*claimed_in_html(page, layout, told)], told.more
    if not found and not callable(told):
        found = [(claim, None) for claim in claimed_in_data(page)]
        found = found or claimed_by_template(page, blocks)
    if not found:
        return LiveBlog()
    texts = EntryTexts(page, blocks)
    entries = _read(_named_once(found)[:_MOST], texts, _moments(page, outlet))
    entries = tuple(replace(one, url=_whole(one.url, url)) for one in entries)
    # What an outlet's own function gives is all that there is.
    has_more = len(found) > _MOST or (not callable(told) and says_more(page, more))
    return LiveBlog(entries, tuple(texts.own), has_more)


def _named_once(found: Sequence[Claim]) -> list[Claim]:
    """Of two claims with one name the first: what is pinned on top stands below, too."""
    names = [claim.key for claim, _ in found]
    first = {name: at for at, name in reversed([*enumerate(names)])}
    return [each for at, each in enumerate(found) if not names[at] or first[names[at]] == at]


def _read(found: Sequence[Claim], texts: EntryTexts, moment: Moment) -> tuple[LiveEntry, ...]:
    """The entries that are claimed, each with its text."""
    claims = [claim for claim, _ in found]
    entries = [_entry(claim, moment) for claim in claims]
    places = [texts.of(claim) if at is None else at for claim, at in found]
    said = [" ".join(texts.blocks[each].text for each in own) for own in places]
    keyed: dict[str, LiveEntry] = {}
    for entry, key, own in zip(entries, keys_of(claims, entries, said), places, strict=True):
        head = {at for at in own[:_HEAD] if texts.is_line(at, entry.headline)}
        text = tuple(at for at in own if at not in head)
        keyed.setdefault(key, replace(entry, key=key, at=text))
    return tuple(keyed.values())


def _entry(claim: ClaimedEntry, moment: Moment) -> LiveEntry:
    return LiveEntry(
        key=claim.key or "",
        headline=claim.headline,
        authors=persons(claim.authors),
        date_published=moment(claim.published),
        date_modified=moment(claim.modified),
        url=claim.url,
    )


def _moments(page: Page, outlet: Outlet | None) -> Moment:
    """Reads what an entry prints of its times, in the outlet's zone."""
    zone = outlet.zone if outlet else zone_of_page(page)
    language = outlet.language if outlet else None
    return lambda said: read_date(said, zone, page.fetched_at, language) if said else None


def _whole(address: str | None, url: str) -> str | None:
    """An entry's address: a fragment alone is one of the article's own."""
    return f"{url}{address}" if address and address.startswith("#") else address
