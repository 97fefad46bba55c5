"""Der Standard: an Austrian daily. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="der_standard",
    title="DER STANDARD",
    home="https://www.derstandard.at",
    language="de",
    timezone="Europe/Vienna",
    sources=(Feed("/rss"), Sitemap("/sitemaps/news.xml"), Sitemap("/sitemaps/sitemap.xml")),
    articles=(r"^/(?:story|jetzt/livebericht)/(?P<key>\d+)(?:/[^/?]+)?(?:\?ref=rss)?$",),
)
