"""Where the sites that Arc makes list their articles."""

from newscrawl.outlet import Sitemap

NEWS = Sitemap("/arc/outboundfeeds/news-sitemap-index/?outputType=xml")
ALL = Sitemap("/arc/outboundfeeds/sitemap-index/?outputType=xml")
