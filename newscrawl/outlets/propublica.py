"""ProPublica: American investigations, often with a partner."""

from newscrawl.boilerplate import Field, Says, Under
from newscrawl.outlet import Feed, Layout, Outlet

OUTLET = Outlet(
    name="propublica",
    title="ProPublica",
    home="https://www.propublica.org",
    language="en",
    timezone="America/New_York",
    sources=(Feed("/feeds/propublica/main"),),
    articles=(r"^/article/(?P<key>[^/?]+)/?$",),
    layouts=(Layout("article", body=".article-body"),),
    boilerplate=(
        Under("newsletter", "email-signup"),
        Under("newsletter", "newsletter"),
        Under("tools", "story-tools"),
        Under("topics", "topics-list"),
        # The notes above a text name partners as well, so they do not go by their place.
        Says(
            "partner",
            r"^(?:This (?:article|story) (?:is|was) )?co-published with \S",
            fills=Field.CREDITS,
        ),
        Says(
            "about-us", r"^ProPublica is a nonprofit newsroom that investigates abuses of power\."
        ),
        Says("newsletter-words", r"^Sign up for Dispatches, a newsletter that spotlights\b"),
    ),
)
