"""Bellingcat: investigations from open sources."""

from newscrawl.boilerplate import Field, Says
from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="bellingcat",
    title="bellingcat",
    home="https://www.bellingcat.com",
    language="en",
    timezone="Europe/Amsterdam",
    sources=(Feed("/feed/"),),
    articles=(rf"^/(?P<key>(?:[a-z-]+/){{1,2}}{DATE}/[^/?]+)/?$",),
    boilerplate=(
        # The last paragraph, with no class name of its own.
        Says("support", r"^Bellingcat is a non-profit and the ability to carry out our work is\b"),
        Says("contributors", r"^[^.]{1,200} contributed to this report\.$", fills=Field.CREDITS),
    ),
)
