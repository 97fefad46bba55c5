"""In which time zone a page prints times that have none."""

import re
from zoneinfo import ZoneInfo

from newscrawl.dates.zone_names import country_of
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.page import Page

#: Countries of one zone, by the code that hosts end with.
_OF_COUNTRY = {
    end: zone
    for zone, ends in {
        "Europe/Berlin": "de at ch li it fr nl be lu dk no se pl cz sk hu si hr ba rs me mk al",
        "Europe/London": "uk ie",
        "Europe/Madrid": "es",
        "Europe/Helsinki": "fi ee lv lt ua md ro bg gr cy",
        "Europe/Istanbul": "tr",
        "Europe/Minsk": "by",
        "Asia/Tbilisi": "ge",
        "Asia/Yerevan": "am",
        "Asia/Baku": "az",
        "Asia/Tashkent": "uz",
        "Asia/Bishkek": "kg",
        "Asia/Almaty": "kz",
        "Asia/Jerusalem": "il",
        "Asia/Tehran": "ir",
        "Asia/Karachi": "pk",
        "Asia/Kolkata": "in lk",
        "Asia/Dhaka": "bd",
        "Asia/Kathmandu": "np",
        "Asia/Bangkok": "th vn kh",
        "Asia/Singapore": "sg my ph hk tw cn",
        "Asia/Tokyo": "jp",
        "Asia/Seoul": "kr",
        "Africa/Johannesburg": "za na bw zw ls",
        "Africa/Nairobi": "ke tz ug et",
        "Africa/Lagos": "ng",
        "Pacific/Auckland": "nz",
        "America/Argentina/Buenos_Aires": "ar uy",
        "America/Bogota": "pe",
    }.items()
    for end in ends.split()
}
_UTC = ZoneInfo("UTC")
#: Languages that are written in many countries.
_WORLDWIDE = frozenset("en es fr pt ar".split())
#: The region of a language tag.
_REGION = re.compile(r"^[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})$", re.IGNORECASE)


def zone_of_page(page: Page) -> ZoneInfo:
    """The zone of the country that the page is of, if it has one alone; else UTC."""
    name = _OF_COUNTRY.get(page.once(country_of_page))
    return ZoneInfo(name) if name else _UTC


def country_of_page(page: Page) -> str:
    """The country that the host or the page's language is of; empty where neither says so."""
    end = (
        page.url.split("/")[2].partition(":")[0].rpartition(".")[2]
        if page.url.count("/") > 1
        else ""
    )
    if len(end) == 2:
        return end.lower()
    root = page.tree.root
    tags = ((root.attributes.get("lang") if root else None) or "", page.metas.get("og:locale", ""))
    found = filter(None, map(_REGION.search, tags))
    return next((region[1].lower() for region in found), "") or _home(language_of(page))


def _home(language: str | None) -> str:
    """The country where most of those live who write a language, but for the world's languages."""
    return country_of(language) if language and language not in _WORLDWIDE else ""
