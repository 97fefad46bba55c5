"""elDiario.es: a Spanish daily without paper. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap

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
