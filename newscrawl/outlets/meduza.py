"""Meduza: Russian news from exile, in Russian and in English."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="meduza",
    title="Meduza",
    home="https://meduza.io",
    # English pages, below ``/en``, say that they are English.
    language="ru",
    timezone="Europe/Moscow",
    sources=(
        Feed("/rss/all"),
        Feed("/rss2/news"),
        Feed("/rss2/articles"),
        Feed("/rss/en/all"),
        Feed("/rss2/en/news"),
        Feed("/rss2/en/stories"),
    ),
    articles=(rf"^/(?P<key>(?:en/)?[a-z_-]+/{DATE}/[^/?]+)$",),
    layouts=(
        Layout(
            "modules",
            body="[class*='GeneralMaterial-module-article']",
            ignore="[class*='AudioPanel']",
        ),
        # Of 2020, before its class names bore hashes.
        Layout("plain", body=".GeneralMaterial-article", ignore="[class*='AudioPanel']"),
    ),
    boilerplate=(Under("related", "RelatedBlock*"), Under("toolbar", "Toolbar*")),
)
