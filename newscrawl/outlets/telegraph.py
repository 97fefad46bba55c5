"""The Telegraph: a British daily. Seen on twelve pages of 2012–2024."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="telegraph",
    title="The Telegraph",
    home="https://www.telegraph.co.uk",
    language="en",
    timezone="Europe/London",
    sources=(Feed("/rss.xml"), Sitemap("/custom/daily-news/sitemap.xml"), Sitemap("/sitemap.xml")),
    articles=(
        rf"^/(?P<key>(?:[a-z0-9-]+/)+{DATE}/[^/?]+)/?$",
        # Guides, and what is kept up to date, have no date.
        r"^/(?P<key>(?:[a-z-]+/){2,4}[a-z0-9]+(?:-[a-z0-9]+){3,})/?$",
        # Until 2016.
        r"^/[^?]+/(?P<key>\d{7,8})/[^/?]+\.html$",
    ),
    layouts=(Layout("story", body="[itemprop='articleBody']"),),
    boilerplate=(
        # Between the posts of live blogs.
        Says("time", r"^\d{1,2}:\d{2}[ap]m$"),
    ),
)
