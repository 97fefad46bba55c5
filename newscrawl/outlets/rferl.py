"""Radio Free Europe/Radio Liberty in English."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._pangea import ARTICLE, LAYOUT, RULES, TOP_STORIES

OUTLET = Outlet(
    name="rferl",
    title="RFE/RL",
    home="https://www.rferl.org",
    language="en",
    timezone="Europe/Prague",
    sources=(
        TOP_STORIES,
        # Russia, Ukraine, the invasion of Ukraine.
        Feed("/api/zpiirl-vomx-tpe_gmr"),
        Feed("/api/zviipl-vomx-tpeugmm"),
        Feed("/api/zbgvmtl-vomx-tpeq_kmr"),
    ),
    articles=(ARTICLE,),
    layouts=(LAYOUT,),
    boilerplate=RULES,
)
