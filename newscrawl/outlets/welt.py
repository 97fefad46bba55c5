"""Die Welt: a German daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on three pages of 2019–2024. Feeds and sitemaps are publicly known; none was asked.
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
