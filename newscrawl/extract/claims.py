"""Read what a page claims of its dates, and remember which reader found the claim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.extract.dates import read_date
from newscrawl.extract.metadata import DATES, text
from newscrawl.outlet import Outlet, Reader
from newscrawl.page import Page

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Claim:
    """A date as printed, what it means, and which reader found it."""

    moment: datetime | None = None
    raw: str | None = None
    source: str | None = None


def claimed_date(
    page: Page, name: str, fields: Mapping[str, Reader], outlet: Outlet | None
) -> Claim:
    """The first date that can be understood; else the first that is printed, without a meaning."""
    zone = outlet.zone if outlet else _UTC
    unread: Claim | None = None
    for source, raw in _printed(page, name, fields):
        moment = read_date(raw, zone, page.fetched_at)
        if moment:
            return Claim(moment, raw, source)
        unread = unread or Claim(None, raw, source)
    if unread or name != "date_published" or outlet is None:
        return unread or Claim()
    return _from_url(page, outlet)


def _from_url(page: Page, outlet: Outlet) -> Claim:
    day = outlet.date_of(outlet.canonical(page.url) or "")
    if day is None:
        return Claim()
    return Claim(read_date(day.isoformat(), outlet.zone, page.fetched_at), day.isoformat(), "url")


def _printed(page: Page, name: str, fields: Mapping[str, Reader]) -> Iterator[tuple[str, str]]:
    own = fields.get(name)
    readers: dict[str, Any] = {"time": own, **DATES[name]} if callable(own) else DATES[name]
    found = ((source, text(read(page))) for source, read in readers.items())
    return ((source, raw) for source, raw in found if raw)
