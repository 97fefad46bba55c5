"""Global Voices: citizen media from all over the world, in English."""

from newscrawl.boilerplate import Rule, Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._dated import PERMALINK

#: How an article's page is read in every language.
LAYOUT = Layout("single", body="#single")
#: What stands under its pictures looks like a paragraph.
CAPTIONS: Rule = Under("caption", "wp-caption-text")

OUTLET = Outlet(
    name="global_voices",
    title="Global Voices",
    home="https://globalvoices.org",
    language="en",
    sources=(Feed("/feed/"),),
    articles=(PERMALINK,),
    layouts=(LAYOUT,),
    boilerplate=(CAPTIONS,),
)
