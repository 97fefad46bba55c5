"""Süddeutsche Zeitung: a German daily."""

from newscrawl.outlet import Feed, Outlet

# Seen on three pages of 2019–2024, which name https://rss.sueddeutsche.de/rss/Topthemen.
OUTLET = Outlet(
    name="sueddeutsche",
    title="Süddeutsche.de",
    home="https://www.sueddeutsche.de",
    language="de",
    timezone="Europe/Berlin",
    hosts=("rss.sueddeutsche.de",),
    sources=(
        Feed("https://rss.sueddeutsche.de/alles"),
        Feed("https://rss.sueddeutsche.de/rss/Topthemen"),
    ),
    articles=(
        r"^/[^?]+-(?P<key>1\.\d+)$",
        # Since the autumn of 2024.
        r"^/[^?]+-(?:li|lux)\.(?P<key>[A-Za-z0-9]{6,24})$",
    ),
)
