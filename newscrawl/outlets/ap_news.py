"""AP News: the Associated Press, for readers."""

from newscrawl.boilerplate import Field, Says, Under
from newscrawl.outlet import Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="ap_news",
    title="AP News",
    home="https://apnews.com",
    language="en",
    timezone="America/New_York",
    sources=(
        Sitemap("/sitemap/google-news-sitemap/sitemap_index.xml"),
        Sitemap("/sitemap/sitemaps/sitemap_index.xml"),
    ),
    articles=(r"^/(?:[a-z-]+/)?(?:[^/?]*-)?(?P<key>[0-9a-f]{32}|\d{12})/?$",),
    layouts=(
        Layout("story", body=".RichTextStoryBody", ignore=".Advertisement"),
        # Until the summer of 2023.
        Layout("wire", body="[data-key='article']"),
    ),
    boilerplate=(
        Under("related", "PageListEnhancementGeneric"),
        Says("line", r"^_{3,4}$"),
        Says(
            "reporting",
            r"^(?!(?:he|she|they|we|i) )[\w'-]+ reported from (?-i:[A-Z])[^.]{1,100}\."
            r"(?:$| Associated Press )",
            fills=Field.CREDITS,
        ),
        Says(
            "reporting",
            r"^Associated Press (?:[a-z]+ )?(?:writers?|journalists?) .{1,300} contributed\b",
            fills=Field.CREDITS,
        ),
        Says("newsletter", r"^Get alerts on the latest AP Top 25 poll\b"),
    ),
)
