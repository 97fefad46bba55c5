"""Ukrinform in Russian."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._ukrinform_editions import ARTICLE, LATEST

# Seen on one page of 2020. It names the feed, which was not asked.
OUTLET = Outlet(
    name="ukrinform_ru",
    title="Укринформ",
    home="https://www.ukrinform.ru",
    language="ru",
    timezone="Europe/Kyiv",
    sources=(LATEST,),
    articles=(ARTICLE,),
)
