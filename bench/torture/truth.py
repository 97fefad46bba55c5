"""What must hold of an archive at any moment, and what it says, without ids and times."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import text

from newscrawl.archive.database.engine import Session, SessionFactory
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, snapshots_by_file
from newscrawl.snapshots.verify import VerifyReport, verify_file, warc_files
from newscrawl.snapshots.warc_reader import read_page

#: Rows that must not be, whatever was killed and whenever; each with what it would mean.
NEVER = {
    "a link has no outcome": """
        SELECT key FROM link WHERE outcome NOT IN ('waiting', 'stored', 'not_article', 'refused',
            'blocked', 'failed', 'quarantined', 'gone', 'missing', 'offsite', 'duplicate')""",
    "a page is listed twice": "SELECT key FROM link GROUP BY outlet, key HAVING count(*) > 1",
    "a link is stored and there is no article": """
        SELECT key FROM link WHERE outcome IN ('stored', 'gone')
        AND (outlet, key) NOT IN (SELECT outlet, key FROM article)""",
    "an article has no link": """
        SELECT key FROM article WHERE (outlet, key) NOT IN
            (SELECT outlet, key FROM link WHERE outcome IN ('stored', 'gone'))""",
    "an article is there twice": "SELECT key FROM article GROUP BY outlet, key HAVING count(*) > 1",
    "an article has no revision": """
        SELECT key FROM article a WHERE NOT EXISTS
            (SELECT FROM revision r WHERE r.id = a.revision_id AND r.article_id = a.id)""",
    "a revision is there twice": """
        SELECT key FROM (
            SELECT key, text_hash, lag(text_hash) OVER (PARTITION BY r.article_id ORDER BY r.number)
            FROM revision r JOIN revisions shown ON shown.revision_id = r.id
        ) AS neighbours (key, text_hash, before) WHERE text_hash = before
        UNION ALL SELECT a.key FROM revision r JOIN article a ON a.id = r.article_id
        GROUP BY a.id HAVING count(*) <> count(DISTINCT number) OR max(number) <> count(*)""",
    "a revision has no page": "SELECT id FROM revision WHERE snapshot_id IS NULL",
    "a revision's page is of another address": """
        SELECT r.id FROM revision r JOIN snapshot s ON s.id = r.snapshot_id
        WHERE s.url <> r.url OR s.fetched_at <> r.fetched_at""",
    "two rows name one record": """
        SELECT file FROM snapshot GROUP BY file, "offset" HAVING count(*) > 1""",
    "a quarantined page is there twice": """
        SELECT key FROM quarantine WHERE settled_at IS NULL
        GROUP BY outlet, key HAVING count(*) > 1""",
    "an ended crawl holds links": """
        SELECT link.key FROM link JOIN crawl ON crawl.id = link.lease
        WHERE crawl.finished_at IS NOT NULL""",
}
#: What an archive says.
_SAYS = {
    "links": """
        SELECT key, url, outcome, reason, last_result, robots,
            (SELECT array_agg(one ORDER BY one) FROM unnest(listed_in) one), claimed_at,
            etag, last_modified FROM link ORDER BY key""",
    "revisions": """
        SELECT a.key, a.url, a.gone_at, r.number, r.cause, r.url, r.headline, r.description, r.lead,
            r.authors, r.section, r.keywords, r.language, r.date_published, r.date_modified,
            r.blocks, r.removed, r.images, encode(r.read_hash, 'hex'), encode(r.text_hash, 'hex'),
            s.url, s.status, s.digest
        FROM revision r JOIN article a ON a.id = r.article_id
        LEFT JOIN snapshot s ON s.id = r.snapshot_id ORDER BY 1, 4""",
    "edits": "SELECT key, changes, is_silent FROM edits JOIN revisions USING (revision_id, key) "
    "ORDER BY key, number",
    "quarantine": "SELECT key, reason, error FROM quarantine ORDER BY key",
    "deletions": "SELECT a.key, back_at FROM deletion JOIN article a ON a.id = article_id "
    "ORDER BY a.key",
    "duplicates": "SELECT array_agg(a.key ORDER BY a.key) FROM duplicate JOIN article a "
    "ON a.id = article_id GROUP BY cluster ORDER BY 1",
    "sources": "SELECT url, etag, last_modified, complaint FROM source ORDER BY url",
}


def faults(sessions: SessionFactory, home: Path) -> Iterator[str]:
    """What is wrong with an archive, whatever was done to the crawls that made it."""
    with sessions() as session:
        for what, query in NEVER.items():
            found = [str(row[0]) for row in session.execute(text(query))]
            if found:
                yield f"{what}: {', '.join(found[:5])}"
        yield from _lost_pages(session, home)


def _lost_pages(session: Session, home: Path) -> Iterator[str]:
    """What ``newscrawl snapshots verify`` would complain of."""
    report = VerifyReport()
    unclaimed = set(warc_files(home))
    for file, rows in snapshots_by_file(session, None):
        unclaimed.discard(file)
        verify_file(home, file, rows, report)
    for file in sorted(unclaimed):
        verify_file(home, file, (), report)
    yield from (f"{one.url}: {one.what}" for one in report.problems)
    yield from (f"{one.file}: damaged at {one.offset}" for one in report.damaged)


def unfinished(sessions: SessionFactory, code: int | None) -> Iterator[str]:
    """What is wrong after a crawl that ended by itself, and said this."""
    with sessions() as session:
        row = session.execute(text("SELECT exit_code FROM crawl ORDER BY id DESC LIMIT 1")).first()
        if row is None or row[0] != code:
            yield f"the crawl ended with {code}, and its row says {row and row[0]}"
        for what, query in (
            ("links are leased", "SELECT key FROM link WHERE lease IS NOT NULL"),
            ("links wait", "SELECT key FROM link WHERE outcome = 'waiting' AND next_visit_at < "
             "archive_now()"),
        ):  # fmt: skip
            if found := [row[0] for row in session.execute(text(query))]:
                yield f"{what}: {', '.join(found[:5])}"


def said(sessions: SessionFactory) -> dict[str, list[Any]]:
    """All that an archive says."""
    with sessions() as session:
        return {name: _rows(session, query) for name, query in _SAYS.items()}


def _rows(session: Session, query: str) -> list[Any]:
    return [json.loads(json.dumps(list(row), default=str)) for row in session.execute(text(query))]


def differences(found: dict[str, list[Any]], expected: dict[str, list[Any]]) -> Iterator[str]:
    """Where an archive says something else than one that nothing disturbed."""
    for name, rows in expected.items():
        if found[name] == rows:
            continue
        odd = [row for row in found[name] if row not in rows]
        missing = [row for row in rows if row not in found[name]]
        yield f"{name} differ: {str(odd[:2])[:600]} in place of {str(missing[:2])[:600]}"


def untrue(
    sessions: SessionFactory, home: Path, sent: Mapping[str, frozenset[bytes]]
) -> Iterator[str]:
    """Revisions whose kept page is none that the site has sent, byte by byte."""
    with sessions() as session:
        for url, snapshot in session.execute(text("SELECT url, snapshot_id FROM revision")):
            kept = kept_snapshot(session, snapshot) if snapshot else None
            pages = sent.get(urlsplit(url).path, ())
            if kept is None or read_page(home, kept.kept, url, kept.fetched_at).html not in pages:
                yield f"{url}: the page that was kept was never sent"
