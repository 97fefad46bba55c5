"""OCCRP: organized crime and corruption, with partners in many countries."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="occrp",
    title="OCCRP",
    home="https://www.occrp.org",
    language="en",
    timezone="Europe/Amsterdam",
    sources=(Feed("/en/feed"), Sitemap("/sitemap.xml")),
    articles=(r"^/(?P<key>en/(?:news|feature|investigation|project/[^/?]+)/(?!feed$)[^/?]+)/?$",),
)
