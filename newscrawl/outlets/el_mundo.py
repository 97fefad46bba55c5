"""El Mundo: a Spanish daily. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="el_mundo",
    title="ELMUNDO",
    home="https://www.elmundo.es",
    language="es",
    timezone="Europe/Madrid",
    hosts=("e00-elmundo.uecdn.es",),
    sources=(
        Feed("https://e00-elmundo.uecdn.es/elmundo/rss/portada.xml"),
        Feed("https://e00-elmundo.uecdn.es/elmundo/rss/espana.xml"),
    ),
    articles=(rf"^/[^?]+/{DATE}/(?P<key>[0-9a-f]{{24}})\.html$",),
)
