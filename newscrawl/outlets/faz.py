"""Frankfurter Allgemeine Zeitung: a German daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on three pages of 2023–2025, which name /rss/aktuell/.
OUTLET = Outlet(
    name="faz",
    title="FAZ.NET",
    home="https://www.faz.net",
    language="de",
    timezone="Europe/Berlin",
    sources=(Feed("/rss/aktuell/"), Sitemap("/sitemap-news.xml"), Sitemap("/sitemap-index.xml")),
    articles=(r"^/(?:[a-z0-9-]+/)+[^/?]+-(?P<key>\d{8,9})\.html$",),
)
