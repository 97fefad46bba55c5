"""The example site as tests use it: it can be edited and broken, and it knows its own truth."""

from newscrawl.site.faults import SiteServer, serve
from newscrawl.site.layout import layout_page, story_from_dump, story_from_lines
from newscrawl.site.living import ExampleSite
from newscrawl.site.model import Picture, Story, Text
from newscrawl.site.russian import RussianSite
from newscrawl.site.story_files import eras

__all__ = [
    "ExampleSite",
    "Picture",
    "RussianSite",
    "SiteServer",
    "Story",
    "Text",
    "eras",
    "layout_page",
    "serve",
    "story_from_dump",
    "story_from_lines",
]
