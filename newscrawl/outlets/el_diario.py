"""elDiario.es: a Spanish daily without paper."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on one page of 2025. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="el_diario",
    title="ElDiario.es",
    home="https://www.eldiario.es",
    language="es",
    timezone="Europe/Madrid",
    sources=(
        Feed("/rss/"),
        Sitemap("/sitemap_google_news_25b87.xml"),
        Sitemap("/sitemap_index_25b87.xml"),
    ),
    articles=(r"^/[^?]+_\d+_(?P<key>\d+)\.html$",),
)
