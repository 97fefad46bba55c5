"""Asahi Shimbun: a Japanese daily. Seen on two pages of 2019–2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="asahi",
    title="朝日新聞",
    home="https://www.asahi.com",
    language="ja",
    timezone="Asia/Tokyo",
    sources=(Feed("/rss/asahi/newsheadlines.rdf"), Sitemap("/sitemap.xml")),
    articles=(r"^/articles/(?P<key>[A-Z0-9]{12,20})\.html$",),
)
