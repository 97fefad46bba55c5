"""What an import asks the archive and tells it: captures, their snapshots, links, originals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier.listed_links import list_links, stored_link
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.archive.snapshots.snapshot_rows import insert_snapshots, location_of, snapshot_row
from newscrawl.article import Article
from newscrawl.page import WarcLocation
from newscrawl.revisit_ages import REVISITS

#: What tells captures of an article apart, and orders them: when, and the digest of what.
Place = tuple[datetime, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """An article, cleaned, as somebody's capture of its page has it."""

    article: Article
    url: str
    fetched_at: datetime
    status: int
    kept: WarcLocation

    @property
    def place(self) -> Place:
        return self.fetched_at, self.kept.digest


def keep_captures(
    session: Session, outlet: str, captures: Sequence[Captured], articles: Mapping[str, int]
) -> list[tuple[Captured, int]]:
    """Write snapshots of the captures of articles, whose ids are by key.

    The result is the captures that were not known, with their snapshots.
    """
    rows = [
        snapshot_row(outlet, one.url, one.fetched_at, one.status, one.kept)
        | {"article_id": articles[safe_text(one.article.key)]}
        for one in captures
    ]
    made = insert_snapshots(session, rows)
    found = [(one, made[one.kept.file, one.kept.offset]) for one in captures]
    return [(one, snapshot.id) for one, snapshot in found if snapshot.is_new]


#: Who lists a link that an import made.
_LISTED_BY = "import"
#: Of an outlet that is known by its host alone.
_NO_LANGUAGE = "und"
_KNOWN = text('SELECT "offset" FROM snapshot WHERE file = :file AND "offset" = ANY(:offsets)')
_ORIGINALS = text("""
SELECT asked.number, page.*
FROM jsonb_to_recordset(cast(:asked AS jsonb)) AS asked (
    number bigint, keys text[], urls text[], digests text[], refers_to timestamptz)
CROSS JOIN LATERAL (
    SELECT s.id, s.file, s."offset", s.length, s.digest, s.status
    FROM (SELECT s.* FROM article a
          JOIN snapshot s ON s.article_id = a.id
               OR s.id IN (SELECT snapshot_id FROM revision WHERE article_id = a.id)
          WHERE a.outlet = :outlet AND a.key = ANY(asked.keys)
            AND (s.digest = ANY(asked.digests) OR s.fetched_at = asked.refers_to)
          UNION
          -- An address may lead to an article of another key.
          SELECT s.* FROM snapshot s
          WHERE s.outlet = :outlet AND s.url = ANY(asked.urls) AND s.kind = 'page'
            AND s.digest = ANY(asked.digests)) AS s
    WHERE s.same_as IS NULL
    ORDER BY s.fetched_at, s.id LIMIT 1) AS page
""")

# What an import listed says what the latest revision says, whichever capture came first.
_FOLLOW = text("""
UPDATE link SET url = a.url, claimed_at = r.date_published
FROM article a JOIN revision r ON r.id = a.revision_id
WHERE link.outlet = :outlet AND link.key = ANY(:keys) AND link.listed_by = :by
  AND a.outlet = link.outlet AND a.key = link.key
  AND (link.url, link.claimed_at) IS DISTINCT FROM (a.url, r.date_published)
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPage:
    """The snapshot that holds the page of a revisit."""

    snapshot_id: int
    status: int
    kept: WarcLocation


def know_outlet(session: Session, name: str, title: str, home: str, language: str) -> None:
    """Make an outlet's row unless there is one."""
    row = {"name": name, "title": title, "home": home, "language": language}
    session.execute(upsert(models.OutletRow).values(row).on_conflict_do_nothing())


def know_host(session: Session, name: str, title: str, home: str) -> str:
    """The home of the outlet of that name, which no file describes: made unless there is one."""
    know_outlet(session, name, title, home, _NO_LANGUAGE)
    return session.scalars(select(models.OutletRow.home).filter_by(name=name)).one()


def homes_of_hosts(session: Session) -> list[tuple[str, str]]:
    """The names and homes of the outlets that no file described when they were made."""
    row = models.OutletRow
    rows = session.execute(select(row.name, row.home).filter_by(language=_NO_LANGUAGE))
    return sorted((name, home) for name, home in rows)


def known_offsets(session: Session, file: str, offsets: Sequence[int]) -> set[int]:
    """Which records of a file are in the archive."""
    return set(session.scalars(_KNOWN, {"file": file, "offsets": list(offsets)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """What a revisit says of the page that it is of."""

    #: Of its own address, and of the one that it names.
    urls: Sequence[str]
    keys: Sequence[str]
    #: Spellings of the page's digest.
    digests: Sequence[str]
    #: When the page was captured, where that decides.
    refers_to: datetime | None


def originals_of(
    session: Session, outlet: str, revisits: Sequence[Revisit]
) -> dict[int, OriginalPage]:
    """The pages that revisits saw again, by the revisit's place among those given."""
    asked = [{"number": number, **asdict(one)} for number, one in enumerate(revisits)]
    rows = session.execute(_ORIGINALS, {"outlet": outlet, "asked": safe_json(asked)})
    return {
        row.number: OriginalPage(snapshot_id=row.id, status=row.status, kept=location_of(row))
        for row in rows
    }


def note_in_ledger(
    session: Session,
    outlet: str,
    captures: Iterable[Captured],
    revisits: Sequence[timedelta] | None = REVISITS,
) -> None:
    """Tell the frontier of articles that it did not list, so that crawls know them.

    Without ``revisits`` nobody crawls the outlet, and nothing is due.
    """
    latest: Mapping[str, Captured] = {
        one.article.key: one for one in sorted(captures, key=lambda one: one.place)
    }
    moment = now(session)
    links = [stored_link(one.article, moment, revisits or ()) for one in latest.values()]
    list_links(session, outlet, _LISTED_BY, links)
    session.execute(_FOLLOW, {"outlet": outlet, "keys": sorted(latest), "by": _LISTED_BY})
