"""openDemocracy: a British outlet for debate and investigations."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="open_democracy",
    title="openDemocracy",
    home="https://www.opendemocracy.net",
    language="en",
    timezone="Europe/London",
    sources=(Feed("/en/rss.xml"),),
    # Sections have one word or two, articles three or more.
    articles=(r"^/(?P<key>en/(?:[a-z0-9-]+/){0,2}[a-z0-9]+-[a-z0-9]+-[a-z0-9-]+)/?$",),
    layouts=(Layout("article", body=".article-page__middle-column"),),
    boilerplate=(Under("donation", "donation-cta-content*"),),
)
