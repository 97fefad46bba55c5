"""Mediazona Belarus: the same pages by a newsroom of its own."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets.mediazona import ARTICLE, LAYOUT, RULES

OUTLET = Outlet(
    name="mediazona_belarus",
    title="Медиазона Беларусь",
    home="https://mediazona.by",
    language="ru",
    timezone="Europe/Minsk",
    sources=(Feed("/rss"),),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=RULES,
)
