"""Kept page in, cleaned article out: what a crawl does with a page that has just come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from newscrawl.archive.kept import KeptPage
from newscrawl.archive.kept_revisions import KeptRevision
from newscrawl.archive.types import safe_text
from newscrawl.article import Article
from newscrawl.boilerplate import Rule, clean, rules_of
from newscrawl.errors import ExtractionError, SnapshotError
from newscrawl.extract import extract
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets
from newscrawl.page import Page
from newscrawl.screen import screen
from newscrawl.snapshots import read_page
from newscrawl.snapshots.answered import read_capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
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

    def article(self, page: Page) -> Article:
        """The article, cleaned; raises an ``ExtractionError`` where the page is none."""
        read = extract(page, self.described)
        return clean(replace(read, outlet=self.outlet), self.rules)


@cache
def _outlets() -> Mapping[str, Outlet]:
    return load_outlets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A revision's page that today's code makes no article of: nothing changes about it."""

    article_id: int
    revision_id: int
    url: str
    reason: str


def read_again(home: Path, kept: KeptRevision, reader: Reader) -> Article | Refused:
    """Today's article of a revision's page; raises ``SnapshotError``."""
    page = read_kept(home, kept.page, kept.parts, reader.described)
    try:
        verdict = screen(page, reader.described, status=kept.status)
        if verdict is not None:
            return _refused(kept, verdict.reason)
        article = reader.article(page)
    except ExtractionError as error:
        return _refused(kept, error.reason)
    if safe_text(article.key) != kept.key:
        return _refused(kept, f"of {article.key}")
    return article


def read_kept(home: Path, kept: KeptPage, parts: Sequence[KeptPage], outlet: Outlet | None) -> Page:
    """A page with its parts; raises ``SnapshotError``, also where a part is missing."""
    page = page_of(home, kept)
    wanted = outlet.parts(page) if outlet and outlet.parts else ()
    if not wanted:
        return page
    bodies = [page_of(home, part).html for part in parts]
    by_url = {part.url: body for part, body in zip(parts, bodies, strict=True)}
    in_order = bodies if len(bodies) == len(wanted) else [None] * len(wanted)
    found = {
        url: by_url.get((outlet.canonical(url) if outlet else None) or url, body)
        for url, body in zip(wanted, in_order, strict=True)
    }
    missing = [url for url, body in found.items() if body is None]
    if missing:
        raise SnapshotError(f"{kept.url}: its part {missing[0]} was not kept")
    return replace(page, parts={url: body for url, body in found.items() if body is not None})


def page_of(home: Path, kept: KeptPage) -> Page:
    """A kept page, from our own files or from those that were imported."""
    is_foreign = Path(kept.kept.file).is_absolute()
    read = read_capture if is_foreign else read_page
    return read(home, kept.kept, kept.url, kept.fetched_at)


def _refused(kept: KeptRevision, reason: str) -> Refused:
    return Refused(
        article_id=kept.article_id,
        revision_id=kept.revision_id,
        url=kept.page.url,
        reason=reason,
    )
