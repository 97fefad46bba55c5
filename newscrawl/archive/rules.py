"""The learned rules of an outlet: what the archive proposes, and what was decided."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.clock import archive_now
from newscrawl.archive.repeats import published, repeats
from newscrawl.boilerplate.learn import Proposal, learn
from newscrawl.boilerplate.repeated import Repeated, covers
from newscrawl.errors import NotFound

PROPOSED, ACCEPTED, REFUSED = "proposed", "accepted", "refused"
_PERSON, _EVIDENCE = "person", "evidence"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What learning changed: names of rules, and prints of the articles to clean again."""

    accepted: tuple[str, ...]
    proposed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    prints: frozenset[int]


def accepted_rules(session: Session, outlet: str) -> tuple[Repeated, ...]:
    """The outlet's learned rules that apply, by name."""
    return tuple(
        Repeated(note.name, tuple(note.wordings)) for note in notes(session, outlet, ACCEPTED)
    )


def notes(session: Session, outlet: str | None = None, state: str | None = None) -> list[RuleNote]:
    """Learned rules by outlet and name, of all outlets and states unless they are given."""
    row = models.RuleRow
    asked = select(row).order_by(row.outlet, row.name)
    if outlet is not None:
        asked = asked.where(row.outlet == outlet)
    if state is not None:
        asked = asked.where(row.state == state)
    return [
        RuleNote(**{name: getattr(one, name) for name in RuleNote.__dataclass_fields__})
        for one in session.scalars(asked)
    ]


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


def learn_rules(session: Session, outlet: str) -> Learned:
    """Look at all that the outlet repeats, and renew its rules but for what a person decided.

    The rules that evidence alone decides are always those of today's archive, so the order in
    which its articles came does not matter.
    """
    before = {note.name: note for note in notes(session, outlet)}
    decided = [note for note in before.values() if note.decided_by == _PERSON]
    proposals = [
        proposal
        for proposal in learn(repeats(session, outlet), published(session, outlet))
        if not any(covers(note.wordings, proposal.wordings) for note in decided)
    ]
    taken = {note.name for note in decided}
    after = {_free(proposal.name, taken): proposal for proposal in proposals}
    gone = set(before) - set(after) - taken
    row = models.RuleRow
    session.execute(delete(row).where(row.outlet == outlet, row.name.in_(gone)))
    for name, proposal in after.items():
        _write(session, outlet, name, proposal)
    return _changes(before, after, gone)


def decide(session: Session, outlet: str, name: str, state: str) -> RuleNote:
    """Accept or refuse a rule, as a person; what was decided stays. Raises ``NotFound``."""
    row = models.RuleRow
    found = session.execute(
        update(row)
        .where(row.outlet == outlet, row.name == name)
        .values(state=state, decided_by=_PERSON, decided_at=archive_now)
        .returning(row.id)
    ).first()
    if found is None:
        raise NotFound(
            f"no learned rule {name!r} of {outlet}: newscrawl rules list --outlet {outlet}"
        )
    return next(note for note in notes(session, outlet) if note.name == name)


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}-{number}"
    return free


def _write(session: Session, outlet: str, name: str, proposal: Proposal) -> None:
    values: dict[str, Any] = {
        "wordings": list(proposal.wordings),
        "prints": sorted(proposal.prints),
        "state": ACCEPTED if proposal.is_sure else PROPOSED,
        "decided_by": _EVIDENCE if proposal.is_sure else None,
        "evidence": _plain(asdict(proposal.evidence)),
    }
    statement = upsert(models.RuleRow).values(
        outlet=outlet, name=name, decided_at=archive_now if proposal.is_sure else None, **values
    )
    session.execute(statement.on_conflict_do_update(index_elements=["outlet", "name"], set_=values))


def _plain(evidence: dict[str, Any]) -> dict[str, Any]:
    days = {name: evidence[name].isoformat() for name in ("first", "last")}
    shares = {name: round(value, 3) for name, value in evidence.items() if type(value) is float}
    return evidence | days | shares


def _changes(
    before: dict[str, RuleNote], after: dict[str, Proposal], gone: Sequence[str] | set[str]
) -> Learned:
    was = {name for name, note in before.items() if note.state == ACCEPTED}
    sure = {name: one for name, one in after.items() if one.is_sure}
    new = [name for name in sure if name not in was]
    widened = [n for n in sure if n in was and list(sure[n].wordings) != before[n].wordings]
    lost = [name for name in was if name in gone or (name in after and name not in sure)]
    changed = [sure[name].prints for name in (*new, *widened)]
    changed += [frozenset(before[name].prints) for name in (*widened, *lost)]
    return Learned(
        accepted=tuple(sorted(new)),
        proposed=tuple(sorted(set(after) - set(sure) - set(before))),
        withdrawn=tuple(sorted(lost)),
        prints=frozenset().union(*changed),
    )
