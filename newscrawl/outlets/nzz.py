"""Neue Zürcher Zeitung: a Swiss daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on three pages of 2019–2024. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="nzz",
    title="NZZ",
    home="https://www.nzz.ch",
    language="de",
    timezone="Europe/Zurich",
    sources=(Feed("/recent.rss"), Sitemap("/sitemap/news0.xml"), Sitemap("/sitemap.xml")),
    articles=(r"^/[^?]+[-/](?P<key>ld\.\d+)$",),
)
