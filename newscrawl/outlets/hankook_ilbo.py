"""Hankook Ilbo: a Korean daily. Seen on three pages of 2025–2026."""

from newscrawl.outlet import Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="hankook_ilbo",
    title="한국일보",
    home="https://www.hankookilbo.com",
    language="ko",
    timezone="Asia/Seoul",
    sources=(Sitemap("/sitemap/latest-articles"),),
    articles=(r"^/(?:news/article|News/Read)/(?P<key>A\d{16,})$",),
    layouts=(
        Layout("view", body="#article-view-content"),
        # Until 2025.
        Layout("main", body="[itemprop='articleBody']"),
    ),
)
