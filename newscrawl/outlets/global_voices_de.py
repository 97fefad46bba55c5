"""Global Voices in German: translations, with addresses of their own."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import PERMALINK
from newscrawl.outlets.global_voices import CAPTIONS, LAYOUT

OUTLET = Outlet(
    name="global_voices_de",
    title="Global Voices auf Deutsch",
    home="https://de.globalvoices.org",
    language="de",
    sources=(Feed("/feed/"),),
    articles=(PERMALINK,),
    layouts=(LAYOUT,),
    boilerplate=(
        CAPTIONS,
        Says("related", r"^Mehr lesen: ?\S"),
    ),
)
