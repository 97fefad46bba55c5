"""taz: a German daily that belongs to its readers."""

from newscrawl.outlet import Layout, Outlet, Sitemap

OUTLET = Outlet(
    name="taz",
    title="taz.de",
    home="https://taz.de",
    language="de",
    timezone="Europe/Berlin",
    aliases=("www.taz.de",),
    sources=(Sitemap("/sitemap-google-news.xml"), Sitemap("/sitemap-index.xml")),
    articles=(r"^/(?:[^/?]+/)?!(?P<key>\d+)/?$",),
    layouts=(
        Layout("corpus", body=".main-article-corpus", ignore=".webelement_adzone"),
        # Until October 2024.
        Layout("sectbody", body="article.sectbody", ignore="h1, .intro, .ad_bin"),
    ),
)
