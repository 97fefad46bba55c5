"""Rzeczpospolita: a Warsaw daily. Seen on two pages of 2025–2026."""

from newscrawl.outlet import Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="rzeczpospolita",
    title="rp.pl",
    home="https://www.rp.pl",
    language="pl",
    timezone="Europe/Warsaw",
    sources=(Sitemap("/sitemaps/news-sitemap.xml"), Sitemap("/sitemaps/sitemap.xml")),
    articles=(r"^/[a-z-]+/art(?P<key>\d+)-[^/?]+$",),
    layouts=(Layout("blocks", body=".articleBodyBlock:not(.block--content--excerpt)"),),
    fields={"lead": ".article--lead, .blog--subtitle"},
)
