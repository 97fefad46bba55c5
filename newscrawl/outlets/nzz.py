"""Neue Zürcher Zeitung: a Swiss daily. Seen on three pages of 2019–2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="nzz",
    title="NZZ",
    home="https://www.nzz.ch",
    language="de",
    timezone="Europe/Zurich",
    sources=(Feed("/recent.rss"), Sitemap("/sitemap/news0.xml"), Sitemap("/sitemap.xml")),
    articles=(r"^/[^?]+[-/](?P<key>ld\.\d+)$",),
)
