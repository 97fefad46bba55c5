"""El País: a Spanish daily. Seen on one page of 2024, which names the feed of internacional."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DASHED

_FEEDS = "https://feeds.elpais.com/mrss-s/"

OUTLET = Outlet(
    name="el_pais",
    title="EL PAÍS",
    home="https://elpais.com",
    language="es",
    timezone="Europe/Madrid",
    hosts=("feeds.elpais.com",),
    sources=(
        Feed(f"{_FEEDS}pages/ep/site/elpais.com/portada"),
        Feed(f"{_FEEDS}list/ep/site/elpais.com/section/internacional"),
    ),
    articles=(rf"^/(?P<key>(?:[a-z-]+/)+{DASHED}/[^/?]+)\.html$",),
)
