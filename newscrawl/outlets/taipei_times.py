"""Taipei Times: a Taiwanese daily in English. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Layout, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="taipei_times",
    title="Taipei Times",
    home="https://www.taipeitimes.com",
    language="en",
    timezone="Asia/Taipei",
    sources=(Feed("/xml/index.rss"), Sitemap("/sitemapIndex.xml")),
    articles=(rf"^/News/[a-z]+/archives/{DATE}/(?P<key>\d+)/?$",),
    layouts=(Layout("archives", body=".archives", ignore="h1, .name, .imgboxa"),),
)
