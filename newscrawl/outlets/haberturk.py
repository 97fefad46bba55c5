"""Habertürk: Turkish news."""

from newscrawl.outlet import Outlet, Sitemap

# Seen on one page of 2024. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="haberturk",
    title="Habertürk",
    home="https://www.haberturk.com",
    language="tr",
    timezone="Europe/Istanbul",
    sources=(Sitemap("/sitemap_google_news.xml"), Sitemap("/sitemap.xml")),
    articles=(r"^/[^/?]+-(?P<key>\d{6,8})$",),
)
