"""Yomiuri Shimbun: a Japanese daily. Seen on two pages of 2019–2024."""

from newscrawl.outlet import Outlet, Sitemap
from newscrawl.outlets._dated import COMPACT

OUTLET = Outlet(
    name="yomiuri",
    title="読売新聞",
    home="https://www.yomiuri.co.jp",
    language="ja",
    timezone="Asia/Tokyo",
    sources=(Sitemap("/sitemap-news-latest.xml"), Sitemap("/sitemap.xml")),
    articles=(rf"^/(?:[a-z-]+/)+(?P<key>{COMPACT}-[A-Z0-9]+)/?$",),
)
