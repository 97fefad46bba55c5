"""Die Welt: a German daily. Seen on three pages of 2019–2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="welt",
    title="DIE WELT",
    home="https://www.welt.de",
    language="de",
    timezone="Europe/Berlin",
    sources=(
        Feed("/feeds/latest.rss"),
        Sitemap("/sitemaps/newssitemap/newssitemap.xml"),
        Sitemap("/sitemaps/sitemap/sitemap.xml"),
    ),
    articles=(r"^/[^?]+/(?:article|plus)(?P<key>\d+|[0-9a-f]{24})/[^/?]+\.html$",),
)
