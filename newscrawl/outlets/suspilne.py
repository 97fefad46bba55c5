"""Suspilne: the news of Ukraine's public broadcaster. No page was at hand."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="suspilne",
    title="Суспільне",
    home="https://suspilne.media",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(Feed("/rss/all.rss"),),
    articles=(r"^/(?:[a-z-]+/)?(?P<key>\d{4,})-[^/?]+/?$",),
)
