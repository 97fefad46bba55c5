"""TASS: Russia's state news agency, in Russian. Seen on one page of 2020."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="tass",
    title="ТАСС",
    home="https://tass.ru",
    language="ru",
    timezone="Europe/Moscow",
    sources=(Feed("/rss/v2.xml"),),
    articles=(r"^/[a-z-]+/(?P<key>\d+)/?$",),
)
