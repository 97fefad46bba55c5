"""Find articles whose latest text says nearly the same as another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Texts are nearly the same where this share of their runs of words is.
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


# By the function of ``nearness.sql``, whose plan is kept. The latest texts of articles, each asked
# for in its turn: a statement for each took its client as long as the search takes the server.
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
