"""Jyllands-Posten: a Danish daily."""

from newscrawl.outlet import Outlet, Sitemap

# Seen on one page of 2025. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="jyllands_posten",
    title="Jyllands-Posten",
    home="https://jyllands-posten.dk",
    language="da",
    timezone="Europe/Copenhagen",
    sources=(Sitemap("/sitemapindex.xml"),),
    articles=(r"^/(?:[a-z-]+/)*ECE(?P<key>\d+)(?:/[^/?]+)?/?$",),
)
