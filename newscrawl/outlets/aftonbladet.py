"""Aftonbladet: a Swedish daily. Seen on two pages of 2026."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="aftonbladet",
    title="Aftonbladet",
    home="https://www.aftonbladet.se",
    language="sv",
    timezone="Europe/Stockholm",
    hosts=("rss.aftonbladet.se",),
    sources=(
        Feed("https://rss.aftonbladet.se/rss2/small/pages/sections/senastenytt/"),
        Sitemap("/sitemaps/files/articles-48hrs.xml"),
        Sitemap("/sitemap.xml"),
    ),
    articles=(r"^/[^?]+/a/(?P<key>[A-Za-z0-9]{5,7})(?:/[^/?]+)?$",),
)
