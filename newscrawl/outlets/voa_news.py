"""Voice of America in English."""

from dataclasses import replace

from newscrawl.outlets._pangea import SITE

OUTLET = replace(
    SITE,
    name="voa_news",
    title="Voice of America",
    home="https://www.voanews.com",
    language="en",
    timezone="America/New_York",
)
