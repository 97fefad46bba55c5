"""TASS: Russia's state news agency, in Russian."""

from newscrawl.outlet import Feed, Outlet

# Seen on one page of 2020. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="tass",
    title="ТАСС",
    home="https://tass.ru",
    language="ru",
    timezone="Europe/Moscow",
    sources=(Feed("/rss/v2.xml"),),
    articles=(r"^/[a-z-]+/(?P<key>\d+)/?$",),
)
