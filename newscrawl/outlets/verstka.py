"""Verstka: Russian investigations in exile. No page was at hand."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._wordpress import FEED

OUTLET = Outlet(
    name="verstka",
    title="Вёрстка",
    home="https://verstka.media",
    language="ru",
    timezone="Europe/Moscow",
    sources=(FEED,),
    articles=(r"^/(?P<key>[a-z0-9]+(?:-[a-z0-9]+){2,})/?$",),
)
