"""Eurasianet: the Caucasus and Central Asia, in English."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="eurasianet",
    title="Eurasianet",
    home="https://eurasianet.org",
    language="en",
    timezone="America/New_York",
    sources=(Feed("/rss.xml"),),
    # Articles stand at the root, as "about" does: those have three words or more.
    articles=(r"^/(?P<key>[a-z0-9]+-[a-z0-9]+-[a-z0-9-]+)/?$",),
)
