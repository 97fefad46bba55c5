"""La Vanguardia: a Barcelona daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import COMPACT

# Seen on two pages of 2025–2026. Feeds and sitemaps are publicly known; none was asked.
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
