"""ABC: a Madrid daily."""

from newscrawl.outlet import Feed, Outlet, Sitemap
from newscrawl.outlets._dated import COMPACT

# Seen on two pages of 2025–2026, which name the feeds of espana, sociedad and ultima-hora.
OUTLET = Outlet(
    name="abc_es",
    title="ABC",
    home="https://www.abc.es",
    language="es",
    timezone="Europe/Madrid",
    sources=(
        *(Feed(f"/rss/2.0/{name}/") for name in ("portada", "espana", "sociedad", "ultima-hora")),
        Sitemap("/sitemap.xml"),
    ),
    articles=(rf"^/[^?]+-(?P<key>{COMPACT}\d{{6}}-[a-z]+)\.html$",),
)
