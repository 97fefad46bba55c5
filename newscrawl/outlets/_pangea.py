"""What the sites of U.S. international broadcasting share: the Pangea system makes them all."""

from newscrawl.boilerplate import Field, Rule, Says, Under
from newscrawl.outlet import Feed, Layout

#: Slugs change and may be missing; the number stays.
ARTICLE = r"^/a/(?:[^/?]+/)?(?P<key>\d+)\.html$"
#: What each page's head calls the top stories. The addresses of other feeds are opaque.
TOP_STORIES = Feed("/api/")
LAYOUT = Layout("article", body="#article-content")
#: No appeals: these sites are paid for by the state.
PLACES: tuple[Rule, ...] = (
    Under("related", "also-read"),
    Under("share", "share--box"),
)
#: In English.
RULES: tuple[Rule, ...] = (
    *PLACES,
    Says("reporting", r"^With (?:additional )?reporting by \S", fills=Field.CREDITS),
)
