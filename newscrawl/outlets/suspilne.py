"""Suspilne: the news of Ukraine's public broadcaster."""

from newscrawl.outlet import Feed, Outlet

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="suspilne",
    title="Суспільне",
    home="https://suspilne.media",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(Feed("/rss/all.rss"),),
    articles=(r"^/(?:[a-z-]+/)?(?P<key>\d{4,})-[^/?]+/?$",),
)
