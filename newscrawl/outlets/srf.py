"""SRF: the news of Switzerland's public broadcaster, in German. Seen on two pages of 2024–2025."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="srf",
    title="SRF",
    home="https://www.srf.ch",
    language="de",
    timezone="Europe/Zurich",
    sources=(Feed("/news/bnf/rss/1646"), Sitemap("/sitemaps/newsmap/news/index.xml")),
    articles=(
        r"^/(?P<key>(?:news|sport|kultur|wissen)/(?:[a-z-]+/)+[a-z0-9]+(?:-[a-z0-9]+){3,})$",
    ),
)
