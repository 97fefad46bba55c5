"""Pages that go back and forth between two texts, as with tests of headlines.

The first return to an earlier text is an edit like any other. From then on, a text that the
archive has already is a revision only once it has been met three times running.
"""

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Visits that must meet a text one after the other before it is believed to stay.
_SETTLED = 3

_HAS_BOTH = text("""
SELECT count(*) FILTER (WHERE text_hash = :said) > 0
       AND count(*) FILTER (WHERE text_hash = :latest) > 1
FROM revision WHERE article_id = :article
""")
_COUNT = text("""
UPDATE article
SET other_seen = CASE WHEN other_hash = :said THEN other_seen + 1 ELSE 1 END, other_hash = :said
WHERE id = :article RETURNING other_seen
""")
_FORGET = text("UPDATE article SET other_hash = NULL, other_seen = 0 WHERE id = :article")


def is_flapping(session: Session, article_id: int, latest: bytes, said: bytes) -> bool:
    """Whether an article is back at an earlier text, again, and may soon leave it again."""
    asked = {"article": article_id, "latest": latest, "said": said}
    if not session.scalar(_HAS_BOTH, asked):
        return False
    if (session.scalar(_COUNT, asked) or 0) < _SETTLED:
        return True
    forget(session, article_id)
    return False


def forget(session: Session, article_id: int) -> None:
    """The latest revision's text was met again."""
    session.execute(_FORGET, {"article": article_id})
