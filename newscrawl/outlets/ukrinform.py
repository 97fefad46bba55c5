"""Ukrinform: Ukraine's state news agency, in Ukrainian."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._ukrinform_editions import ARTICLE, LATEST

# No page was at hand. Addresses and feeds are publicly known; none was asked.
OUTLET = Outlet(
    name="ukrinform",
    title="Укрінформ",
    home="https://www.ukrinform.ua",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(LATEST,),
    articles=(ARTICLE,),
)
