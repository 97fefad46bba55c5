"""Morgunblaðið: an Icelandic daily. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="morgunbladid",
    title="mbl.is",
    home="https://www.mbl.is",
    language="is",
    timezone="Atlantic/Reykjavik",
    sources=(
        *(Feed(f"/feeds/{name}/") for name in ("fp", "innlent", "erlent")),
        Sitemap("/mm/sitemap.xml"),
    ),
    articles=(rf"^/frettir/(?P<key>[a-z]+/{DATE}/[^/?]+)/?$",),
)
