"""Radio Svoboda: the Ukrainian service of RFE/RL."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, PLACES, TOP_STORIES

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="radio_svoboda",
    title="Радіо Свобода",
    home="https://www.radiosvoboda.org",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(TOP_STORIES, Feed("/api/zrqiteuuir")),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=PLACES,
)
