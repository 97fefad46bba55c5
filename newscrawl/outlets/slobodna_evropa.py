"""Radio Slobodna Evropa: the Balkan service of RFE/RL."""

from dataclasses import replace

from newscrawl.outlets._pangea import SITE

OUTLET = replace(
    SITE,
    name="slobodna_evropa",
    title="Radio Slobodna Evropa",
    home="https://www.slobodnaevropa.org",
    language="bs",
    timezone="Europe/Sarajevo",
)
