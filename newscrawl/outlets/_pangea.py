"""What the sites of U.S. international broadcasting share: the Pangea system makes them all."""

from newscrawl.boilerplate import Under
from newscrawl.outlet import Feed, Layout, Outlet

#: What each page's head calls the top stories. The addresses of other feeds are opaque.
TOP_STORIES = Feed("/api/")
#: To be named, and given what else a site has of its own.
SITE = Outlet(
    name="pangea",
    title="Pangea",
    home="https://pangea.example",
    language="en",
    sources=(TOP_STORIES,),
    # Slugs change and may be missing; the number stays.
    articles=(r"^/a/(?:[^/?]+/)?(?P<key>\d+)\.html$",),
    layouts=(Layout("article", body="#article-content"),),
    # No appeals: these sites are paid for by the state.
    boilerplate=(Under("related", "also-read"), Under("share", "share--box")),
)
