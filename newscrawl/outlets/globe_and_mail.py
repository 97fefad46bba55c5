"""The Globe and Mail: a Canadian daily. Seen on three pages of 2023–2024."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._arc import ALL, NEWS

OUTLET = Outlet(
    name="globe_and_mail",
    title="The Globe and Mail",
    home="https://www.theglobeandmail.com",
    language="en",
    timezone="America/Toronto",
    sources=(NEWS, ALL),
    articles=(r"^/(?P<key>(?:[a-z0-9-]+/)+article-[^/?]+)/?$",),
)
