"""Le Monde: a French daily."""

from newscrawl.boilerplate import Says, Under
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="le_monde",
    title="Le Monde",
    home="https://www.lemonde.fr",
    language="fr",
    timezone="Europe/Paris",
    sources=(Feed("/rss/une.xml"), Sitemap("/sitemap_news.xml"), Sitemap("/sitemap_index.xml")),
    # The first number is the article's, the second its section's.
    articles=(rf"^/[a-z0-9-]+/article/{DATE}/[^/?]+_(?P<key>\d+)_\d+\.html$",),
    layouts=(Layout("article", body=".article__content"),),
    boilerplate=(
        Under("related", "catcher"),
        Under("related-video", "related-content--video"),
        Under("services", "services"),
        Under("paywall", "js-capping"),
        Under("reuse", "reuse__content"),
        Under("gift", "article__gift-modal"),
        Says("related-words", r"^Lire aussi\b"),
    ),
)
