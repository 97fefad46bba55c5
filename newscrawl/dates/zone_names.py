"""What a zone means that is printed behind a time."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

from newscrawl.dates.zone_phrases import UnknownZoneError, zone_in_words

#: Hours from Greenwich, for the names that mean one thing in the news.
_HOURS = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1,
    "MESZ": 2, "MET": 1, "MEST": 2, "EET": 2, "EEST": 3, "IDT": 3, "MSK": 3, "MCK": 3,
    "МСК": 3, "MSD": 4, "TRT": 3, "TSI": 3,
    "EDT": -4, "CDT": -5, "MDT": -6, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "NDT": -2.5,
    "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "IRST": 3.5, "GET": 4, "AZT": 4, "SAMT": 4,
    "AFT": 4.5, "PKT": 5, "UZT": 5, "TJT": 5, "TMT": 5, "YEKT": 5, "NPT": 5.75, "ALMT": 5,
    "BTT": 6, "OMST": 6, "MMT": 6.5, "ICT": 7, "WIB": 7, "NOVT": 7, "KRAT": 7, "WITA": 8,
    "HKT": 8, "SGT": 8, "MYT": 8, "PHT": 8, "PHST": 8, "AWST": 8, "IRKT": 8, "ULAT": 8, "WIT": 9,
    "JST": 9, "KST": 9, "YAKT": 9, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "CHST": 10,
    "VLAT": 10, "PGT": 10, "MAGT": 11, "NZST": 12, "NZDT": 13, "PETT": 12, "FJT": 12,
    "BRT": -3, "BRST": -2, "ART": -3, "UYT": -3, "CLT": -4, "CLST": -3, "BOT": -4, "VET": -4,
    "COT": -5, "PET": -5, "PYT": -3,
    # Of Canada, in French.
    "HNT": -3.5, "HAT": -2.5, "HNA": -4, "HAA": -3, "HNE": -5, "HAE": -4, "HNC": -6, "HAC": -5,
    "HNR": -7, "HAR": -6, "HNP": -8, "HAP": -7,
}  # fmt: skip
#: Those that mean several things: the first where that is the usual one, else none is.
_SENSES: dict[str, tuple[float | None, ...]] = {
    "BST": (1, 6),
    "EST": (-5, 10),
    "CST": (-6, 8, -5),
    "MST": (-7, 8, 6.5),
    "PST": (-8, 8, 5),
    "IST": (None, 5.5, 2, 1),
    "AST": (None, -4, 3),
    "ADT": (-3, 4),
    "GST": (None, 4, 10, -2),
    "AMT": (None, 4, -4),
    "SST": (None, -11, 8),
    "ECT": (None, -5, -4),
    "LT": (None, 2, 3),
    "NST": (None, -3.5, 5.75),
    "BDT": (6, 8),
    "WST": (None, 8, 13),
}
#: Those that are another hour in summer.
_PLACES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
    "PT": "America/Los_Angeles", "AT": "America/Halifax", "AKT": "America/Anchorage",
    "HE": "America/Toronto",
    "AET": "Australia/Sydney", "NZT": "Pacific/Auckland", "ACT": "Australia/Adelaide",
    "EASTERN": "America/New_York", "CENTRAL": "America/Chicago", "PACIFIC": "America/Los_Angeles",
}  # fmt: skip
_NAMED = re.compile(
    r"[\s,]*[(\[]?\s*(?P<name>Eastern|Central|Pacific|[A-ZА-Я]{1,5}|мск)\b(?!['’])"
    r"(?:\s*(?P<sign>[+-])(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?)?(?P<end>\s*(?:[)\]]|$))?"
)
#: Words behind a time that say no more than that it is one.
_CLOCK = re.compile(
    r"^[\s,]*(?:uhr|hrs?|hod|klo|godz|год|ч|น|heures?|horas?|ore)\b\.?", re.IGNORECASE
)
#: What GMT is called where its letters are not.
_GREENWICH = re.compile(r"^[\s,(\[]*(?:غرینتش|جرینتش|گرینویچ|гринуич)", re.IGNORECASE)
#: A short name with a point behind each letter: "E.T."
_POINTS = re.compile(r"^[\s,]*[(\[]?(?:[A-Z]\.){2,4}")
_OFFSET = re.compile(r"\s*[(\[]?\s*(?P<sign>[+-])(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?(?![\d.-])")
#: A place, as the database of zones calls it.
_PLACE = re.compile(r"[\s,]*[(\[]?(?P<place>[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2})")
#: What stands behind a time in capitals, and is no zone.
_NO_ZONES = frozenset("UHR HRS HR AM PM MON TUE WED THU FRI SAT SUN LIVE AND".split())
_FARTHEST = timedelta(hours=15)


def zone_behind(rest: str, moment: datetime, zones: Iterable[tzinfo]) -> tzinfo | None:
    """The zone that a text begins with; None where it begins with none.

    ``zones`` are those that the outlet may be in: they tell which sense of a name is meant.
    Raises ``UnknownZoneError``.
    """
    # "Heure" may be the clock's, or begin what names the zone.
    behind = _CLOCK.sub("", rest)
    if worded := zone_in_words(rest) or zone_in_words(behind):
        return worded
    rest = _GREENWICH.sub("GMT", _POINTS.sub(lambda found: found[0].replace(".", ""), behind))
    offset = _OFFSET.match(rest)
    if offset:
        return _fixed(_shift(offset))
    placed = _PLACE.match(rest)
    if placed:
        return _zone_of(placed["place"])
    named = _NAMED.match(rest)
    if not named:
        return None
    name = named["name"].upper()
    if named["sign"] and name in ("Z", "UT", "UTC", "GMT", "MSK", "МСК"):
        return _fixed(timedelta(hours=_HOURS[name]) + _shift(named))
    if name in _PLACES and (len(name) < 4 or named["name"] != name):
        return ZoneInfo(_PLACES[name])
    if name in _HOURS:
        return _fixed(timedelta(hours=_HOURS[name]))
    if name in _SENSES:
        return _fixed(_sense(name, moment, zones))
    is_like_one = (
        name.isascii() and len(name) > 2 and (name.endswith("T") or named["end"] is not None)
    )
    if is_like_one and name not in _NO_ZONES:
        raise UnknownZoneError(name)
    return None


def zone_end(rest: str) -> int:
    """How much of a text is the zone that it begins with."""
    found = _OFFSET.match(rest) or _NAMED.match(rest)
    if found is None:
        return 0
    name = found.groupdict().get("name", "Z").upper()
    return found.end() if name in _HOURS.keys() | _SENSES.keys() | _PLACES.keys() else 0


def _sense(name: str, moment: datetime, zones: Iterable[tzinfo]) -> timedelta:
    """The sense that the outlet's zone has at that moment, else the usual one."""
    usual, *others = _SENSES[name]
    hours = {zone.utcoffset(moment.replace(tzinfo=None)) for zone in zones}
    senses = [timedelta(hours=each) for each in (usual, *others) if each is not None]
    meant = [each for each in senses if each in hours]
    if meant:
        return meant[0]
    if usual is None:
        raise UnknownZoneError(name)
    return timedelta(hours=usual)


def _zone_of(place: str) -> tzinfo | None:
    try:
        return ZoneInfo(place)
    except (ZoneInfoNotFoundError, OSError):
        return None


def _shift(found: re.Match[str]) -> timedelta:
    shift = timedelta(hours=int(found["oh"]), minutes=int(found["om"] or 0))
    return -shift if found["sign"] == "-" else shift


def _fixed(offset: timedelta) -> timezone | None:
    return timezone(offset) if abs(offset) <= _FARTHEST else None


@lru_cache(512)
def country_of(language: str) -> str:
    """The likeliest country of a language, by the code of each; empty where there is none."""
    tag = get_global("likely_subtags").get(language, "")
    return tag.rpartition("_")[2].lower() if tag.count("_") == 2 else ""


def country_of_zone(zone: str) -> str:
    """The country of a zone, by its code; empty where it is none's."""
    zone = get_global("zone_aliases").get(zone, zone)
    country = get_global("zone_territories").get(zone, "ZZ")
    return "" if country == "ZZ" else country.lower()


@lru_cache(512)
def zones_of(country: str) -> tuple[ZoneInfo, ...]:
    """The zones of a country, by its code of two letters."""
    names = get_global("territory_zones").get({"uk": "GB"}.get(country, country.upper()), ())
    return tuple(map(ZoneInfo, names))
