"""ZDFheute: the news of Germany's second public broadcaster."""

from newscrawl.outlet import Feed, Outlet

# Seen on two pages of 2024–2025, which name /rss/zdf/nachrichten/politik.
OUTLET = Outlet(
    name="zdfheute",
    title="ZDFheute",
    home="https://www.zdfheute.de",
    language="de",
    timezone="Europe/Berlin",
    aliases=("www.zdf.de/nachrichten",),
    sources=(Feed("/rss/zdf/nachrichten"), Feed("/rss/zdf/nachrichten/politik")),
    articles=(r"^/(?:[a-z-]+/)+(?P<key>[^/?]+-\d{3})\.html$",),
)
