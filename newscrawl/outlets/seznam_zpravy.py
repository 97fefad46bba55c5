"""Seznam Zprávy: Czech news. Seen on three pages of 2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="seznam_zpravy",
    title="Seznam Zprávy",
    home="https://www.seznamzpravy.cz",
    language="cs",
    timezone="Europe/Prague",
    sources=(
        Feed("/rss"),
        Sitemap("/sitemaps/sitemap_news.xml"),
        Sitemap("/sitemaps/sitemap_articles.xml"),
    ),
    articles=(r"^/clanek/[^/?]+-(?P<key>\d+)$",),
)
