"""The Kyiv Independent: Ukraine in English."""

from newscrawl.boilerplate import Says
from newscrawl.boilerplate.rules.sequence_rule import InOrder, sure, then
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="kyiv_independent",
    title="The Kyiv Independent",
    home="https://kyivindependent.com",
    language="en",
    timezone="Europe/Kyiv",
    sources=(Feed("/news-archive/rss/"),),
    # Articles stand at the root, as "about" does: those have three words or more.
    articles=(r"^/(?P<key>[a-z0-9]+-[a-z0-9]+-[a-z0-9-]+)/?$",),
    layouts=(Layout("content", body=".c-content"),),
    boilerplate=(
        InOrder(
            "support",
            (
                sure(r"^Join \S{1,12} Kyiv Independent members\b"),
                sure(r"^\w{1,12} years? of reporting, funded by our readers\b"),
                sure(r"^(?:Join our community ?)?Support independent journalism in Ukraine\."),
                then(r"^Join us in this fight\.?$"),
                then(r"^(?:Support our reporting|Become a member|Support us)\.?$"),
            ),
        ),
        Says("audio", r"^This audio is created with AI assistance\.?$"),
        Says("newsletter", r"^Subscribe to Ukraine Daily$"),
    ),
)
