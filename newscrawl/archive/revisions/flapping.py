"""Pages that go back and forth between two texts, as with tests of headlines.

The first return to an earlier text is an edit like any other. From then on, a text that the
archive has already is a revision only once it has been met three times running. Meanwhile the
article's row says so: ``other_seen`` is 0 where the latest visit met the latest revision.
"""

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Visits that must meet a text one after the other before it is believed to stay.
_SETTLED = 3
#: Revisions, at least, of an article that was back at an earlier text before.
LEAST = 3

# Revisions that say what the one before them says, since rules came to take what they differed
# in, are no return to anything.
_HAS_BOTH = text("""
SELECT count(*) FILTER (WHERE text_hash = :said) > 0
       AND count(*) FILTER (WHERE text_hash = :latest) > 1
FROM (SELECT text_hash, lag(text_hash) OVER (ORDER BY number) AS before
      FROM revision WHERE article_id = :article) AS known
WHERE text_hash IS DISTINCT FROM before
""")
_COUNT = text("""
UPDATE article
SET other_seen = CASE WHEN other_hash IS DISTINCT FROM :said THEN 1
                      WHEN other_snapshot = cast(:snapshot AS bigint) THEN other_seen
                      ELSE other_seen + 1 END,
    other_hash = :said, other_snapshot = :snapshot
WHERE id = :article RETURNING other_seen
""")
_FORGET = text("""
UPDATE article SET other_hash = NULL, other_snapshot = NULL, other_seen = 0 WHERE id = :article
""")


def is_flapping(
    session: Session, article_id: int, latest: bytes, said: bytes, snapshot_id: int | None
) -> bool:
    """Whether an article is back at an earlier text, again, and may soon leave it again.

    By the visit's snapshot a commit that is repeated is told from another visit.
    """
    asked = {"article": article_id, "latest": latest, "said": said, "snapshot": snapshot_id}
    if not session.scalar(_HAS_BOTH, asked):
        return False
    return (session.scalar(_COUNT, asked) or 0) < _SETTLED


def forget(session: Session, article_id: int) -> None:
    """The latest visit met what the latest revision says, or made it."""
    session.execute(_FORGET, {"article": article_id})
