"""Yle: the news of Finland's public broadcaster, in Finnish."""

from newscrawl.outlet import Feed, Outlet

# Seen on two pages of 2019–2020. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="yle",
    title="Yle Uutiset",
    home="https://yle.fi",
    language="fi",
    timezone="Europe/Helsinki",
    sources=(Feed("/rss/uutiset/paauutiset"), Feed("/rss/uutiset/tuoreimmat")),
    articles=(r"^/(?:a|uutiset)/(?P<key>\d{1,2}-\d+)(?:\?origin=rss)?$",),
)
