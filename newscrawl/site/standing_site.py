"""The example site that ships: it stands still, and answers as it was printed."""

import gzip
import json
import re
from pathlib import Path

from newscrawl.site.server import Answer

#: Status, headers and body of each path that the site's own pages name; a test holds them to what
#: the printer in ``tests/site`` prints.
PRINTED = Path(__file__).with_name("printed_answers.json.gz")
#: What is answered for all other paths: the same picture everywhere, "Oops!" with status 200 for
#: an article that never was, and "Not found".
NO_PICTURE, NO_ARTICLE, NOTHING = "/image/-", "/archive/-", "/-"
_PICTURE = re.compile(r"/image/")
_ARTICLE = re.compile(r"/\d{4}/\d{2}/\d{2}/[^/]+$|/(?:archive|plus)/")


class ExampleSite:
    """A small outlet, as it stands on one day.

    Its pages, feeds and sitemaps name the canonical hosts; ``respond`` answers for all of them
    by path. The same path always gives the same bytes.
    """

    title = "The Moscow Times"

    def __init__(self) -> None:
        self._answers = json.loads(gzip.decompress(PRINTED.read_bytes()))

    def respond(self, path: str, query: str = "") -> Answer:
        """Status, headers and body for a path; the query counts for nothing here, as there."""
        status, headers, body = self._answers.get(path) or self._answers[_instead(path)]
        return status, headers, body.encode("latin-1")


def _instead(path: str) -> str:
    if _PICTURE.match(path):
        return NO_PICTURE
    return NO_ARTICLE if _ARTICLE.match(path) else NOTHING
