"""In which time zone a page prints times that have none."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl import urls

#: Countries of one zone, by the end of a host name.
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


def zone_of(url: str) -> ZoneInfo:
    """The zone of the country that the host is in, if it has one alone; else UTC."""
    host = (urlsplit(url).hostname or "") if urls.host_of(url) else ""
    name = _OF_COUNTRY.get(host.rpartition(".")[2])
    return ZoneInfo(name) if name else _UTC
