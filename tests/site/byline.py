"""Who wrote a story and when, as its page prints it."""

from datetime import datetime, timedelta

from tests.site.issue import Press
from tests.site.markup import inline
from tests.site.model import Story

_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()


def author_path(name: str) -> str:
    return "/author/" + name.lower().replace(" ", "-")


def byline(story: Story, press: Press) -> str:
    if story.kind == "gallery":
        return _gallery_byline(story)
    writers = _archive_writers(story, press) if not story.listed else _writers(story, press)
    return f"{writers}\n{_time(story)}"


def printed_time(story: Story) -> str:
    """A gallery's date: as a clock in Moscow shows it, without a zone."""
    return datetime.fromisoformat(story.published).strftime("%Y-%m-%d %H:%M:%S")


def _writers(story: Story, press: Press) -> str:
    if not story.byline:
        return ""
    links = [
        f'<a class="byline__author__name" href="{author_path(name)}" '
        f'title="{name}">{inline(name)}</a>'
        for name in story.byline
    ]
    by = "" if story.kind == "podcast" else press.edition.by
    return f'<div class="byline__author">{by}{_joined(links, press.edition.conjunction)}</div>'


def _archive_writers(story: Story, press: Press) -> str:
    """Nobody closes the spans here, so that each name stands inside the one before it."""
    if not story.byline:
        return ""
    spans = [f'<span class="byline__author__name">{inline(name)}' for name in story.byline]
    return f'<div class="byline__author">By {_joined(spans, press.edition.conjunction)}</div>'


def _joined(names: list[str], conjunction: str) -> str:
    return conjunction.join(filter(None, (", ".join(names[:-1]), names[-1])))


def _time(story: Story) -> str:
    """The time of the last update, once that is ten minutes younger than the story."""
    published = datetime.fromisoformat(story.published)
    modified = datetime.fromisoformat(story.modified or story.published)
    updated = modified - published > timedelta(minutes=10)
    shown = modified if updated else published
    text = f"{'Updated: ' if updated else ''}{_MONTHS[shown.month - 1]} {shown.day}, {shown.year}"
    return (
        f'<time class="byline__datetime timeago" datetime="{shown.isoformat()}" '
        f'y-use="Timeago">{text}</time>'
    )


def _gallery_byline(story: Story) -> str:
    names = ", ".join(
        f'<a class="article__author__name" href="{author_path(name)}">{inline(name)}</a>'
        for name in story.byline
    )
    clock = datetime.fromisoformat(story.published)
    text = (
        f"{clock:%b} {clock.day}, {clock.year} - {clock:%I:%M} {'am' if clock.hour < 12 else 'pm'}"
    )
    return f'{names}\n<time class="article__date" datetime="{printed_time(story)}">{text}</time>'
