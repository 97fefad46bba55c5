"""Important Stories: Russian investigations in exile. No page was at hand."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="istories",
    title="Важные истории",
    home="https://istories.media",
    # Each page says its language.
    language="ru",
    timezone="Europe/Moscow",
    sources=(Feed("/rss/all.xml"),),
    articles=(rf"^/(?P<key>(?:en/)?[a-z]+/{DATE}/[^/?]+)/?$",),
)
