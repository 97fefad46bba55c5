"""Kommersant: a Moscow daily."""

from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="kommersant",
    title="Коммерсантъ",
    home="https://www.kommersant.ru",
    language="ru",
    timezone="Europe/Moscow",
    sources=(Feed("/RSS/news.xml"),),
    articles=(r"^/doc/(?P<key>\d+)/?$",),
    layouts=(Layout("document", body=".article_text_wrapper", ignore=".ui-modal"),),
)
