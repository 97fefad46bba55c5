"""BBC News, with its Russian and its Ukrainian service. Seen on two pages of 2024–2026."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="bbc",
    title="BBC",
    home="https://www.bbc.com",
    # Each page says its language.
    language="en",
    timezone="Europe/London",
    aliases=("www.bbc.co.uk",),
    hosts=("feeds.bbci.co.uk",),
    sources=(
        Feed("https://feeds.bbci.co.uk/news/rss.xml"),
        Feed("https://feeds.bbci.co.uk/russian/rss.xml"),
        Feed("https://feeds.bbci.co.uk/ukrainian/rss.xml"),
        Sitemap("/sitemaps/https-index-com-news.xml"),
    ),
    articles=(
        r"^/(?:[a-z-]+/){1,2}articles/(?P<key>c[a-z0-9]{8,13}o)$",
        r"^/(?:news|russian|ukrainian)/(?:[a-z-]+-)?(?P<key>\d{8})$",
    ),
)
