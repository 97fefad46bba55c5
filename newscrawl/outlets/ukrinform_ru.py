"""Ukrinform in Russian. Seen on one page of 2020, which names the feed."""

from dataclasses import replace

from newscrawl.outlets.ukrinform import OUTLET as UKRAINIAN

OUTLET = replace(
    UKRAINIAN,
    name="ukrinform_ru",
    title="Укринформ",
    home="https://www.ukrinform.ru",
    language="ru",
)
