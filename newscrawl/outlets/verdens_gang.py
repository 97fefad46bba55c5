"""VG: a Norwegian daily. Seen on one page of 2024."""

from newscrawl.outlet import Outlet, Sitemap

OUTLET = Outlet(
    name="verdens_gang",
    title="VG",
    home="https://www.vg.no",
    language="nb",
    timezone="Europe/Oslo",
    sources=(Sitemap("/sitemap/files/articles-48hrs.xml"), Sitemap("/sitemap.xml")),
    articles=(r"^/[^?]+/i/(?P<key>[A-Za-z0-9]{5,7})(?:/[^/?]+)?$",),
)
