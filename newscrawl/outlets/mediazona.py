"""Mediazona: Russian courts, prisons and war, from exile."""

from newscrawl.boilerplate import Field, Rule, Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._css import outermost
from newscrawl.outlets._dated import DATE

#: How an article's page is read, in Russia and in Belarus.
ARTICLE = rf"^/(?P<key>[a-z-]+/{DATE}/[^/?]+)$"
LAYOUT = Layout("publish", body=outermost("[class*='mz-publish__wrapper']"))
RULES: tuple[Rule, ...] = (Under("legal-label", "mz-agent-banner*", fills=Field.LEGAL_LABEL),)

OUTLET = Outlet(
    name="mediazona",
    title="Медиазона",
    home="https://zona.media",
    language="ru",
    timezone="Europe/Moscow",
    aliases=("mediazona.ca",),
    sources=(Feed("/rss"),),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=RULES,
)
