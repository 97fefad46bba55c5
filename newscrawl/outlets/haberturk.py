"""Habertürk: Turkish news. Seen on one page of 2024."""

from newscrawl.outlet import Outlet, Sitemap

OUTLET = Outlet(
    name="haberturk",
    title="Habertürk",
    home="https://www.haberturk.com",
    language="tr",
    timezone="Europe/Istanbul",
    sources=(Sitemap("/sitemap_google_news.xml"), Sitemap("/sitemap.xml")),
    articles=(r"^/[^/?]+-(?P<key>\d{6,8})$",),
)
