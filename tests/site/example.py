"""The example site as tests use it: it can be edited and broken, and it knows its own truth."""

from tests.site.faults import SiteServer, serve
from tests.site.layout import layout_page, story_from_dump
from tests.site.living import ExampleSite
from tests.site.model import Picture, Story, Text
from tests.site.russian import RussianSite
from tests.site.story_files import eras

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
]
