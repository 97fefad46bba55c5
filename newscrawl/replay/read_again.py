"""Kept page in, cleaned article out: what a crawl does with a page that has just come."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.revisions.pages_to_replay import KeptRevision, ReplayScope, kept_revisions
from newscrawl.archive.revisions.rewriting import rewrite
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.archive.sanitize import safe_text
from newscrawl.article import Article
from newscrawl.boilerplate import Rule, clean
from newscrawl.errors import ExtractionError, SnapshotError
from newscrawl.extract import version_of
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlets import load_outlets
from newscrawl.page import Page
from newscrawl.read_kept_page import read_article, read_kept
from newscrawl.read_page import Told, read_page
from newscrawl.screen import Verdict
from newscrawl.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """How the pages of an outlet are read today; one that no file describes, by general rules."""

    outlet: str
    #: What the archive learned of it.
    learned: tuple[Rule, ...]

    @property
    def described(self) -> Outlet | None:
        return _outlets().get(self.outlet)

    @property
    def rules(self) -> tuple[Rule, ...]:
        return rules_of(self.described, self.learned)

    @property
    def read_by(self) -> str:
        return version_of(self.described)

    def read(self, page: Page, told: Told) -> Article | Verdict:
        """The article, under the outlet's name, or why the page is none; as ``read_page``."""
        found = read_page(page, self.described, self.rules, told)
        return found if isinstance(found, Verdict) else replace(found, outlet=self.outlet)

    def cleaned(self, read: Article) -> Article:
        """An article as it was read, under the outlet's name and its rules."""
        return clean(replace(read, outlet=self.outlet), self.rules)


@cache
def _outlets() -> Mapping[str, Outlet]:
    return load_outlets()


@cache
def read_by_all() -> str:
    """By what all outlets' pages are read in this process: another that says the same reads alike.

    What the archive learned is no part of it: that goes with each reader.
    """
    each = [f"{__version__} {version_of(None)} {rules_version(rules_of(None))}"]
    for name, outlet in sorted(_outlets().items()):
        each.append(f"{name} {version_of(outlet)} {rules_version(rules_of(outlet))}")
    return hashlib.sha256("\n".join(each).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPage:
    """A revision's page that today's code makes no article of: nothing changes about it."""

    article_id: int
    revision_id: int
    url: str
    reason: str


def read_again(home: Path, kept: KeptRevision, reader: PageReader) -> Article | RefusedPage:
    """Today's article of a revision's page; raises ``SnapshotError``."""
    try:
        page = read_kept(home, kept.page, kept.parts, reader.described)
        article = reader.read(page, Told(status=kept.status))
        if isinstance(article, Verdict):
            return _refused(kept, article.reason)
    except ExtractionError as error:
        return _refused(kept, error.reason)
    if safe_text(article.key) != kept.key:
        return _refused(kept, f"of {article.key}")
    return article


def _refused(kept: KeptRevision, reason: str) -> RefusedPage:
    return RefusedPage(
        article_id=kept.article_id, revision_id=kept.revision_id, url=kept.page.url, reason=reason
    )


def refresh(
    session: Session, home: Path, reader: PageReader, articles: Sequence[int], version: str
) -> set[int]:
    """Correct the revisions of these articles that older code or other rules have read.

    The articles that changed, for which ``renew_duplicates`` is to be called in the end.
    """
    readings: dict[int, Article] = {}
    for kept in kept_revisions(
        session, articles, ReplayScope(outlet=reader.outlet, read_by=reader.read_by), version
    ):
        try:
            found = read_again(home, kept, reader)
        except SnapshotError:
            continue
        if not isinstance(found, RefusedPage):
            readings[kept.revision_id] = found
    return rewrite(session, readings, version)[1] if readings else set()


def read_snapshot(
    session: Session, home: Path, reader: PageReader, snapshot_id: int
) -> Article | None:
    """Today's article of a kept page; None where it cannot be read, or is none."""
    found = read_article(session, home, snapshot_id, reader.described)
    return None if found is None else reader.cleaned(found)
