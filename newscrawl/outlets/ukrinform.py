"""Ukrinform: Ukraine's state news agency, in Ukrainian. No page was at hand."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="ukrinform",
    title="Укрінформ",
    home="https://www.ukrinform.ua",
    language="uk",
    timezone="Europe/Kyiv",
    sources=(Feed("/rss/block-lastnews"),),
    # Slugs change, the number stays.
    articles=(r"^/rubric-[a-z_-]+/(?P<key>\d+)(?:-[^/?]+)?\.html$",),
)
