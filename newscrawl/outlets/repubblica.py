"""la Repubblica: a Rome daily with editions of eight other cities. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

_CITIES = "bari bologna firenze genova milano napoli palermo roma torino".split()

OUTLET = Outlet(
    name="repubblica",
    title="la Repubblica",
    home="https://www.repubblica.it",
    language="it",
    timezone="Europe/Rome",
    hosts=tuple(f"{city}.repubblica.it" for city in _CITIES),
    sources=(Feed("/rss/homepage/rss2.0.xml"),),
    articles=(rf"^/[^?]+/{DATE}/news/[^/?]+-(?P<key>\d+)/?$",),
)
