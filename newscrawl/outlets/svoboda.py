"""Radio Svoboda: the Russian service of RFE/RL."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, PLACES, TOP_STORIES

OUTLET = Outlet(
    name="svoboda",
    title="Радио Свобода",
    home="https://www.svoboda.org",
    language="ru",
    timezone="Europe/Moscow",
    sources=(TOP_STORIES,),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=PLACES,
)
