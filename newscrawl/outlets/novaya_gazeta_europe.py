"""Novaya Gazeta Europe: Russian news from exile, in Russian and in English."""

from newscrawl.boilerplate import Says
from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._css import outermost
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="novaya_gazeta_europe",
    title="Новая газета Европа",
    home="https://novayagazeta.eu",
    # English pages have addresses of the same kind, most of them ending in ``-en``.
    language="ru",
    timezone="Europe/Riga",
    sources=(Feed("/feed/rss/ru"), Feed("/feed/rss/en")),
    # What follows the section is how the site itself looks an article up.
    articles=(rf"^/[a-z-]+/(?P<key>{DATE}/[^/?]+)$",),
    layouts=(Layout("blocks", body=outermost("[class*='ArticleBlocks_']")),),
    boilerplate=(
        Says("legal-links", r"^Пользовательское соглашение\. ?Политика конфиденциальности\.?$"),
    ),
)
