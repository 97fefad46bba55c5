"""Zerkalo: Belarusian news in exile, by those who made TUT.BY. No page was at hand."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="zerkalo",
    title="Зеркало",
    home="https://news.zerkalo.io",
    language="ru",
    timezone="Europe/Minsk",
    sources=(Feed("/rss/all.rss"),),
    articles=(r"^/[a-z]+/(?P<key>\d+)\.html$",),
)
