"""The example site while it lives: its stories, what an editor does to them, and its answers."""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from tests.site.edition import ENGLISH, Edition
from tests.site.hashed import hashed
from tests.site.issue import TODAY, Issue, issue_of, morning
from tests.site.model import Story
from tests.site.rewording import reworded
from tests.site.routes import NUMBERED, Answer, answer, not_found, page
from tests.site.story_files import english_stories, eras
from tests.site.truth import truth


class ExampleSite:
    """A small outlet that can be changed between two crawls.

    Its pages, feeds and sitemaps name the canonical hosts; ``respond`` answers for all of them
    by path. The same calls in the same order give the same bytes: its clock is ``today`` at six
    in Moscow and moves on by one minute with each change. ``hashed`` prints every class name
    and id as a hash. All methods may be called from any thread.
    """

    def __init__(
        self,
        stories: Iterable[Story] | None = None,
        *,
        edition: Edition = ENGLISH,
        today: date = TODAY,
        hashed: bool = False,
    ) -> None:
        self.edition, self.today, self.hashed = edition, today, hashed
        chosen = english_stories() if stories is None else stories
        self._by_key = {story.key: story for story in chosen}
        self._deleted: dict[str, Story] = {}
        self._html_pages: dict[str, str] = {}
        self._era: str | None = None
        self._changes = 0
        self._answers: dict[str, Answer] = {}
        self._lock = threading.RLock()

    @property
    def issue(self) -> Issue:
        """The site as it stands."""
        with self._lock:
            return issue_of(
                self._by_key.values(),
                self.edition,
                self.today,
                era=self._era,
                changed_at=self.changed_at,
            )

    @property
    def stories(self) -> Sequence[Story]:
        """Every story that can be read, newest first."""
        return self.issue.stories

    @property
    def deleted(self) -> tuple[Story, ...]:
        return tuple(self._deleted.values())

    @property
    def changed_at(self) -> datetime:
        return morning(self.today) + timedelta(minutes=self._changes)

    def story(self, key: str) -> Story:
        """The story of that key; a KeyError if there is none or it was deleted."""
        return self._by_key[key]

    def paths(self) -> tuple[str, ...]:
        """The paths of all article pages, also of those that no list names."""
        return tuple(story.path for story in self.stories)

    def truth(self, key: str) -> dict[str, Any]:
        """What ``newscrawl extract`` should print for that story's page as it now is."""
        story, issue = self.story(key), self.issue
        return truth(story, issue.press, issue.era_of(story), telling=not self.hashed)

    def respond(self, path: str, query: str = "") -> Answer:
        """Status, headers and body for a path; the query counts for nothing here, as there."""
        with self._lock:
            if path not in self._answers:
                self._answers[path] = self._answer(path)
            return self._answers[path]

    def _answer(self, path: str) -> Answer:
        status, headers, body = self._clear_answer(path)
        if self.hashed and headers["Content-Type"].startswith("text/html"):
            body = hashed(body.decode()).encode()
        return status, headers, body

    def _clear_answer(self, path: str) -> Answer:
        issue = self.issue
        if path in self._html_pages:
            return page(issue, self._html_pages[path])
        return not_found(issue) if self._is_gone(path) else answer(issue, path)

    def _is_gone(self, path: str) -> bool:
        """Whether a story stood there that was deleted: those who never were are no 404."""
        match = NUMBERED.fullmatch(path)
        if match and match[1] in self._deleted.keys() - self._by_key.keys():
            return True
        paths = {story.path for story in self.deleted}
        return path in paths.difference(story.path for story in self.stories)

    def edit(self, key: str, old: str, new: str) -> None:
        """Replace some words wherever the story says them, and date the update."""
        with self._lock:
            story = self.story(key)
            changed = reworded(story, old, new)
            if changed == story:
                raise ValueError(f"story {key} does not say: {old}")
            self._touch()
            self._by_key[key] = replace(changed, modified=self.changed_at.isoformat())

    def delete(self, key: str) -> None:
        """Take a story down: its page is a true 404, and no list names it."""
        with self._lock:
            self._deleted[key] = self._by_key.pop(key)
            self._touch()

    def restore(self, key: str) -> None:
        with self._lock:
            self._by_key[key] = self._deleted.pop(key)
            self._touch()

    def set_plea(self, era: str) -> None:
        """Let every page beg as in that era (see ``appeals.toml``)."""
        if era not in eras():
            raise ValueError(f"no such era: {era} (there are {', '.join(eras())})")
        with self._lock:
            self._era = era
            self._touch()

    def publish(self, story: Story) -> None:
        """Add a story, or put it in the place of the one with the same key."""
        with self._lock:
            self._by_key[story.key] = story
            self._touch()

    def add_html_page(self, path: str, html: str) -> None:
        """Serve any HTML at a path, before all else that stands there."""
        with self._lock:
            self._html_pages[path] = html
            self._touch()

    def _touch(self) -> None:
        self._changes += 1
        self._answers.clear()
