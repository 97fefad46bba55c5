"""Radio Free Europe/Radio Liberty in English."""

from dataclasses import replace

from newscrawl.boilerplate import Field, Says
from newscrawl.outlet import Feed
from newscrawl.outlets._pangea import SITE, TOP_STORIES

OUTLET = replace(
    SITE,
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
    boilerplate=(
        *SITE.boilerplate,
        Says("reporting", r"^With (?:additional )?reporting by \S", fills=Field.CREDITS),
    ),
)
