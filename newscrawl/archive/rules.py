"""The learned rules of an outlet: what the archive proposes, and what was decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.clock import archive_now
from newscrawl.boilerplate.repeated import Repeated
from newscrawl.errors import NotFound

PROPOSED, ACCEPTED, REFUSED = "proposed", "accepted", "refused"
#: Who decided, where it was not evidence alone.
PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """A learned rule with its evidence, and who decided what about it."""

    outlet: str
    name: str
    wordings: list[str]
    prints: list[int]
    state: str
    decided_by: str | None
    decided_at: datetime | None
    learned_at: datetime
    evidence: dict[str, Any]


def accepted_rules(session: Session, outlet: str) -> tuple[Repeated, ...]:
    """The outlet's learned rules that apply, by name."""
    return tuple(
        Repeated(note.name, tuple(note.wordings)) for note in notes(session, outlet, ACCEPTED)
    )


def notes(session: Session, outlet: str | None = None, state: str | None = None) -> list[RuleNote]:
    """Learned rules by outlet and name, of all outlets and states unless they are given."""
    row = models.RuleRow
    columns = [getattr(row, name) for name in RuleNote.__dataclass_fields__]
    # By bytes: the order in which rules apply must not hang on a database's locale.
    asked = select(*columns).order_by(row.outlet.collate("C"), row.name.collate("C"))
    if outlet is not None:
        asked = asked.where(row.outlet == outlet)
    if state is not None:
        asked = asked.where(row.state == state)
    return [RuleNote(**one) for one in session.execute(asked).mappings()]


def examples(session: Session, note: RuleNote) -> list[dict[str, Any]]:
    """Articles that have what the rule is about: their ids, URLs and headlines."""
    article, revision = models.Article, models.Revision
    found = session.execute(
        select(article.id.label("article_id"), article.url, revision.headline)
        .join(revision, revision.id == article.revision_id)
        .where(article.outlet == note.outlet, article.key.in_(note.evidence["examples"]))
        .order_by(article.id)
    )
    return [dict(row) for row in found.mappings()]


def decide(session: Session, outlet: str, name: str, state: str) -> RuleNote:
    """Accept or refuse a rule, as a person; what was decided stays. Raises ``NotFound``."""
    row = models.RuleRow
    found = session.execute(
        update(row)
        .where(row.outlet == outlet, row.name == name)
        .values(state=state, decided_by=PERSON, decided_at=archive_now)
        .returning(row.id)
    ).first()
    if found is None:
        raise NotFound(
            f"no learned rule {name!r} of {outlet}: newscrawl rules list --outlet {outlet}"
        )
    return next(note for note in notes(session, outlet) if note.name == name)
