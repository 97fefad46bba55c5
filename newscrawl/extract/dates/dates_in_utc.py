"""What a printed date means: its moment in UTC, by the zone and the years that news can bear."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from newscrawl.dates import Printed, Where, read
from newscrawl.outlet import NEWS_YEARS

#: A page may be dated a little ahead of the clock: zones are often wrong by hours.
_AHEAD = timedelta(hours=48)
#: What a date is that nobody has set.
_UNSET = datetime(1970, 1, 1, tzinfo=UTC)
#: A line that is longer is a sentence.
_LONGEST = 90
_MONTH_FIRST = frozenset({None, "en", "fil", "tl"})


def read_date(
    printed: str, zone: str | tzinfo, now: datetime | None = None, language: str | None = None
) -> datetime | None:
    """The moment that a printed date means, in UTC, or None if it means none.

    A date without an offset is in ``zone``. A date further ahead of ``now`` than two days, or
    before 1900, is no date that news can bear.
    """
    zone = ZoneInfo(zone) if isinstance(zone, str) else zone
    local = local_date(printed, language, (zone,))
    return in_utc(local.moment, zone, now) if local else None


def in_utc(moment: datetime, zone: tzinfo, now: datetime | None = None) -> datetime | None:
    """The moment in UTC, in ``zone`` if it has none; None where news cannot bear it."""
    try:
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if moment.year not in NEWS_YEARS:
            return None
        moment = moment.astimezone(UTC)
        if moment == _UNSET:
            return None
    except (ValueError, OverflowError):
        return None
    return None if now and moment > now + _AHEAD else moment


def local_date(
    printed: str, language: str | None = None, zones: Sequence[tzinfo] = ()
) -> Printed | None:
    """The date as printed: without an offset where none is printed.

    ``zones`` are those that the outlet may be in.
    """
    text = " ".join(printed.split())
    if not text or len(text) > _LONGEST:
        return None
    return _read(text, language, tuple(zones))


@lru_cache(256)
def _read(text: str, language: str | None, zones: tuple[tzinfo, ...]) -> Printed | None:
    """Remembered, since several readers of a page find the same line."""
    return read(text, Where(language, language in _MONTH_FIRST, zones))
