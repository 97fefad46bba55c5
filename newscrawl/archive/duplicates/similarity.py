"""Find articles whose latest text says nearly the same as another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.text_sketch import bands_of, sketch_of

#: Texts are nearly the same where this share of their runs of words is.
LEAST = 0.6
#: Revisions that are compared with one text, those recorded first. More share a band with it only
#: where a whole outlet repeats itself.
_COMPARED = 300

#: Who comes first: when it was first seen, its outlet, its key.
Rank = tuple[datetime, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An article whose latest revision is like a text."""

    article_id: int
    revision_id: int
    outlet: str
    key: str
    url: str
    headline: str
    first_seen_at: datetime
    #: The first article of its cluster: itself, where it is in none.
    cluster: int
    #: The share of runs of words that both have, 0.6 to 1.
    similarity: float

    @property
    def rank(self) -> Rank:
        return self.first_seen_at, self.outlet, self.key


# ``revisions_with_bands`` is a function of the third migration: the index, and nothing but it.
_NEAR = text("""
WITH compared AS MATERIALIZED (
    SELECT r.article_id, r.id AS revision_id, r.headline,
           (SELECT count(*) FILTER (WHERE pair.one = pair.other)::float8 / count(*)
            FROM unnest(r.sketch, cast(:sketch AS integer[])) AS pair (one, other)) AS similarity
    FROM revisions_with_bands(cast(:bands AS integer[]), :compared) AS shared (id)
    JOIN revision r ON r.id = shared.id
    JOIN article a ON a.id = r.article_id AND a.revision_id = r.id
    WHERE r.article_id IS DISTINCT FROM cast(:besides AS bigint)
)
SELECT a.id AS article_id, n.revision_id, a.outlet, a.key, a.url, n.headline, a.first_seen_at,
       coalesce(d.cluster, a.id) AS cluster, n.similarity
FROM compared n
JOIN article a ON a.id = n.article_id
LEFT JOIN duplicate d ON d.article_id = a.id
WHERE n.similarity >= :least
ORDER BY n.similarity DESC, a.first_seen_at, a.outlet, a.key
""")


def near_text(session: Session, body: str) -> list[Near]:
    """Articles whose latest text is nearly this one, the most similar first.

    A text of less than 20 words is like none.
    """
    return near_sketch(session, sketch_of(body), None)


def near_revision(session: Session, revision_id: int) -> list[Near]:
    """Other articles whose latest text is nearly that of a revision, the most similar first."""
    revision = session.get_one(models.Revision, revision_id)
    return near_sketch(session, revision.sketch, revision.article_id)


def near_sketch(session: Session, sketch: Sequence[int], besides: int | None) -> list[Near]:
    """Articles but ``besides`` whose latest text has nearly this sketch, the most similar first."""
    if not sketch:
        return []
    asked = {
        "sketch": list(sketch),
        "bands": bands_of(sketch),
        "besides": besides,
        "least": LEAST,
        "compared": _COMPARED,
    }
    return [Near(**row) for row in session.execute(_NEAR, asked).mappings()]
