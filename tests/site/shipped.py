"""Print the example site that ships: ``python -m tests.site.shipped`` writes it anew."""

import gzip
import json
import re
from collections.abc import Iterator

from newscrawl.site.server import Answer
from newscrawl.site.standing_site import NO_ARTICLE, NO_PICTURE, NOTHING, PRINTED
from tests.site.lists import FIRST, NEXT
from tests.site.living import ExampleSite

_LINK = re.compile(r'(?:"|https://(?:www|static)\.themoscowtimes\.com)(/[^"<>#?{\s]*)')


def printed() -> dict[str, Answer]:
    """The answers of all paths that anybody comes to who begins at the front page or a list."""
    site, found = ExampleSite(), dict[str, Answer]()
    waiting = [*_begin(site), NO_PICTURE, NO_ARTICLE, NOTHING]
    while waiting:
        path = waiting.pop()
        if path not in found and (path == NO_PICTURE or not path.startswith("/image/")):
            _status, headers, body = found[path] = site.respond(path)
            told = body.decode(errors="replace") + headers.get("Location", "")
            waiting += _LINK.findall(told)
    nothing = found.pop(NOTHING)
    named = {path: answer for path, answer in sorted(found.items()) if answer != nothing}
    return {**named, NOTHING: nothing}


def _begin(site: ExampleSite) -> Iterator[str]:
    yield from ("/", "/robots.txt", "/rss/all", "/sitemap/sitemap.xml")
    yield from (f"/rss/{name}" for name in site.edition.feeds)
    for name in site.edition.sections:
        yield f"/{name}"
        yield from (f"/{name}/{at}" for at in range(FIRST, FIRST + len(site.stories), NEXT))
    for story in site.stories:
        yield from (story.path, f"{story.path}/pdf")
        yield from [f"/live/{story.key}/0"] if story.posts else []


def as_text(answers: dict[str, Answer]) -> str:
    plain = {
        path: (status, headers, body.decode("latin-1"))
        for path, (status, headers, body) in answers.items()
    }
    return json.dumps(plain, indent=0)


if __name__ == "__main__":
    PRINTED.write_bytes(gzip.compress(as_text(printed()).encode(), mtime=0))
