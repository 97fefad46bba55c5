"""Los Angeles Times: an American daily. Seen on one page of 2023."""

from newscrawl.outlet import Outlet, Sitemap
from newscrawl.outlets._dated import DASHED

OUTLET = Outlet(
    name="los_angeles_times",
    title="Los Angeles Times",
    home="https://www.latimes.com",
    language="en",
    timezone="America/Los_Angeles",
    sources=(Sitemap("/news-sitemap.xml"), Sitemap("/sitemap.xml")),
    articles=(rf"^/(?P<key>[^?]+/story/{DASHED}/[^/?]+)$",),
)
