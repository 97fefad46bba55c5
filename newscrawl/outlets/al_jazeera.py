"""Al Jazeera in English. Seen on four pages of 2019–2023, which name the feed."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="al_jazeera",
    title="Al Jazeera",
    home="https://www.aljazeera.com",
    language="en",
    timezone="Asia/Qatar",
    sources=(Feed("/xml/rss/all.xml"),),
    articles=(
        r"^/(?P<key>(?:[a-z-]+/)+(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})/[^/?]+)$",
        # Until 2020.
        r"^/(?:[a-z]+/)+(?:\d{4}/\d{2}/)?[^/?]+-(?P<key>\d{15})\.html$",
    ),
)
