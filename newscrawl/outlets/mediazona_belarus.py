"""Mediazona Belarus: the same pages by a newsroom of its own."""

from dataclasses import replace

from newscrawl.outlets.mediazona import OUTLET as RUSSIAN

OUTLET = replace(
    RUSSIAN,
    name="mediazona_belarus",
    title="Медиазона Беларусь",
    home="https://mediazona.by",
    timezone="Europe/Minsk",
    aliases=(),
)
