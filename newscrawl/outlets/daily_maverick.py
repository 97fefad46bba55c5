"""Daily Maverick: South African investigations and news. Seen on two pages of 2025–2026."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._dated import DASHED
from newscrawl.outlets._wordpress import NEWS, YOAST

OUTLET = Outlet(
    name="daily_maverick",
    title="Daily Maverick",
    home="https://www.dailymaverick.co.za",
    language="en",
    timezone="Africa/Johannesburg",
    sources=(*YOAST, NEWS),
    articles=(rf"^/(?P<key>(?:article|opinionista)/{DASHED}-[^/?]+)/?$",),
)
