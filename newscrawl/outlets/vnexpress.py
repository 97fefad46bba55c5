"""VnExpress: Vietnamese news. Seen on one page of 2025."""

from newscrawl.outlet import Feed, Outlet

OUTLET = Outlet(
    name="vnexpress",
    title="VnExpress",
    home="https://vnexpress.net",
    language="vi",
    timezone="Asia/Ho_Chi_Minh",
    sources=(*(Feed(f"/rss/{name}.rss") for name in ("tin-moi-nhat", "thoi-su", "the-gioi")),),
    articles=(r"^/[^/?]+-(?P<key>\d{7})\.html$",),
)
