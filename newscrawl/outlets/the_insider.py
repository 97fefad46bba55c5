"""The Insider: Russian investigations from exile."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="the_insider",
    title="The Insider",
    home="https://theins.ru",
    language="ru",
    timezone="Europe/Moscow",
    sources=(Feed("/feed"),),
    articles=(r"^/(?P<key>(?:en/)?[a-z-]+/\d+)$",),
    layouts=(Layout("article", body="#articleContainer", ignore="h1, .topads, [id^='via_']"),),
    boilerplate=(
        Under("share", "post-share"),
        Under("opinions", "author-opinions"),
        Under("banner", "content-banner"),
    ),
)
