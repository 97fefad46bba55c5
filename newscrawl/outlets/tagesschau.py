"""tagesschau: the news of Germany's public broadcasters."""

from newscrawl.boilerplate import Says, Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="tagesschau",
    title="tagesschau.de",
    home="https://www.tagesschau.de",
    language="de",
    timezone="Europe/Berlin",
    sources=(Feed("/xml/rss2/"),),
    articles=(r"^/(?P<key>[^?]+-\d{2,3})\.html$",),
    layouts=(Layout("article", body="article.container", ignore=".seitenkopf"),),
    boilerplate=(
        Under("related", "copytext-element-wrapper--overlap"),
        Under("footer", "meldungsfooter"),
        Says("byline", r"^Von (?-i:[A-ZÄÖÜ])\S{1,30} (?-i:[A-ZÄÖÜ])[^.]{1,60}$"),
    ),
)
