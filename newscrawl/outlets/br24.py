"""BR24: the news of Bavaria's public broadcaster. Seen on three pages of 2024–2026."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="br24",
    title="BR24",
    home="https://www.br.de",
    language="de",
    timezone="Europe/Berlin",
    sources=(Sitemap("/nachrichten/sitemaps/news.xml"),),
    articles=(r"^/nachrichten/[a-z-]+/[^/?]+,(?P<key>[A-Za-z0-9]{7})$",),
    layouts=(Layout("article", body="#articlebody"),),
    fields={"lead": "[class^='ArticleModuleTeaser_teaserText']"},
    boilerplate=(
        Says("newsletter", r"^\"Hier ist Bayern\": Der BR24 Newsletter\b"),
        Says("label", r"^Das ist die Europäische Perspektive bei BR24\.$"),
        Says("related", r"^Zum Artikel:"),
    ),
)
