"""The Washington Post: an American daily. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="washington_post",
    title="The Washington Post",
    home="https://www.washingtonpost.com",
    language="en",
    timezone="America/New_York",
    hosts=("feeds.washingtonpost.com",),
    sources=(
        Feed("https://feeds.washingtonpost.com/rss/world"),
        Feed("https://feeds.washingtonpost.com/rss/national"),
        Sitemap("/sitemaps/news-sitemap.xml.gz"),
        Sitemap("/sitemaps/sitemap.xml.gz"),
    ),
    articles=(rf"^/(?P<key>(?:[a-z0-9-]+/)+{DATE}/[^/?]+)/?$",),
)
