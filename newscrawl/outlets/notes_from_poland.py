"""Notes from Poland: Polish news in English."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import PERMALINK

OUTLET = Outlet(
    name="notes_from_poland",
    title="Notes From Poland",
    home="https://notesfrompoland.com",
    language="en",
    timezone="Europe/Warsaw",
    sources=(Feed("/feed/"),),
    articles=(PERMALINK,),
    # The appeals stand before, between and behind the paragraphs.
    boilerplate=(
        Says(
            "support", r"^Notes from Poland is run by a small editorial team and (?:is )?published"
        ),
        Says(
            "support",
            r"^We are an independent, nonprofit media outlet, funded through the support of",
        ),
        Says("support", r"^Keep our news free from ads and paywalls by making a donation\b"),
        Says("support", r"^If you appreciate the work we do, please consider helping us\b"),
    ),
)
