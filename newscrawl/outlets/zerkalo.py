"""Zerkalo: Belarusian news in exile, by those who made TUT.BY."""

from newscrawl.outlet import Feed, Outlet

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="zerkalo",
    title="Зеркало",
    home="https://news.zerkalo.io",
    language="ru",
    timezone="Europe/Minsk",
    sources=(Feed("/rss/all.rss"),),
    articles=(r"^/[a-z]+/(?P<key>\d+)\.html$",),
)
