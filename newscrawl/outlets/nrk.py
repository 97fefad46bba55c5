"""NRK: the news of Norway's public broadcaster. Seen on one page of 2024."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="nrk",
    title="NRK",
    home="https://www.nrk.no",
    language="nb",
    timezone="Europe/Oslo",
    sources=(
        *(Feed(f"/{name}/toppsaker.rss") for name in ("norge", "urix", "kultur", "sport")),
        Sitemap("/sitemap.xml"),
    ),
    articles=(r"^/[^?]+-(?P<key>1\.\d{6,})$",),
)
