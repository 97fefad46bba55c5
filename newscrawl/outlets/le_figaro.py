"""Le Figaro: a French daily. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import COMPACT

OUTLET = Outlet(
    name="le_figaro",
    title="Le Figaro",
    home="https://www.lefigaro.fr",
    language="fr",
    timezone="Europe/Paris",
    hosts=("sitemaps.lefigaro.fr",),
    sources=(
        Feed("/rss/figaro_actualites.xml"),
        Feed("/rss/figaro_flash-actu.xml"),
        Sitemap("/sitemap_news.xml"),
        Sitemap("https://sitemaps.lefigaro.fr/lefigaro.fr/articles.xml"),
    ),
    articles=(rf"^/(?P<key>(?:[a-z-]+/)+[^/?]+-{COMPACT})$",),
)
