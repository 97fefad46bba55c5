"""Global Voices: citizen media from all over the world, in English."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._dated import PERMALINK

OUTLET = Outlet(
    name="global_voices",
    title="Global Voices",
    home="https://globalvoices.org",
    language="en",
    sources=(Feed("/feed/"),),
    articles=(PERMALINK,),
    layouts=(Layout("single", body="#single"),),
    # What stands under its pictures looks like a paragraph.
    boilerplate=(Under("caption", "wp-caption-text"),),
)
