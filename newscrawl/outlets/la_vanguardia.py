"""La Vanguardia: a Barcelona daily. Seen on two pages of 2025–2026."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import COMPACT

OUTLET = Outlet(
    name="la_vanguardia",
    title="La Vanguardia",
    home="https://www.lavanguardia.com",
    language="es",
    timezone="Europe/Madrid",
    sources=(
        Feed("/rss/home.xml"),
        Feed("/rss/internacional.xml"),
        Sitemap("/sitemap-google-news.xml"),
        Sitemap("/sitemap-news-agencias.xml"),
    ),
    articles=(rf"^/[^?]+/{COMPACT}/(?P<key>\d+)/[^/?]+\.html$",),
)
