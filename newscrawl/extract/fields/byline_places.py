"""Tell places from names: "Buenos Aires", and "Munich, Germany", which is no Germany Munich."""

import re
from functools import lru_cache

from newscrawl.dates.months import LANGUAGES, locale_of, script_of

#: Languages of the Latin script whose names of countries are known, of some sixty.
_LATIN = "en de fr es it pt nl pl tr sv cs".split()
#: Countries and states as they are shortened behind a town, but those that are degrees as well.
_SHORT = frozenset(
    (
        "uk u.k usa u.s.a us u.s uae nz d.c dc al ak az ar ca co ct de fl ga hi id il in ia ks ky "
        "la me mi mn mo mt ne nv nh nj nm ny nc nd oh ok or ri sc sd tn tx ut vt va wa wv wi wy bc "
        "qc nsw"
    ).split()
)
#: First names that countries are called like.
_PERSONS = frozenset("chad jordan georgia israel guy".split())
#: First or last words of places that have two.
_PLACE = re.compile(
    r"^(?:new|san|santa|santo|são|saint|st|los|las|el|la|le|the|buenos|rio|bad|hong|tel|cape|kuala"
    r"|north|south|east|west|northern|southern|eastern|western|central|port|fort|puerto|costa|abu"
    r"|sri(?= lanka)|saudi|united|den|addis|ho|novi|baton|salt|palm|silicon|upper|lower|great|mount"
    r"|lake|nizhny|phnom|ciudad|nueva|nuevo|burkina|sierra|frankfurt|halle|our|this|his|her)\b"
    r"|\b(?:city|town|beach|valley|springs|falls|park|county|islands?|bay|hills|heights|district"
    r"|aires|aviv|kong|lumpur|york|delhi|states|kingdom|rapids|creek|street|square|d\.?c\.?"
    r"|main|saale|leone|faso)$|^नई दिल्ली$",
    re.IGNORECASE,
)


def is_place(words: str) -> bool:
    return bool(_PLACE.search(words))


def is_in_country(first: str, last: str) -> bool:
    """Whether a line that begins with one word or a place ends with a country or a state."""
    name = last.strip(" .")
    if " " in first.strip() and not is_place(first):
        return False
    if name.isupper() and name.casefold() in _SHORT:
        return True
    is_person = name.casefold() in _PERSONS or not name[:1].isalpha()
    return not is_person and name.casefold() in _countries_in(script_of(name))


@lru_cache(16)
def _countries_in(script: str) -> frozenset[str]:
    """Names of all countries in the languages of a script, as the Unicode consortium has them."""
    languages = _LATIN if script == "LATIN" else LANGUAGES.get(script, "").split()[:3]
    locales = [locale for language in languages if (locale := locale_of(language))]
    return frozenset(
        name.casefold()
        for locale in locales
        for code, name in locale.territories.items()
        if len(code) == 2
    )
