"""ORF: the news of Austria's public broadcaster."""

from newscrawl.outlet import Feed, Outlet

# Seen on one page of 2024. It names the feed, which was not asked.
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
