"""Voice of America in English."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, PLACES, TOP_STORIES

OUTLET = Outlet(
    name="voa_news",
    title="Voice of America",
    home="https://www.voanews.com",
    language="en",
    timezone="America/New_York",
    sources=(TOP_STORIES,),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=PLACES,
)
