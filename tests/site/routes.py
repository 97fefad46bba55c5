"""Which page answers which path."""

import re
from base64 import b64decode
from collections.abc import Callable, Sequence
from datetime import UTC
from email.utils import format_datetime
from hashlib import md5

from newscrawl.site.server import Answer
from tests.site import lists
from tests.site.byline import author_path
from tests.site.head import teaser_of
from tests.site.issue import Issue
from tests.site.model import Story
from tests.site.special import posts_json
from tests.site.template import article_page

HTML, XML, PLAIN = "text/html; charset=utf-8", "application/xml; charset=utf-8", "text/plain"
_GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

#: An article's address, by its number.
NUMBERED = re.compile(r"/\d{4}/\d{2}/\d{2}/[^/]+-a(\d+)")
_DATED = re.compile(r"/\d{4}/\d{2}/\d{2}/([^/]+)")
_OLD = re.compile(r"/(?:news|articles|photogalleries)/[^/]*[^/\d][^/]*-(\d+)")
_LIVE = re.compile(r"/live/(\d+)/(\d+)")
_MONTH = re.compile(r"/sitemap/(\d{4}-[1-9]\d?)\.xml")
_FRAGMENT = re.compile(r"/([a-z-]+)/(\d+)")
_TAG = re.compile(r"/tag/([^/]+)")


def answer(issue: Issue, path: str) -> Answer:
    """Status, headers and body of one path; the first reader of paths that knows it answers."""
    for route in (_article, _list, _section, _elsewhere, _unknown_article):
        found = route(issue, path)
        if found is not None:
            return found
    return not_found(issue)


def not_found(issue: Issue) -> Answer:
    return page(issue, "<!DOCTYPE html><title>404</title><h1>Not found</h1>", status=404)


def page(issue: Issue, text: str, *, kind: str = HTML, status: int = 200) -> Answer:
    body = text.encode()
    headers = {"Content-Type": kind, "Cache-Control": "max-age=300"}
    if status == 200:
        headers["ETag"] = f'"{md5(body, usedforsecurity=False).hexdigest()}"'
        headers["Last-Modified"] = format_datetime(issue.changed_at.astimezone(UTC), usegmt=True)
    return status, headers, body


def _moved(issue: Issue, story: Story) -> Answer:
    url = issue.press.edition.home + story.path
    return 301, {"Content-Type": HTML, "Location": url}, b""


def _article(issue: Issue, path: str) -> Answer | None:
    for story in issue.stories:
        if path == story.path:
            return page(issue, article_page(story, issue))
        if path == f"{story.path}/pdf":
            return _pdf(issue, story)
    return None


def _pdf(issue: Issue, story: Story) -> Answer:
    """The copy to print: not a page, and no real PDF beyond its first line."""
    url = issue.press.edition.home + story.path
    text = f"%PDF-1.4\n{teaser_of(story)}\nOriginal url: {url}\n%%EOF\n"
    return page(issue, text, kind="application/pdf")


def _list(issue: Issue, path: str) -> Answer | None:
    edition = issue.press.edition
    if path == "/robots.txt":
        return page(issue, lists.robots_txt(edition), kind=PLAIN)
    if path == "/sitemap/sitemap.xml":
        return page(issue, lists.sitemap_index(issue.newest, edition), kind=XML)
    if path == "/rss/all":
        return page(issue, lists.full_feed(issue.newest, issue.press), kind=XML)
    if match := _MONTH.fullmatch(path):
        stories = _chosen(issue.newest, lambda story: lists.month_of(story) == match[1])
        return page(issue, lists.sitemap(stories, edition), kind=XML) if stories else None
    name = path.removeprefix("/rss/")
    if path.startswith("/rss/") and name in edition.feeds:
        stories = _chosen(issue.newest, edition.feeds[name])
        return page(issue, lists.feed(stories, name, issue.press), kind=XML)
    return None


def _chosen(stories: Sequence[Story], wanted: Callable[[Story], bool]) -> Sequence[Story]:
    return [story for story in stories if wanted(story)]


def _section(issue: Issue, path: str) -> Answer | None:
    sections, offset = issue.press.edition.sections, None
    if match := _FRAGMENT.fullmatch(path):
        path, offset = f"/{match[1]}", int(match[2])
    if path == "/":
        return page(issue, lists.section_page(issue.newest, "Latest", issue.press))
    name = sections.get(path[1:])
    if name is None:
        return _collection(issue, path)
    stories = _chosen(issue.newest, lists.in_list(name))
    if offset is not None:
        return page(issue, lists.section_fragment(stories, offset, issue.press))
    return page(issue, lists.section_page(stories, name, issue.press))


def _collection(issue: Issue, path: str) -> Answer | None:
    """The page of an author or of a tag."""
    if match := _TAG.fullmatch(path):
        tag = match[1]
        stories = _chosen(
            issue.newest, lambda s: tag in (word.lower().replace(" ", "-") for word in s.keywords)
        )
    else:
        stories = _chosen(issue.newest, lambda s: path in map(author_path, s.byline))
    title = path.rsplit("/", 1)[-1].replace("-", " ").title()
    return page(issue, lists.section_page(stories, title, issue.press)) if stories else None


def _elsewhere(issue: Issue, path: str) -> Answer | None:
    """Old addresses, wrong slugs, today's links, posts of live blogs, pictures."""
    stories = issue.stories
    if match := NUMBERED.fullmatch(path) or _OLD.fullmatch(path):
        story = next((story for story in stories if story.key == match[1]), None)
        return _moved(issue, story) if story else None
    if match := _DATED.fullmatch(path):
        story = next((story for story in stories if story.slug == match[1]), None)
        return _moved(issue, story) if story else None
    if match := _LIVE.fullmatch(path):
        story = next((story for story in stories if story.key == match[1]), None)
        posts = posts_json(story.posts, int(match[2])) if story else "[]"
        return page(issue, posts, kind="application/json")
    if path.startswith("/image/"):
        return 200, {"Content-Type": "image/gif"}, _GIF
    return None


def _unknown_article(issue: Issue, path: str) -> Answer | None:
    """An article that never was: "Oops!", with status 200."""
    if not (_DATED.fullmatch(path) or path.startswith(("/archive/", "/plus/"))):
        return None
    return page(issue, lists.not_found_page(issue.press))
