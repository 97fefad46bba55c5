"""What the editions of Ukrinform share: each has a host of its own."""

from newscrawl.outlet import Feed

LATEST = Feed("/rss/block-lastnews")
#: Slugs change, the number stays.
ARTICLE = r"^/rubric-[a-z_-]+/(?P<key>\d+)(?:-[^/?]+)?\.html$"
