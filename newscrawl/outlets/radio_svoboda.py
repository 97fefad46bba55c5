"""Radio Svoboda: the Ukrainian service of RFE/RL. No page was at hand."""

from dataclasses import replace

from newscrawl.outlet import Feed
from newscrawl.outlets._pangea import SITE, TOP_STORIES

OUTLET = replace(
    SITE,
    name="radio_svoboda",
    title="Радіо Свобода",
    home="https://www.radiosvoboda.org",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(TOP_STORIES, Feed("/api/zrqiteuuir")),
)
