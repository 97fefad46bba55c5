"""Yle: the news of Finland's public broadcaster, in Finnish. Seen on two pages of 2019–2020."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="yle",
    title="Yle Uutiset",
    home="https://yle.fi",
    language="fi",
    timezone="Europe/Helsinki",
    sources=(Feed("/rss/uutiset/paauutiset"), Feed("/rss/uutiset/tuoreimmat")),
    articles=(r"^/(?:a|uutiset)/(?P<key>\d{1,2}-\d+)(?:\?origin=rss)?$",),
)
