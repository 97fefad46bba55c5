"""Mediazona: Russian courts, prisons and war, from exile."""

from newscrawl.boilerplate import Field, Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._css import outermost
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="mediazona",
    title="Медиазона",
    home="https://zona.media",
    language="ru",
    timezone="Europe/Moscow",
    aliases=("mediazona.ca",),
    sources=(Feed("/rss"),),
    articles=(rf"^/(?P<key>[a-z-]+/{DATE}/[^/?]+)$",),
    layouts=(Layout("publish", body=outermost("[class*='mz-publish__wrapper']")),),
    boilerplate=(Under("legal-label", "mz-agent-banner*", fills=Field.LEGAL_LABEL),),
)
