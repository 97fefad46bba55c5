"""The Globe and Mail: a Canadian daily."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._arc import ALL, NEWS

# Seen on three pages of 2023–2024. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="globe_and_mail",
    title="The Globe and Mail",
    home="https://www.theglobeandmail.com",
    language="en",
    timezone="America/Toronto",
    sources=(NEWS, ALL),
    articles=(r"^/(?P<key>(?:[a-z0-9-]+/)+article-[^/?]+)/?$",),
)
