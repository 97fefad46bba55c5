"""CORRECTIV: German investigations, paid for by readers."""

from newscrawl.boilerplate import Field, Says, Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="correctiv",
    title="CORRECTIV",
    home="https://correctiv.org",
    language="de",
    timezone="Europe/Berlin",
    sources=(Feed("/feed/"),),
    articles=(rf"^/(?P<key>(?:[a-z-]+/){{1,2}}{DATE}/[^/?]+)/?$",),
    layouts=(Layout("detail", body=".detail__content"),),
    boilerplate=(
        # Links to other texts, newsletters and pleas all come the same way.
        Under("placement", "corre-entity-placement"),
        Under("newsletter", "newsletter"),
        Says("editing", r"^Redaktion: \S", fills=Field.CREDITS),
    ),
)
