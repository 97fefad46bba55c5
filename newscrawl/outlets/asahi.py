"""Asahi Shimbun: a Japanese daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on two pages of 2019–2025. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="asahi",
    title="朝日新聞",
    home="https://www.asahi.com",
    language="ja",
    timezone="Asia/Tokyo",
    sources=(Feed("/rss/asahi/newsheadlines.rdf"), Sitemap("/sitemap.xml")),
    articles=(r"^/articles/(?P<key>[A-Z0-9]{12,20})\.html$",),
)
