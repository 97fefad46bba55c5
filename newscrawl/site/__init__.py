"""The bundled example site that ``newscrawl demo`` serves and the tests crawl."""

from newscrawl.site.layout import layout_page, story_from_dump, story_from_lines
from newscrawl.site.living import TODAY, ExampleSite, RussianSite
from newscrawl.site.model import (
    Aside,
    Bare,
    Box,
    Embed,
    Header,
    ItemList,
    Line,
    LinkCard,
    Part,
    Picture,
    Post,
    Quote,
    Related,
    Said,
    Slider,
    Story,
    TelegramPost,
    Text,
)
from newscrawl.site.server import Request, SiteServer, serve
from newscrawl.site.story_files import eras

__all__ = [
    "TODAY",
    "Aside",
    "Bare",
    "Box",
    "Embed",
    "ExampleSite",
    "Header",
    "ItemList",
    "Line",
    "LinkCard",
    "Part",
    "Picture",
    "Post",
    "Quote",
    "Related",
    "Request",
    "RussianSite",
    "Said",
    "SiteServer",
    "Slider",
    "Story",
    "TelegramPost",
    "Text",
    "eras",
    "layout_page",
    "serve",
    "story_from_dump",
    "story_from_lines",
]
