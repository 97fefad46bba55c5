"""The Independent: a British daily without paper."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="independent",
    title="The Independent",
    home="https://www.independent.co.uk",
    language="en",
    timezone="Europe/London",
    sources=(Feed("/rss"), Feed("/news/world/rss"), Feed("/news/uk/rss")),
    articles=(r"^/[^?]+-(?P<key>b?\d+)\.html$",),
    layouts=(Layout("main", body="#main"),),
    fields={"lead": "#articleHeader h2"},
    boilerplate=(Under("newsletter", "newsletter-component"),),
)
