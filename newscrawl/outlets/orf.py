"""ORF: the news of Austria's public broadcaster. Seen on one page of 2024, which names the feed."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="orf",
    title="news.ORF.at",
    home="https://orf.at",
    language="de",
    timezone="Europe/Vienna",
    hosts=("rss.orf.at",),
    sources=(Feed("https://rss.orf.at/news.xml"),),
    articles=(r"^/stories/(?P<key>\d+)/?$",),
)
