"""ANSA: the Italian news agency. Seen on one page of 2020."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

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
