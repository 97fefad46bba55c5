"""POLITICO Europe: the politics of the European Union."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._wordpress import NEWS, YOAST

# Seen on one page of 2025, which names /feed/.
OUTLET = Outlet(
    name="politico_eu",
    title="POLITICO",
    home="https://www.politico.eu",
    language="en",
    timezone="Europe/Brussels",
    sources=(*YOAST, NEWS),
    articles=(r"^/(?P<key>article/[^/?]+)/?$",),
)
