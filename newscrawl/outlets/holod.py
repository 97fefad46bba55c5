"""Holod: Russian reporting in exile."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._dated import PERMALINK
from newscrawl.outlets._wordpress import FEED

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="holod",
    title="Холод",
    home="https://holod.media",
    language="ru",
    timezone="Europe/Moscow",
    sources=(FEED,),
    articles=(PERMALINK,),
)
