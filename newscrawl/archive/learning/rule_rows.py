"""The learned rules of an outlet: what the archive proposes, and what was decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import archive_now
from newscrawl.archive.queries.query_values import Rows, rows_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.boilerplate.rules.repeated_rule import Repeated
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
    asked = {"outlet": outlet and safe_text(outlet), "state": state}
    found = session.execute(_NOTES, asked).mappings()
    return [RuleNote(**one) for one in found]


# By bytes: the order in which rules apply must not hang on a database's locale.
_NOTES = text("""
SELECT * FROM learned_rules
WHERE (cast(:outlet AS text) IS NULL OR outlet = :outlet)
  AND (cast(:state AS text) IS NULL OR state = :state)
ORDER BY outlet COLLATE "C", name COLLATE "C"
""")
_EXAMPLES = text("""
SELECT article_id, url, headline FROM articles
WHERE outlet = :outlet AND key = ANY(cast(:keys AS text[])) ORDER BY article_id
""")


def examples(session: Session, note: RuleNote) -> Rows:
    """Articles that have what the rule is about: their ids, URLs and headlines."""
    asked = {"outlet": note.outlet, "keys": list(note.evidence["examples"])}
    return rows_of(session, _EXAMPLES, asked)


def decide(session: Session, outlet: str, name: str, state: str) -> RuleNote:
    """Accept or refuse a rule, as a person; what was decided stays. Raises ``NotFound``."""
    row = models.RuleRow
    session.execute(
        update(row)
        .where(row.outlet == outlet, row.name == name)
        .values(state=state, decided_by=PERSON, decided_at=archive_now)
    )
    return note_of(session, outlet, name)


def note_of(session: Session, outlet: str, name: str) -> RuleNote:
    """The rule of that name; raises ``NotFound``."""
    for note in notes(session, outlet):
        if note.name == name:
            return note
    raise NotFound(f"no learned rule {name!r} of {outlet}: newscrawl rules list --outlet {outlet}")
