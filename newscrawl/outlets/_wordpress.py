"""Where the sites that WordPress makes list their articles. Their addresses are in ``_dated``."""

from newscrawl.outlet import Feed, Sitemap

FEED = Feed("/feed/")
#: With the plugin Yoast, which most of them have; the news sitemap is an addition to it.
YOAST = (FEED, Sitemap("/sitemap_index.xml"))
NEWS = Sitemap("/news-sitemap.xml")
