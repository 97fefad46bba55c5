"""ANSA: the Italian news agency."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

# Seen on one page of 2020. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="ansa",
    title="ANSA",
    home="https://www.ansa.it",
    language="it",
    timezone="Europe/Rome",
    sources=(
        Feed("/sito/notizie/topnews/topnews_rss.xml"),
        Feed("/sito/notizie/mondo/mondo_rss.xml"),
        Feed("/sito/notizie/economia/economia_rss.xml"),
    ),
    articles=(rf"^/sito/[^?]+/{DATE}/[^/?]+_(?P<key>[0-9a-f]{{8}}-[0-9a-f-]{{27}})\.html$",),
)
