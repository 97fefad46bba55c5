"""LRT: the news of Lithuania's public broadcaster."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="lrt",
    title="lrt.lt",
    home="https://www.lrt.lt",
    language="lt",
    timezone="Europe/Vilnius",
    sources=(Feed("/?rss"),),
    articles=(r"^/(?:[a-z-]+/){1,2}\d+/(?P<key>\d+)/[^/?]+$",),
    layouts=(Layout("article", body=".article-content", ignore=".banner-block"),),
    boilerplate=(Under("related", "also-read-news"), Under("caption", "media-block__description")),
)
