"""Reuters: the news agency, for readers. Seen on two pages of 2023–2024."""

from newscrawl.outlet import Outlet
from newscrawl.outlets._arc import ALL, NEWS
from newscrawl.outlets._dated import DASHED

OUTLET = Outlet(
    name="reuters",
    title="Reuters",
    home="https://www.reuters.com",
    language="en",
    sources=(NEWS, ALL),
    articles=(
        rf"^/(?P<key>[^?]+-{DASHED})/?$",
        r"^/article/(?:[^?]+-)?(?P<key>id[A-Z]{2}[A-Z0-9]+)/?$",
    ),
)
