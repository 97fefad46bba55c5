"""Read what a page claims of its dates, and remember which reader found the claim."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from newscrawl.extract.dates import in_utc, local_date
from newscrawl.extract.labels import language_of
from newscrawl.extract.linked import text
from newscrawl.extract.metadata import DATES
from newscrawl.extract.readers import Read, css
from newscrawl.extract.zones import zone_of
from newscrawl.outlet import Outlet, Reader
from newscrawl.page import Page

_UTC = ZoneInfo("UTC")
_DAY = timedelta(days=1)
#: How far the zones are apart from Greenwich.
_ZONES_AHEAD = timedelta(hours=14)
#: The readers of what is written for machines.
_TOLD = ("meta", "json-ld")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
#: Lines that one reader may offer until one of them is a date.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Claim:
    """A date as printed, what it means, and which reader found it."""

    moment: datetime | None = None
    raw: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date that one reader found, as printed: in its own zone, or in none."""

    local: datetime
    raw: str
    source: str

    @property
    def precision(self) -> int:
        """A day, a time of no zone, or a moment."""
        if self.local.tzinfo:
            return 2
        return int(bool(self.local.hour or self.local.minute or self.local.second))


def claimed_date(
    page: Page, name: str, fields: Mapping[str, Reader], outlet: Outlet | None
) -> Claim:
    """The most trusted date that can be understood; else the first that is printed, unread.

    Of dates of the same day the most exact one is taken: a meta tag may name the day alone, or
    a time without its zone, where JSON-LD names the moment.
    """
    day = _day_in(page, outlet) if name == "date_published" else None
    readers = _readers(name, fields)
    # What readers see costs more to find than what machines are told, which mostly settles it.
    told = {} if name in fields else {source: readers[source] for source in _TOLD}
    lines = _lines(page, told)
    best = _best(_understood(page, lines, outlet), day)
    if best is None or best.precision < 2 or (day and not _is_near(best, day)):
        lines = _lines(page, readers)
        # A date that cannot be is kept as it was printed, and no other is put in its place.
        is_told = any(source in _TOLD for source, _ in lines)
        from_url = [] if is_told or name != "date_published" else _from_url(page, outlet)
        best = _best(_understood(page, lines, outlet) + from_url, day)
    if best is not None:
        return Claim(_moment(best, page, outlet), best.raw, best.source)
    return next((Claim(None, raw, source) for source, raw in lines if source != "text"), Claim())


def _readers(name: str, fields: Mapping[str, Reader]) -> dict[str, Read]:
    """The readers of a date by the names of their sources, the outlet's own first."""
    own = fields.get(name)
    if own is None:
        return DATES[name]
    return {"time": css(own) if isinstance(own, str) else own, **DATES[name]}


def _lines(page: Page, readers: Mapping[str, Read]) -> list[tuple[str, str]]:
    """What the readers offer, each line with the name of its source."""
    found: list[tuple[str, str]] = []
    for source, read in readers.items():
        given = read(page)
        several = [given] if isinstance(given, str) or given is None else list(given)[:_MOST]
        found += [(source, line) for line in map(text, several) if line]
    return found


def _understood(
    page: Page, lines: Sequence[tuple[str, str]], outlet: Outlet | None
) -> list[_Printed]:
    """The first date of each reader."""
    language = _language(page, outlet)
    found: dict[str, _Printed] = {}
    for source, raw in lines:
        local = local_date(raw, language) if source not in found else None
        printed = _Printed(local, raw, source) if local else None
        if printed and _moment(printed, page, outlet):
            found[source] = printed
    return list(found.values())


def _language(page: Page, outlet: Outlet | None) -> str | None:
    """The language, by which 3/4/2026 is March or April: in English, it is the country."""
    language = outlet.language if outlet else language_of(page)
    country = page.url.split("/")[2].rpartition(".")[2] if page.url.count("/") > 2 else ""
    is_british = language == "en" and len(country) == 2 and country != "us"
    return "en-GB" if is_british else language


def _moment(printed: _Printed, page: Page, outlet: Outlet | None) -> datetime | None:
    """The moment in UTC; a day alone, of a site whose zone nobody knows, is that day in UTC."""
    guessed = zone_of(page.url) if printed.precision else _UTC
    return in_utc(printed.local, outlet.zone if outlet else guessed, page.fetched_at)


def _best(found: Sequence[_Printed], day: date | None) -> _Printed | None:
    ordered = _by_trust(found)
    if not ordered:
        return None
    near = [each for each in ordered if day and each.source != "url" and _is_near(each, day)]
    first = (near or ordered)[0]
    same_day = [each for each in ordered if each.local.date() == first.local.date()]
    return max(same_day, key=lambda each: each.precision) if first.precision < 2 else first


def _is_near(printed: _Printed, day: date) -> bool:
    """Whether the moment may be of that day in some zone."""
    local = printed.local.replace(tzinfo=None)
    begun = datetime(day.year, day.month, day.day)
    return begun - _ZONES_AHEAD <= local < begun + _DAY + _ZONES_AHEAD


def _by_trust(found: Sequence[_Printed]) -> list[_Printed]:
    """In the order of the readers, but what JSON-LD says goes before a meta tag of another day."""
    of = {each.source: each for each in found}
    linked, meta = of.get("json-ld"), of.get("meta")
    if linked and meta and abs(linked.local.date() - meta.local.date()) > _DAY:
        return [linked, *(each for each in found if each is not linked)]
    return list(found)


def _day_in(page: Page, outlet: Outlet | None) -> date | None:
    """The day in the page's address: of an outlet's, where its pattern says so."""
    if outlet is not None:
        return outlet.date_of(outlet.canonical(page.url) or "")
    found = _IN_URL.search(page.url)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _from_url(page: Page, outlet: Outlet | None) -> list[_Printed]:
    day = _day_in(page, outlet)
    if day is None:
        return []
    return [_Printed(datetime(day.year, day.month, day.day), day.isoformat(), "url")]
