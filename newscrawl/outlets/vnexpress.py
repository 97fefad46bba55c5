"""VnExpress: Vietnamese news."""

from newscrawl.outlet import Feed, Outlet

# Seen on one page of 2025. Feeds and sitemaps are publicly known; none was asked.
OUTLET = Outlet(
    name="vnexpress",
    title="VnExpress",
    home="https://vnexpress.net",
    language="vi",
    timezone="Asia/Ho_Chi_Minh",
    sources=(*(Feed(f"/rss/{name}.rss") for name in ("tin-moi-nhat", "thoi-su", "the-gioi")),),
    articles=(r"^/[^/?]+-(?P<key>\d{7})\.html$",),
)
