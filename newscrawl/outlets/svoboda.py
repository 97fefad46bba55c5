"""Radio Svoboda: the Russian service of RFE/RL."""

from dataclasses import replace

from newscrawl.outlets._pangea import SITE

OUTLET = replace(
    SITE,
    name="svoboda",
    title="Радио Свобода",
    home="https://www.svoboda.org",
    language="ru",
    timezone="Europe/Moscow",
)
