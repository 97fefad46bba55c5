"""Ask what is near a text, or a revision of any age, as clusters ask of articles' latest texts."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.duplicates import near_duplicates
from newscrawl.archive.duplicates.near_duplicates import Near
from newscrawl.archive.duplicates.text_sketch import bands_of, sketch_of

_NEAR = text("""
SELECT * FROM near_articles(
    cast(:sketch AS integer[]), cast(:bands AS integer[]), cast(:besides AS bigint),
    cast(:least AS float8), cast(:compared AS bigint))
""")


def near_text(session: Session, body: str) -> list[Near]:
    """Articles whose latest text is nearly this one, the most similar first."""
    return _near(session, sketch_of(body), None)


def near_revision(session: Session, revision_id: int) -> list[Near]:
    """Other articles whose latest text is nearly that of a revision, the most similar first."""
    revision = session.get_one(models.Revision, revision_id)
    return _near(session, revision.sketch, revision.article_id)


def _near(session: Session, sketch: Sequence[int], besides: int | None) -> list[Near]:
    asked = {"sketch": list(sketch), "bands": bands_of(sketch), "besides": besides}
    bounds = {"least": near_duplicates.LEAST, "compared": near_duplicates.COMPARED}
    found = session.execute(_NEAR, {**asked, **bounds})
    return [
        Near(**{name: row[name] for name in Near.__dataclass_fields__}) for row in found.mappings()
    ]


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of runs of words that two texts have in common, by their sketches: 0 to 1."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
