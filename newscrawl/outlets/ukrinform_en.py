"""Ukrinform in English. No page was at hand."""

from dataclasses import replace

from newscrawl.outlets.ukrinform import OUTLET as UKRAINIAN

OUTLET = replace(
    UKRAINIAN,
    name="ukrinform_en",
    title="Ukrinform",
    home="https://www.ukrinform.net",
    language="en",
)
