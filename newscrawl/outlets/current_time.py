"""Current Time: the Russian-language channel of RFE/RL and VOA."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, PLACES, TOP_STORIES

OUTLET = Outlet(
    name="current_time",
    title="Настоящее Время",
    home="https://www.currenttime.tv",
    language="ru",
    timezone="Europe/Prague",
    sources=(TOP_STORIES, Feed("/api/zgbip_l-vomx-tpe-v_py")),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=PLACES,
)
