"""The Namibian: a Namibian daily. Seen on two pages of 2023–2024, which name /feed/."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._wordpress import YOAST

OUTLET = Outlet(
    name="namibian",
    title="The Namibian",
    home="https://www.namibian.com.na",
    language="en",
    timezone="Africa/Windhoek",
    aliases=("ww2.namibian.com.na",),
    sources=YOAST,
    articles=(r"^/(?P<key>[a-z0-9]+(?:-[a-z0-9]+){3,})/?$",),
)
