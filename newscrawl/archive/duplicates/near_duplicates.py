"""Find articles that say nearly the same, and keep them in clusters.

A cluster is led by its first article, which is like none before it; each other one is like its
first, and not merely like some that are. So a chain of texts that change a little each day does
not become one cluster, and what the clusters are follows from the texts and from when they were
first seen, not from the order in which they were stored. An article that is the first of nothing
but itself has no row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.sanitize import safe_json

#: Texts are nearly the same where this share of their runs of words is; how short ones may be is in
#: ``text_sketch.py``.
LEAST = 0.6
#: Revisions that are compared with one text: those that share the most bands with it, of each band
#: as many as come first. More share a band with it only where a whole outlet repeats itself.
COMPARED = 300

#: Who comes first: when it was first seen, its outlet, its key.
Rank = tuple[datetime, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An article whose latest revision is like a text."""

    article_id: int
    outlet: str
    key: str
    first_seen_at: datetime
    #: The first article of its cluster: itself, where it is in none.
    cluster: int
    #: The share of runs of words that both have, 0.6 to 1.
    similarity: float

    @property
    def rank(self) -> Rank:
        return self.first_seen_at, self.outlet, self.key


# By the function of ``near_articles.sql``, whose plan is kept. The latest texts of articles, each
# asked for in its turn: a statement for each took its client as long as the search the server.
_NEAR_EACH = text("""
SELECT asked.id AS own, near.* FROM article AS asked
JOIN revision r ON r.id = asked.revision_id
CROSS JOIN LATERAL near_articles(r.sketch, r.bands, asked.id, cast(:least AS float8),
                                 cast(:compared AS bigint)) WITH ORDINALITY AS near
WHERE asked.id = ANY(:ids)
ORDER BY asked.id, near.ordinality
""")


def near_articles(session: Session, article_ids: Sequence[int]) -> dict[int, list[Near]]:
    """By article, others whose latest text is nearly its own, the most similar first."""
    asked = {"ids": list(article_ids), "least": LEAST, "compared": COMPARED}
    found: dict[int, list[Near]] = {}
    for row in session.execute(_NEAR_EACH, asked).mappings():
        given = {name: row[name] for name in Near.__dataclass_fields__}
        found.setdefault(row["own"], []).append(Near(**given))
    return found


#: Articles that are woken in one transaction: where the first of a huge cluster says something
#: else, those behind these are in no cluster until they are stored, or cleaned, the next time.
_WOKEN = 500

# Two crawls may store the same wire copy at the same moment: the one that comes second has to see
# what the first one wrote. Who holds this lock asks for no other but on rows of ``duplicate``.
_LOCK = text("""
SELECT pg_advisory_xact_lock(7263991107) WHERE EXISTS (
    SELECT FROM article a JOIN revision r ON r.id = a.revision_id
    WHERE a.id = ANY(:ids)
      AND (r.bands <> '{}' OR EXISTS (SELECT FROM duplicate WHERE article_id = a.id)))
""")


def renew_duplicates(session: Session, article_ids: Iterable[int]) -> None:
    """Put these articles, whose latest text or first sight may be another, into their clusters.

    To be called last in a transaction: until its end no other renews clusters.
    """
    ids = sorted(set(article_ids))
    if not ids or session.execute(_LOCK, {"ids": ids}).first() is None:
        return
    renewal = _Renewal(session, ids)
    renewal.run()
    _write(session, renewal)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """An article that is to be placed."""

    article_id: int
    rank: Rank
    near: list[Near]
    #: As it is stored.
    cluster: int


_MEMBERS = text("""
SELECT a.id, a.first_seen_at, a.outlet, a.key, coalesce(d.cluster, a.id) AS cluster
FROM article a
LEFT JOIN duplicate d ON d.article_id = a.id
WHERE a.id = ANY(:ids) AND a.revision_id IS NOT NULL
""")
_FOLLOWERS = text("""
SELECT cluster, article_id FROM duplicate WHERE cluster = ANY(:ids) AND article_id <> cluster
""")


class _Renewal:
    """Places articles in the order of their ranks; who is placed may wake only later ones."""

    def __init__(self, session: Session, ids: Sequence[int]) -> None:
        self.session = session
        #: By article: the first of its cluster, as was stored, and as is found with the similarity.
        self.before: dict[int, int] = {}
        self.after: dict[int, tuple[int, float]] = {}
        self._changed = set(ids)
        self._members: dict[int, _Member] = {}
        self._waiting: list[tuple[Rank, int]] = []
        #: Nothing is written before all are placed, so what is asked once stays true.
        self._followers = self._followers_of(ids)
        self._wake(ids)

    def run(self) -> None:
        while self._waiting:
            _, article_id = heappop(self._waiting)
            self._place(self._members[article_id])

    def _place(self, member: _Member) -> None:
        own = member.article_id
        near = member.near
        first = next((n for n in near if n.rank < member.rank and self._leads(n)), None)
        self.before[own] = member.cluster
        self.after[own] = (first.article_id, first.similarity) if first else (own, 1.0)
        led, is_changed = member.cluster == own, own in self._changed
        if first is None and (is_changed or not led):
            self._wake([n.article_id for n in near if n.rank > member.rank])
        if led and (first is not None or is_changed):
            known = self._followers if is_changed else self._followers_of([own])
            for left in self._wake(known.get(own, [])):
                self.before[left], self.after[left] = own, (left, 1.0)

    def _followers_of(self, firsts: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row in self.session.execute(_FOLLOWERS, {"ids": list(firsts)}):
            found.setdefault(row.cluster, []).append(row.article_id)
        return found

    def _leads(self, near: Near) -> bool:
        cluster, _ = self.after.get(near.article_id, (near.cluster, 0.0))
        return cluster == near.article_id

    def _wake(self, ids: Sequence[int]) -> list[int]:
        """Let these articles be placed; those for which there is no room."""
        new = sorted(set(ids) - self._members.keys())
        room = max(0, len(self._changed) + _WOKEN - len(self._members))
        woken, left = new[:room], new[room:]
        near = near_articles(self.session, woken) if woken else {}
        for row in self.session.execute(_MEMBERS, {"ids": woken}) if woken else ():
            rank = row.first_seen_at, row.outlet, row.key
            self._members[row.id] = _Member(
                article_id=row.id, rank=rank, near=near.get(row.id, []), cluster=row.cluster
            )
            heappush(self._waiting, (rank, row.id))
        return left


_RELEASE = text("""
DELETE FROM duplicate WHERE article_id = ANY(:firsts) AND article_id <> cluster
""")
_FOLLOW = text("""
INSERT INTO duplicate AS old (article_id, cluster, similarity)
SELECT article_id, cluster, similarity
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
    article_id bigint, cluster bigint, similarity real)
ON CONFLICT (article_id) DO UPDATE
SET cluster = excluded.cluster, similarity = excluded.similarity
WHERE (old.cluster, old.similarity) <> (excluded.cluster, excluded.similarity)
""")
_DISBAND = text("""
DELETE FROM duplicate AS first
WHERE article_id = ANY(:ids) AND article_id = cluster AND NOT EXISTS (
    SELECT FROM duplicate WHERE cluster = first.cluster AND article_id <> cluster)
""")


def _write(session: Session, renewal: _Renewal) -> None:
    """What differs from what is stored; a first without others loses its row."""
    follow = {own: place for own, place in renewal.after.items() if own != place[0]}
    firsts = {own for own in renewal.after if own not in follow}
    released = sorted(own for own in firsts if renewal.before[own] != own)
    if released:
        session.execute(_RELEASE, {"firsts": released})
    if follow:
        placed = follow | {cluster: (cluster, 1.0) for cluster, _ in follow.values()}
        rows = [
            {"article_id": own, "cluster": cluster, "similarity": similarity}
            for own, (cluster, similarity) in sorted(placed.items())
        ]
        session.execute(_FOLLOW, {"rows": safe_json(rows)})
    session.execute(_DISBAND, {"ids": sorted(set(renewal.before.values()) | firsts)})
