"""Tell the time zone of a site: by its country, and by the offsets that its dates have."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

#: Ends of hosts that are no country's, or not by the name of Babel.
_TERRITORIES = {"UK": "GB", "SU": "RU"}
#: Where most papers of a language are whose hosts end in no country.
_CAPITALS = {
    "RU": "Europe/Moscow", "US": "America/New_York", "CA": "America/Toronto",
    "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "MX": "America/Mexico_City",
    "UA": "Europe/Kyiv", "DE": "Europe/Berlin", "ES": "Europe/Madrid", "PT": "Europe/Lisbon",
    "CN": "Asia/Shanghai", "ID": "Asia/Jakarta", "KZ": "Asia/Almaty", "NZ": "Pacific/Auckland",
    "AR": "America/Argentina/Buenos_Aires", "CL": "America/Santiago", "EC": "America/Guayaquil",
}  # fmt: skip
_OFFSET = re.compile(r"T\d\d:\d\d.*[+-]\d\d:?\d\d$")


def zone_of(host: str, regions: Iterable[str], dates: Iterable[str | None]) -> str:
    """The zone of the site's country that fits the dates as they are printed; else UTC.

    ``regions`` are those of the languages that pages declare, as ``AT`` in ``de-AT``.
    """
    named = host.rpartition(".")[2].upper()
    regions = [name for name, _ in Counter(map(str.upper, regions)).most_common(1)]
    territories = [_TERRITORIES.get(named, named), *regions]
    moments = [found for date in dates if (found := _moment(date))]
    for territory in territories:
        zones = _zones(territory)
        fitting = [zone for zone in zones if _fits(zone, moments)]
        # Dates in UTC are a machine's, and say nothing.
        if fitting and (moments or len(zones) == 1 or territory in _CAPITALS):
            return fitting[0]
        if len(zones) == 1:
            return zones[0]
    return "UTC"


def _zones(territory: str) -> Sequence[str]:
    zones = [
        z for z in get_global("territory_zones").get(territory, []) if z in available_timezones()
    ]
    first = _CAPITALS.get(territory)
    return [first, *(z for z in zones if z != first)] if first else zones


def _moment(printed: str | None) -> datetime | None:
    """A moment with an offset that somebody lives by."""
    if not printed or not _OFFSET.search(printed.strip()):
        return None
    try:
        found = datetime.fromisoformat(printed.strip())
    except ValueError:
        return None
    return found if found.utcoffset() else None


def _fits(zone: str, moments: Sequence[datetime]) -> bool:
    def offset(moment: datetime) -> timedelta | None:
        return moment.astimezone(ZoneInfo(zone)).utcoffset()

    return all(offset(moment) == moment.utcoffset() for moment in moments)
