"""What zone is meant by words behind a time: "New York time", "heure de Paris", "Moskauer Zeit"."""

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from newscrawl.dates.months import locale_of
from newscrawl.dates.plain_digits import key

_BEGIN = r"[\s,|–—-]*[(\[]?\s*"
_OPEN = r"(?P<place>[^\W\d_][^\d,;|()\[\]]{2,24})"
#: A single word, with no sentence behind it: "now", "in" and "after" are called so, too.
_LONE = r"\w+\s*(?:[^\w\s]|$)"
#: The languages of a phrase, and the phrase; in marks and letters as ``plain`` leaves them.
_PHRASES = tuple(
    (languages.split(), re.compile(_BEGIN + phrase, re.IGNORECASE))
    for languages, phrase in (
        (
            "en",
            r"(?P<place>[^\W\d_][^\d,;|()\[\]]{1,24}?)"
            r"(?:\s(?:local|standard|daylight|summer|mean))?\stime\b",
        ),
        ("de", r"(?P<place>[^\W\d_]{3,}(?:\s[^\W\d_]{3,})?)(?:er|sche[rn]?)\szeit\b"),
        ("fr", rf"heure\s(?:de\s(?:la\s)?|d['’]|du\s){_OPEN}"),
        ("es pt ca", rf"(?:hora|horario)\s(?:de\s(?:la\s)?|del\s|d['’]|do\s|da\s)?{_OPEN}"),
        ("it ro", rf"ora\s(?:d[ie]\s|(?=(?:central|europ)\w*\s|{_LONE})){_OPEN}"),
        ("ru", rf"по\s(?=мск\b|(?:\w+му\s){{1,2}}времени|{_LONE}){_OPEN}"),
        ("uk", rf"за\s(?=(?:\w+им\s){{1,2}}часом|{_LONE}){_OPEN}"),
        ("pl", rf"czasu?\s{_OPEN}"),
        ("ar", rf"بتوقیت\s{_OPEN}"),
        ("fa", rf"به (?:وقت|ساعت)\s{_OPEN}"),
        ("el", rf"ωρα\s{_OPEN}"),
        ("tr", r"(?P<place>[^\W\d_]{3,})\ssaati"),
        ("vi", rf"gio\s{_OPEN}"),
        ("zh ja ko", r"(?P<place>[\u3400-\u9fff\uac00-\ud7a3]{2,5}?)\s?(?:时间|時間|시간)"),
    )
)
_MAY_BE = re.compile(
    r"\btime\b|heure|\bhora|\bora\b|\bzeit\b|\b(?:по|за)\s|\bczas|بتوقیت|به (?:وقت|ساعت)"
    r"|\bωρα\s|\ssaati|\bgio\s|时间|時間|시간",
    re.IGNORECASE,
)
#: What names of zones and of their places begin with, where no zone is called after them, or the
#: language inflects them; the longest counts.
_BEGINNINGS = {
    key(beginning.replace("_", " ")): zone
    for zone, beginnings in {
        "Europe/Moscow": "москов москв мск moskiew",
        "Europe/Kyiv": "ukrain украин україн киевск киеву київ києв",
        "Europe/Minsk": "минск мінськ",
        "Europe/Berlin": "mitteleuropai central_europ centrale_europ europe_centrale "
        "europa_central l_europe_centrale среднеевроп "
        "центральноевроп центральноєвроп środkowoeurop берлин берлін",
        "Europe/Lisbon": "western_europ",
        "Europe/Tallinn": "l_estoni",
        "Europe/Athens": "ελλάδ αθήν eastern_europ osteuropai восточноевроп східноєвроп",
        "Europe/London": "british uk",
        "Europe/Madrid": "peninsular españ",
        "Europe/Rome": "italian",
        "Europe/Warsaw": "polski warszaw варшав",
        "Europe/Istanbul": "ankara turkish turkiye",
        "UTC": "greenwich coordinated universal гринвич грінвіч غرينتش جرينتش گرینویچ",
        "America/New_York": "eastern washington us_eastern est_nord este l_est 美东 美東 美国东部 "
        "美國東部 미동부",
        "America/Indiana/Indianapolis": "indiana",
        "America/Vancouver": "british_columbia",
        "America/Chicago": "central us_central",
        "America/Denver": "mountain",
        "America/Los_Angeles": "pacific us_pacific california",
        "America/Halifax": "atlantic",
        "America/Toronto": "montreal ottawa",
        "America/Sao_Paulo": "brasilia brasília",
        "America/Argentina/Buenos_Aires": "argentin",
        "Africa/Lagos": "west_africa nigerian",
        "Africa/Nairobi": "east_africa eastern_africa",
        "Africa/Maputo": "central_africa",
        "Africa/Johannesburg": "south_africa",
        "Asia/Shanghai": "beijing pekin china_standard chinese 北京 中国 中國",
        "Asia/Jakarta": "western_indonesia",
        "Asia/Makassar": "central_indonesia",
        "Asia/Jayapura": "eastern_indonesia",
        "Asia/Taipei": "台北 台灣 台湾",
        "Asia/Tokyo": "japan 日本 東京",
        "Asia/Seoul": "korea 한국 서울",
        "Asia/Kolkata": "india delhi new_delhi mumbai",
        "Asia/Karachi": "pakistan islamabad",
        "Asia/Dubai": "gulf uae abu_dhabi أبوظبي الإمارات",
        "America/Mexico_City": "mexic",
        "Africa/Cairo": "القاهرة",
        "Asia/Riyadh": "saudi mecca makkah مكة السعودية",
        "Asia/Jerusalem": "israel jerusalem القدس فلسطين",
        "Asia/Ho_Chi_Minh": "viet ha_noi hanoi",
        "Australia/Sydney": "australian_eastern canberra",
        "Australia/Perth": "australian_western",
    }.items()
    for beginning in beginnings.split()
}
#: How English calls what is of a place.
_OF_A_PLACE = frozenset(["", *"n i a e o an ean ese nam namese".split()])
#: A country is called so, and a state.
_SEVERAL = frozenset({"georgia"})
#: What is no place, and stands before the word for time.
_NO_PLACES = frozenset(
    "local reading read estimated listening viewing running screen total response all first last "
    "same this that one some prime real full part spare any second third next every long short big "
    "half extra over game play show story tea lunch dinner bed travel free summer winter sunday "
    "monday tuesday wednesday thursday friday saturday start end".split()
)
_LONGEST, _MOST_WORDS = 60, 3


class UnknownZoneError(ValueError):
    """A zone is named that nobody here knows, or that means several: the time may be any."""


def zone_in_words(rest: str) -> ZoneInfo | None:
    """The zone that the words mean which a text begins with; None where it begins with none.

    Raises ``UnknownZoneError`` for a place that nobody here knows.
    """
    rest = rest[:_LONGEST]
    if not _MAY_BE.search(rest):
        return None
    for languages, phrase in _PHRASES:
        if found := phrase.match(rest):
            return _zone_of(found["place"], languages)
    return None


def _zone_of(place: str, languages: list[str]) -> ZoneInfo | None:
    is_whole = languages == ["en"]
    words = key(re.sub(r"['’-]", " ", place)).split()
    counts = [len(words)] if is_whole else range(min(len(words), _MOST_WORDS), 0, -1)
    for count in counts:
        if zone := _zone_called(" ".join(words[:count]), tuple(languages)):
            return ZoneInfo(zone)
    is_named = is_whole and place[0].isupper() and len(words) <= 2 and _NO_PLACES.isdisjoint(words)
    if is_named and not words[0].isupper():
        raise UnknownZoneError(place)
    return None


def _zone_called(name: str, languages: tuple[str, ...]) -> str | None:
    begun = [each for each in _BEGINNINGS if name.startswith(each)]
    if languages == ("en",):
        begun = [each for each in begun if name[len(each) :] in _OF_A_PLACE]
    return _BEGINNINGS[max(begun, key=len)] if begun else _places(languages).get(name)


@lru_cache(16)
def _places(languages: tuple[str, ...]) -> dict[str, str]:
    """The zones of towns that zones are called after, and of countries that have one, by name."""
    found: dict[str, str] = {}
    for locale in filter(None, map(locale_of, ("en", *languages))):
        for code, zones in get_global("territory_zones").items():
            if len(zones) == 1 and (country := locale.territories.get(code)):
                found[key(country)] = zones[0]
        for zone, names in locale.time_zones.items():
            if city := names.get("city"):
                found[key(city)] = zone
    for zone in sorted(available_timezones()):
        found.setdefault(key(zone.rpartition("/")[2].replace("_", " ")), zone)
    return {name: zone for name, zone in found.items() if name not in _SEVERAL}
