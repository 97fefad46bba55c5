"""Anadolu: Türkiye's state news agency, in Turkish, English and eleven other languages."""

from newscrawl.outlet import Feed, Outlet

# Seen on two pages of 2025–2026.
OUTLET = Outlet(
    name="anadolu",
    title="Anadolu Ajansı",
    home="https://www.aa.com.tr",
    # Each page says its language.
    language="tr",
    timezone="Europe/Istanbul",
    sources=(Feed("/tr/rss/default?cat=guncel"), Feed("/en/rss/default?cat=world")),
    articles=(r"^/[a-z]{2}/[a-z0-9-]+/[^/?]+/(?P<key>\d+)/?$",),
)
