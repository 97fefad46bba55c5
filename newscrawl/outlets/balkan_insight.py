"""Balkan Insight: the Balkans in English."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlets._dated import DATE

OUTLET = Outlet(
    name="balkan_insight",
    title="Balkan Insight",
    home="https://balkaninsight.com",
    language="en",
    timezone="Europe/Sarajevo",
    sources=(Feed("/feed/"),),
    # Some addresses end in a mark of the project, such as ``/bi/`` or ``/rd/``, and some do not.
    articles=(rf"^/(?P<key>{DATE}/[^/?]+)(?:/[a-z]{{2}})?/?$",),
)
