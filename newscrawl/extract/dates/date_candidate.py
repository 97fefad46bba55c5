"""A date that one reader found on a page, and what it may mean there."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newscrawl.dates import Printed
from newscrawl.dates.in_address import day_in_address
from newscrawl.dates.plain_digits import plain
from newscrawl.dates.zone_names import country_of_zone, zones_of
from newscrawl.extract.dates.dates_in_utc import in_utc, local_date
from newscrawl.extract.dates.page_zone import country_of_page, zone_of_page
from newscrawl.extract.fields.json_ld import told_addresses
from newscrawl.extract.fields.language_guess import SAMPLE, TEMPLATES, detected_language
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.outlet import Outlet
from newscrawl.page import Page

_MIDNIGHT = time()
#: A day and a month in digits, of which either may be the other.
_SLASHED = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
#: What each language, or country, orders in its own way.
_IN_DIGITS = re.compile(r"\d\s?[./]\s?\d{1,2}\s?[./]")
#: A date that can be no other than with the day before the month, and the other way round.
_ENDS = r"/(?:19|20)\d\d(?![\d/])"
_DAY_FIRST = re.compile(rf"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2]){_ENDS}")
_LARGE_LAST = re.compile(rf"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01]){_ENDS}")
#: Words of a page that no machine is told.
_WORD = re.compile(r"[^\W\dTZ_]")
#: Paragraphs that tell in what a page is written.
_MOST = 40
#: Countries that print the month first, whatever a caption or a reader writes.
_MONTH_FIRST = frozenset("us as gu mh mp pr um vi ph".split())
_UTC = ZoneInfo("UTC")
_DAY = timedelta(days=1)
#: How far the zones are apart from Greenwich.
_ZONES_AHEAD = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A date as it was printed, and what it means."""

    source: str
    raw: str
    #: In the zone that is printed with it, or in none.
    local: datetime
    #: In UTC.
    moment: datetime
    has_time: bool

    @property
    def precision(self) -> int:
        """0 for a day, 1 for a time of no zone, 2 for a moment."""
        if self.local.tzinfo:
            return 2
        return int(self.has_time)

    def may_be_of(self, day: date) -> bool:
        """Whether it is of that day in some zone."""
        local = self.local.replace(tzinfo=None)
        begun = datetime(day.year, day.month, day.day)
        return begun - _ZONES_AHEAD <= local < begun + _DAY + _ZONES_AHEAD


def candidate(source: str, raw: str, outlet: Outlet | None, page: Page) -> Candidate | None:
    """What a reader found, understood; None where it is no date that news can bear.

    A time without a zone is in the outlet's, else in that of the country that the host or the
    page's language is of; a day alone, of a site whose zone nobody knows, is that day in UTC.
    """
    zones = (outlet.zone,) if outlet else zones_of(page.once(country_of_page))
    local = local_date(raw, _language(raw, page, outlet), zones)
    if local is None:
        return None
    if outlet is None and _SLASHED.search(plain(raw)):
        local = _as_in_url(local, day_in_url(page, None))
    # Machines write a day as a midnight.
    has_time = local.has_time and (
        local.moment.tzinfo is not None or local.moment.time() != _MIDNIGHT
    )
    guessed = zone_of_page(page) if has_time else _UTC
    moment = in_utc(local.moment, outlet.zone if outlet else guessed, page.fetched_at)
    if moment is None:
        return None
    return Candidate(source=source, raw=raw, local=local.moment, moment=moment, has_time=has_time)


def _as_in_url(local: Printed, day: date | None) -> Printed:
    """3/10 as the page's address has it: March or October, whatever is usual in the language."""
    found = local.moment
    if day is None or (found.year, found.month, found.day) != (day.year, day.day, day.month):
        return local
    return Printed(found.replace(month=day.month, day=day.day), local.has_time)


def _language(raw: str, page: Page, outlet: Outlet | None) -> str | None:
    """The language, by which 3/4/2026 is March or April: in English, it is the country."""
    if outlet is not None:
        country = country_of_zone(outlet.zone.key) or page.once(country_of_page)
        is_british = outlet.language == "en" and country not in ("", *_MONTH_FIRST)
        return "en-GB" if is_british else outlet.language
    told, is_ordered = language_of(page), _IN_DIGITS.search(plain(raw))
    if (told == TEMPLATES and is_ordered) or (told is None and (is_ordered or _WORD.search(raw))):
        told = page.once(_written_in) or told
    if told not in (TEMPLATES, None):
        return told
    country = page.once(country_of_page)
    if country in _MONTH_FIRST:
        return told
    is_british = told is not None and country != ""
    return "en-GB" if is_british or (is_ordered and page.once(_prints_days_first)) else told


def _written_in(page: Page) -> str | None:
    told = (node.text() for node in page.tree.css("p")[:_MOST])
    return detected_language(" ".join(told)[:SAMPLE])


def _prints_days_first(page: Page) -> bool:
    """Whether other dates of the page have more than twelve before the month, and none behind."""
    text = page.tree.html or ""
    return bool(_DAY_FIRST.search(text)) and not _LARGE_LAST.search(text)


def day_in_url(page: Page, outlet: Outlet | None) -> date | None:
    """The day in the page's address, or in what it says that is; of an outlet's, by its pattern."""
    if outlet is not None:
        return outlet.date_of(outlet.canonical(page.url) or "")
    days = map(day_in_address, (page.url, *page.once(told_addresses)))
    return next(filter(None, days), None)
