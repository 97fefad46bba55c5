"""In which time zone a page prints times that have none."""

import re
from zoneinfo import ZoneInfo

from newscrawl import urls
from newscrawl.dates.zone_names import country_of, zones_of
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.page import Page

#: Countries of one zone by the code that hosts end with; not those that sites elsewhere end with.
_OF_ONE_ZONE = frozenset(
    "at ch li it fr nl be lu dk no se pl cz sk hu si hr ba rs me mk al uk ie fi ee lv lt md ro bg "
    "gr tr by ge am az kg il ir pk in lk bd np th vn kh sg ph hk tw jp kr za na bw zw ls ke tz ug "
    "et ng uy pe".split()
)
#: Of countries with several, the zone that nearly all live in.
_MAIN = {
    **{"de": "Europe/Berlin", "es": "Europe/Madrid", "ua": "Europe/Kyiv", "cy": "Asia/Nicosia"},
    **{"uz": "Asia/Tashkent", "kz": "Asia/Almaty", "cn": "Asia/Shanghai"},
    **{"my": "Asia/Kuala_Lumpur", "nz": "Pacific/Auckland", "ar": "America/Argentina/Buenos_Aires"},
}
_UTC = ZoneInfo("UTC")
#: Languages that are written in many countries.
_WORLDWIDE = frozenset("en es fr pt ar".split())
#: The region of a language tag.
_REGION = re.compile(r"^[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})$", re.IGNORECASE)


def zone_of_page(page: Page) -> ZoneInfo:
    """The zone of the country that the page is of, if it has one alone; else UTC."""
    country = page.once(country_of_page)
    if country in _MAIN:
        return ZoneInfo(_MAIN[country])
    return zones_of(country)[0] if country in _OF_ONE_ZONE else _UTC


def country_of_page(page: Page) -> str:
    """The country that the host or the page's language is of; empty where neither says so."""
    end = urls.host_of(page.url).partition(":")[0].rpartition(".")[2]
    if len(end) == 2:
        return end
    root = page.tree.root
    tags = ((root.attributes.get("lang") if root else None) or "", page.metas.get("og:locale", ""))
    found = filter(None, map(_REGION.search, tags))
    if region := next(found, None):
        return region[1].lower()
    # Where most of those live who write a language.
    language = language_of(page)
    return country_of(language) if language and language not in _WORLDWIDE else ""
