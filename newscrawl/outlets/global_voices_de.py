"""Global Voices in German: translations, with addresses of their own."""

from dataclasses import replace

from newscrawl.boilerplate import Says
from newscrawl.outlets.global_voices import OUTLET as ENGLISH

OUTLET = replace(
    ENGLISH,
    name="global_voices_de",
    title="Global Voices auf Deutsch",
    home="https://de.globalvoices.org",
    language="de",
    boilerplate=(*ENGLISH.boilerplate, Says("related", r"^Mehr lesen: ?\S")),
)
