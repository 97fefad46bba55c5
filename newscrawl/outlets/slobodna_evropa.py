"""Radio Slobodna Evropa: the Balkan service of RFE/RL."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, PLACES, TOP_STORIES

OUTLET = Outlet(
    name="slobodna_evropa",
    title="Radio Slobodna Evropa",
    home="https://www.slobodnaevropa.org",
    language="bs",
    timezone="Europe/Sarajevo",
    sources=(TOP_STORIES,),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=PLACES,
)
