"""Jyllands-Posten: a Danish daily. Seen on one page of 2025."""

from newscrawl.outlet import Outlet, Sitemap

OUTLET = Outlet(
    name="jyllands_posten",
    title="Jyllands-Posten",
    home="https://jyllands-posten.dk",
    language="da",
    timezone="Europe/Copenhagen",
    sources=(Sitemap("/sitemapindex.xml"),),
    articles=(r"^/(?:[a-z-]+/)*ECE(?P<key>\d+)(?:/[^/?]+)?/?$",),
)
