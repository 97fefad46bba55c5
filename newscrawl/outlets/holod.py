"""Holod: Russian reporting in exile. No page was at hand."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._dated import PERMALINK
from newscrawl.outlets._wordpress import FEED

OUTLET = Outlet(
    name="holod",
    title="Холод",
    home="https://holod.media",
    language="ru",
    timezone="Europe/Moscow",
    sources=(FEED,),
    articles=(PERMALINK,),
)
