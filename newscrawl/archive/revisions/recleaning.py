"""Apply today's rules to what is stored: from blocks and removals, without pages or new revisions.

Each batch is a transaction of its own, and each revision says under which rules it was cleaned:
what was interrupted goes on where it ended. Articles are locked before their revisions, as the
crawls do, so both may run at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.revisions.article_rows import lock_articles
from newscrawl.archive.revisions.renew_latest import renew_articles
from newscrawl.archive.revisions.revision_rows import (
    SAID,
    article_of,
    cleaned_columns,
    update_revisions,
)
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.article import Article, Removal
from newscrawl.boilerplate import Rule, clean
from newscrawl.boilerplate.learning.propose_rules import LEARNED

#: Articles in one transaction.
_BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningScope:
    """Which articles of an outlet are cleaned again; without bounds all."""

    outlet: str
    #: Published, or else fetched, on this day or later.
    since: date | None = None
    #: Only those in which this rule takes something, or took.
    rule: str | None = None
    #: Only those that have one of these fingerprints, or from which a learned rule took something.
    prints: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recleaned:
    """A revision that changes: what is taken from it now, and what comes back."""

    article_id: int
    headline: str
    taken: tuple[Removal, ...]
    returned: tuple[Removal, ...]


_ARTICLES = text("""
SELECT a.id FROM article a
WHERE a.outlet = :outlet AND a.id > :after AND EXISTS (
    SELECT FROM revision r WHERE r.article_id = a.id AND r.rules_version <> :version
      AND (cast(:since AS date) IS NULL
           OR coalesce(r.date_published, r.fetched_at) >= cast(:since AS date))
      AND (cast(:prints AS integer[]) IS NULL OR r.prints && cast(:prints AS integer[])
           OR jsonb_path_exists(r.removed, '$[*].rule ? (@ starts with $learned)',
                                jsonb_build_object('learned', cast(:learned AS text)))))
ORDER BY a.id LIMIT :batch
""")
_REVISIONS = text(f"""
SELECT id, article_id, {SAID}, images, removed, entries
FROM revision WHERE article_id = ANY(:ids) AND rules_version <> :version
ORDER BY article_id, number
""")
_THAT_TOOK = text("SELECT DISTINCT rule FROM removed_text")
_MARK = text("UPDATE revision SET rules_version = :version WHERE id = ANY(:ids)")


def rules_that_took(session: Session) -> set[str]:
    """The names of all rules that took something which is still taken out."""
    return set(session.scalars(_THAT_TOOK))


def reclean(
    sessions: SessionFactory, scope: CleaningScope, rules: Sequence[Rule], dry_run: bool = False
) -> Iterator[Recleaned]:
    """Clean the scope's articles anew, batch by batch; the revisions that change, as they come."""
    version, after = rules_version(tuple(rules)), 0
    asked = asdict(scope) | {
        "prints": None if scope.prints is None else sorted(scope.prints),
        "learned": LEARNED,
        "version": version,
        "batch": _BATCH,
    }
    while True:
        with sessions.begin() as session:
            ids = list(session.scalars(_ARTICLES, {**asked, "after": after}))
            if not ids:
                return
            if not dry_run:
                lock_articles(session, ids)
            found = _changes(session, ids, version, scope, rules)
            if dry_run:
                changed = [change for _, _, change in found if change]
            else:
                changed = _written(session, found, version)
        yield from changed
        after = ids[-1]


def _written(
    session: Session, found: Iterable[tuple[int, Article, Recleaned | None]], version: str
) -> list[Recleaned]:
    """Write what changed, and mark what did not, which nobody holds meanwhile."""
    rows, marked, changed = list[dict[str, Any]](), list[int](), list[Recleaned]()
    for revision, after, change in found:
        if change:
            rows.append({"id": revision, **cleaned_columns(after, version)})
            changed.append(change)
        else:
            marked.append(revision)
    update_revisions(session, rows)
    renew_articles(session, sorted({change.article_id for change in changed}))
    session.execute(_MARK, {"ids": marked, "version": version})
    return changed


def _changes(
    session: Session, ids: Sequence[int], version: str, scope: CleaningScope, rules: Sequence[Rule]
) -> Iterator[tuple[int, Article, Recleaned | None]]:
    """Each revision's id, its article as cleaned today, and what changed if anything did."""
    for row in session.execute(_REVISIONS, {"ids": list(ids), "version": version}):
        before = article_of(row)
        after = clean(before, rules)
        # A rule that takes what it took may come to fill another field.
        change = None if before == after else _change(row.article_id, before, after)
        if scope.rule is None or scope.rule in {r.rule for r in (*before.removed, *after.removed)}:
            yield row.id, after, change


def _change(article_id: int, before: Article, after: Article) -> Recleaned:
    was, now = {r.at: r for r in before.removed}, {r.at: r for r in after.removed}
    return Recleaned(
        article_id=article_id,
        headline=after.headline,
        taken=tuple(r for at, r in now.items() if at not in was or was[at].rule != r.rule),
        returned=tuple(r for at, r in was.items() if at not in now),
    )
