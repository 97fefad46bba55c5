"""Ukrainska Pravda: Ukrainian news, in Ukrainian, Russian and English."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="ukrainska_pravda",
    title="Українська правда",
    home="https://www.pravda.com.ua",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(
        Feed("/rss/view_news/"),
        Feed("/eng/rss/view_news/"),
        Sitemap("/sitemap/sitemap-news.xml"),
        Sitemap("/sitemap/sitemap-archive.xml"),
    ),
    articles=(rf"^/(?P<key>(?:(?:eng|rus)/)?[a-z]+/{DATE}/\d+)/?$",),
    layouts=(Layout("news", body=".post_news_text"), Layout("post", body=".post_text")),
    boilerplate=(
        Says(
            "related",
            r"^Читайте (?:також на цю тему|также на эту тему|більше у статті|больше в статье):",
        ),
        Says("support", r"^Поддержать УП$"),
    ),
)
