"""Ukrinform in English."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._ukrinform_editions import ARTICLE, LATEST

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="ukrinform_en",
    title="Ukrinform",
    home="https://www.ukrinform.net",
    language="en",
    timezone="Europe/Kyiv",
    sources=(LATEST,),
    articles=(ARTICLE,),
)
