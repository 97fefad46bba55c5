"""The Times of India: an Indian daily. Seen on two pages of 2024–2026."""

from newscrawl.outlet import Feed, Outlet, Sitemap

OUTLET = Outlet(
    name="times_of_india",
    title="The Times of India",
    home="https://timesofindia.indiatimes.com",
    language="en",
    timezone="Asia/Kolkata",
    sources=(
        Feed("/rssfeedstopstories.cms"),
        Feed("/rssfeedmostrecent.cms"),
        Sitemap("/sitemap/today"),
        Sitemap("/sitemap/yesterday"),
    ),
    articles=(r"^/[^?]+/(?:articleshow|liveblog)/(?P<key>\d+)\.cms$",),
)
