"""Which page answers which path."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC
from email.utils import format_datetime
from hashlib import md5
from typing import TYPE_CHECKING

from newscrawl.site import lists
from newscrawl.site.byline import author_path
from newscrawl.site.head import teaser_of
from newscrawl.site.special import posts_json
from newscrawl.site.template import article_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newscrawl.site.model import Story
    from newscrawl.site.site import ExampleSite

Answer = tuple[int, dict[str, str], bytes]

HTML, XML, PLAIN = "text/html; charset=utf-8", "application/xml; charset=utf-8", "text/plain"
_GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

_NUMBERED = re.compile(r"/\d{4}/\d{2}/\d{2}/[^/]+-a(\d+)")
_DATED = re.compile(r"/\d{4}/\d{2}/\d{2}/([^/]+)")
_OLD = re.compile(r"/(?:news|articles|photogalleries)/[^/]*[^/\d][^/]*-(\d+)")
_LIVE = re.compile(r"/live/(\d+)/(\d+)")
_MONTH = re.compile(r"/sitemap/(\d{4}-[1-9]\d?)\.xml")
_FRAGMENT = re.compile(r"/([a-z-]+)/(\d+)")
_TAG = re.compile(r"/tag/([^/]+)")


def answer(site: ExampleSite, path: str) -> Answer:
    """Status, headers and body of one path; the first reader of paths that knows it answers."""
    for route in (_html_page, _article, _list, _section, _elsewhere, _unknown_article):
        found = route(site, path)
        if found is not None:
            return found
    return _page(site, "<!DOCTYPE html><title>404</title><h1>Not found</h1>", status=404)


def _page(site: ExampleSite, text: str, *, kind: str = HTML, status: int = 200) -> Answer:
    body = text.encode()
    headers = {"Content-Type": kind, "Cache-Control": "max-age=300"}
    if status == 200:
        headers["ETag"] = f'"{md5(body, usedforsecurity=False).hexdigest()}"'
        headers["Last-Modified"] = format_datetime(site.changed_at.astimezone(UTC), usegmt=True)
    return status, headers, body


def _moved(site: ExampleSite, story: Story) -> Answer:
    return 301, {"Content-Type": HTML, "Location": site.edition.home + story.path}, b""


def _html_page(site: ExampleSite, path: str) -> Answer | None:
    html = site.html_pages.get(path)
    return None if html is None else _page(site, html)


def _article(site: ExampleSite, path: str) -> Answer | None:
    for story in site.stories:
        if path == story.path:
            return _page(site, article_page(story, site.issue))
        if path == f"{story.path}/pdf":
            return _pdf(site, story)
    if any(path == story.path for story in site.deleted):
        return _page(site, "<!DOCTYPE html><title>404</title><h1>Not found</h1>", status=404)
    return None


def _pdf(site: ExampleSite, story: Story) -> Answer:
    """The copy to print: not a page, and no real PDF beyond its first line."""
    text = f"%PDF-1.4\n{teaser_of(story)}\nOriginal url: {site.edition.home}{story.path}\n%%EOF\n"
    return _page(site, text, kind="application/pdf")


def _list(site: ExampleSite, path: str) -> Answer | None:
    issue, edition = site.issue, site.edition
    if path == "/robots.txt":
        return _page(site, lists.robots_txt(edition), kind=PLAIN)
    if path == "/sitemap/sitemap.xml":
        return _page(site, lists.sitemap_index(issue.newest, edition), kind=XML)
    if path == "/rss/all":
        return _page(site, lists.full_feed(issue.newest, issue.press), kind=XML)
    if match := _MONTH.fullmatch(path):
        stories = _chosen(issue.newest, lambda story: lists.month_of(story) == match[1])
        return _page(site, lists.sitemap(stories, edition), kind=XML) if stories else None
    name = path.removeprefix("/rss/")
    if path.startswith("/rss/") and name in edition.feeds:
        stories = _chosen(issue.newest, edition.feeds[name])
        return _page(site, lists.feed(stories, name, issue.press), kind=XML)
    return None


def _chosen(stories: Sequence[Story], wanted: Callable[[Story], bool]) -> Sequence[Story]:
    return [story for story in stories if wanted(story)]


def _section(site: ExampleSite, path: str) -> Answer | None:
    issue = site.issue
    sections, offset = site.edition.sections, None
    if match := _FRAGMENT.fullmatch(path):
        path, offset = f"/{match[1]}", int(match[2])
    if path == "/":
        return _page(site, lists.section_page(issue.newest, "Latest", issue.press))
    name = sections.get(path[1:])
    if name is None:
        return _collection(site, path)
    stories = _chosen(issue.newest, lists.in_list(name))
    if offset is not None:
        return _page(site, lists.section_fragment(stories, offset, issue.press))
    return _page(site, lists.section_page(stories, name, issue.press))


def _collection(site: ExampleSite, path: str) -> Answer | None:
    """The page of an author or of a tag."""
    issue = site.issue
    if match := _TAG.fullmatch(path):
        tag = match[1]
        stories = _chosen(
            issue.newest, lambda s: tag in (word.lower().replace(" ", "-") for word in s.keywords)
        )
    else:
        stories = _chosen(issue.newest, lambda s: path in map(author_path, s.byline))
    title = path.rsplit("/", 1)[-1].replace("-", " ").title()
    return _page(site, lists.section_page(stories, title, issue.press)) if stories else None


def _elsewhere(site: ExampleSite, path: str) -> Answer | None:
    """Old addresses, wrong slugs, today's links, posts of live blogs, pictures."""
    stories = site.stories
    if match := _NUMBERED.fullmatch(path) or _OLD.fullmatch(path):
        story = next((story for story in stories if story.key == match[1]), None)
        return _moved(site, story) if story else None
    if match := _DATED.fullmatch(path):
        story = next((story for story in stories if story.slug == match[1]), None)
        return _moved(site, story) if story else None
    if match := _LIVE.fullmatch(path):
        story = next((story for story in stories if story.key == match[1]), None)
        posts = posts_json(story.posts, int(match[2])) if story else "[]"
        return _page(site, posts, kind="application/json")
    if path.startswith("/image/"):
        return 200, {"Content-Type": "image/gif"}, _GIF
    return None


def _unknown_article(site: ExampleSite, path: str) -> Answer | None:
    """An article that never was: "Oops!", with status 200. One that was deleted is a 404."""
    if not (_DATED.fullmatch(path) or path.startswith(("/archive/", "/plus/"))):
        return None
    match = _NUMBERED.fullmatch(path)
    if match and any(story.key == match[1] for story in site.deleted):
        return None
    return _page(site, lists.not_found_page(site.issue.press))
