"""CBC: the news of Canada's public broadcaster, in English. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="cbc",
    title="CBC",
    home="https://www.cbc.ca",
    language="en",
    timezone="America/Toronto",
    sources=(*(Feed(f"/webfeed/rss/rss-{name}") for name in ("topstories", "world", "canada")),),
    articles=(r"^/[a-z]+/[^?]+-(?P<key>\d\.\d{6,8})(?:\?cmp=rss)?$",),
    layouts=(Layout("story", body=".story"),),
)
