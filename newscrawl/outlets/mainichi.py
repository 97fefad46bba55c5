"""Mainichi Shimbun: a Japanese daily. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import COMPACT

OUTLET = Outlet(
    name="mainichi",
    title="毎日新聞",
    home="https://mainichi.jp",
    language="ja",
    timezone="Asia/Tokyo",
    sources=(Feed("/rss/etc/mainichi-flash.rss"),),
    articles=(rf"^/articles/(?P<key>{COMPACT}/[a-z0-9]{{3}}/[a-z0-9]{{3}}/\d{{3}}/\d{{6}}[a-z])$",),
)
