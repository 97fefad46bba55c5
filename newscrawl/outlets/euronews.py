"""Euronews: a European broadcaster, in English, French, German and Russian."""

from newscrawl.outlet import Outlet, Sitemap
from newscrawl.outlets._dated import DATE

# Seen on six pages of 2024–2026.
OUTLET = Outlet(
    name="euronews",
    title="euronews",
    home="https://www.euronews.com",
    # Each page says its language.
    language="en",
    timezone="Europe/Paris",
    hosts=("fr.euronews.com", "de.euronews.com", "ru.euronews.com"),
    sources=(
        Sitemap("/sitemaps/en/latest-news.xml"),
        *(
            Sitemap(f"https://{name}.euronews.com/sitemaps/{name}/latest-news.xml")
            for name in ("fr", "de", "ru")
        ),
    ),
    articles=(rf"^/(?:[a-z-]+/)?(?P<key>{DATE}/[^/?]+)$",),
)
