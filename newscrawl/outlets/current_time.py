"""Current Time: the Russian-language channel of RFE/RL and VOA."""

from dataclasses import replace

from newscrawl.outlet import Feed
from newscrawl.outlets._pangea import SITE, TOP_STORIES

OUTLET = replace(
    SITE,
    name="current_time",
    title="Настоящее Время",
    home="https://www.currenttime.tv",
    language="ru",
    timezone="Europe/Prague",
    sources=(TOP_STORIES, Feed("/api/zgbip_l-vomx-tpe-v_py")),
)
