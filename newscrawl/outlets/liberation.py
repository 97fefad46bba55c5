"""Libération: a French daily. Seen on two pages of 2015–2017."""

from newscrawl.outlet import Feed, Layout, Outlet
from newscrawl.outlets._dated import COMPACT, DATE

OUTLET = Outlet(
    name="liberation",
    title="Libération",
    home="https://www.liberation.fr",
    language="fr",
    timezone="Europe/Paris",
    hosts=("next.liberation.fr",),
    sources=(Feed("/arc/outboundfeeds/rss-all/?outputType=xml"),),
    articles=(
        rf"^/[^?]+-{COMPACT}_(?P<key>[A-Z0-9]{{26}})/?$",
        # Until 2020.
        rf"^/[^?]+/{DATE}/[^/?]+_(?P<key>\d+)/?$",
    ),
    layouts=(
        # Until 2020; no page of today was at hand.
        Layout("body", body=".article-body"),
    ),
)
