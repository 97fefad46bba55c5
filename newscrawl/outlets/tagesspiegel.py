"""Der Tagesspiegel: a Berlin daily."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on two pages of 2020–2024, which name /contentexport/feed/home.
OUTLET = Outlet(
    name="tagesspiegel",
    title="Tagesspiegel",
    home="https://www.tagesspiegel.de",
    language="de",
    timezone="Europe/Berlin",
    sources=(Feed("/contentexport/feed/home"), Sitemap("/news.xml")),
    articles=(r"^/[^?]+[-/](?P<key>\d{7,})\.html$",),
    boilerplate=(Says("consent", r"^Ich bin damit einverstanden, dass mir der externe Inhalt\b"),),
)
