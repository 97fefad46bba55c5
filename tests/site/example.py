"""The example site as tests use it: it can be edited and broken, and it knows its own truth."""

from newscrawl.site import (
    ExampleSite,
    Picture,
    RussianSite,
    SiteServer,
    Story,
    Text,
    eras,
    layout_page,
    serve,
    story_from_dump,
    story_from_lines,
)

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
