"""DW: Germany's international broadcaster, in English, German, Russian and Ukrainian."""

from newscrawl.outlet import Feed, Outlet, Sitemap

# Seen on four pages of 2011–2024.
OUTLET = Outlet(
    name="dw",
    title="Deutsche Welle",
    home="https://www.dw.com",
    # Each page says its language.
    language="de",
    timezone="Europe/Berlin",
    hosts=("rss.dw.com",),
    sources=(
        *(Feed(f"https://rss.dw.com/xml/rss-{name}-all") for name in ("en", "de", "ru", "ukr")),
        *(Sitemap(f"/{name}/news-sitemap.xml") for name in ("en", "de", "ru", "uk")),
    ),
    articles=(r"^/[a-z-]+/(?:[^/?]+/)?a-(?P<key>\d+)(?:\?maca=[^&]+)?$",),
)
