"""Corriere della Sera: a Milan daily. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="corriere",
    title="Corriere della Sera",
    home="https://www.corriere.it",
    language="it",
    timezone="Europe/Rome",
    sources=(Feed("/rss/homepage.xml"), Feed("/rss/ultimora.xml"), Sitemap("/rss/sitemap_v2.xml")),
    articles=(
        # A UUID, whose last letters may be any.
        r"^/[^?]+/\d{2}_[a-z]+_\d{2}/[^/?]+-(?P<key>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-\w{12})\.shtml$",
    ),
)
