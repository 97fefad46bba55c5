"""The Guardian: a British daily with editions for the world."""

from newscrawl.boilerplate import Between, Says
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap

_SECTIONS = ("world", "uk-news", "us-news", "australia-news", "politics", "business", "environment")
#: Pages of these kinds hold no text.
_WORDLESS = "audio|video|gallery|interactive|ng-interactive"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = rf"(?P<year>\d{{4}})/(?P<month>{_MONTHS})/(?P<day>\d{{2}})"

OUTLET = Outlet(
    name="guardian",
    title="The Guardian",
    home="https://www.theguardian.com",
    language="en",
    timezone="Europe/London",
    sources=(*(Feed(f"/{name}/rss") for name in _SECTIONS), Sitemap("/sitemaps/news.xml")),
    articles=(rf"^/[a-z-]+/(?!(?:{_WORDLESS})/)(?:[a-z-]+/){{0,2}}{_DATE}/[^/?]+$",),
    layouts=(
        # All other class names are hashes.
        Layout("dcr", body=".article-body-viewer-selector"),
        Layout("frontend", body=".content__article-body"),
    ),
    boilerplate=(
        Between("newsletter", r"^skip past newsletter promotion$", r"^after newsletter promotion$"),
        Says(
            "newsletter-notice",
            r"^(?:Privacy notice: ?)?Newsletters may contain info about charities, online ads,",
        ),
    ),
)
