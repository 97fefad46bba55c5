"""Die Zeit: a German weekly and its daily news."""

from newscrawl.outlet import Feed, Outlet, Sitemap

#: The numbers are a month, a day, or the number of an issue.
_STORY = r"(?:[a-z-]+/)*\d{4}[-/]\d{2}/(?:\d{2}/)?(?=[^/?]*-)[^/?]+"

# Seen on two pages of 2019–2023, which name https://newsfeed.zeit.de/index.
OUTLET = Outlet(
    name="zeit",
    title="ZEIT ONLINE",
    home="https://www.zeit.de",
    language="de",
    timezone="Europe/Berlin",
    hosts=("newsfeed.zeit.de",),
    sources=(
        Feed("https://newsfeed.zeit.de/index"),
        Feed("https://newsfeed.zeit.de/news/index"),
        Sitemap("/gsitemaps/index.xml"),
    ),
    articles=(rf"^/(?P<key>{_STORY})(?:/(?:komplettansicht|seite-\d+))?$",),
)
