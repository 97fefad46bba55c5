"""Der Spiegel: a German weekly and its daily news, in German and in English."""

from newscrawl.boilerplate import Run, Says, Under
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="spiegel",
    title="DER SPIEGEL",
    home="https://www.spiegel.de",
    # English pages, below ``/international``, say that they are English.
    language="de",
    timezone="Europe/Berlin",
    sources=(
        Feed("/schlagzeilen/index.rss"),
        Feed("/international/index.rss"),
        Sitemap("/sitemaps/news-de.xml"),
        Sitemap("/sitemap.xml"),
    ),
    articles=(r"^/[^?]+[/-]a-(?P<key>[0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?:\.html)?$",),
    layouts=(Layout("body", body="[data-article-el='body']", ignore="[data-app-hidden='true']"),),
    boilerplate=(
        Under("teaser", "<aside>"),
        Says("tools", r"^(?:Kommentare öffnen|Zur Merkliste hinzufügen)$"),
        Run("related", (r"^Mehr zum Thema$", r"^.{1,200}(?<!\.)$")),
    ),
)
