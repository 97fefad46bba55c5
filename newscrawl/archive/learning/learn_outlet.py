"""Learn what an outlet repeats, and clean again the articles that its new rules reach."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import case, delete, null, select
from sqlalchemy.dialects.postgresql import insert as upsert

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import archive_now
from newscrawl.archive.database.engine import Session, SessionFactory
from newscrawl.archive.learning import rule_rows
from newscrawl.archive.learning.count_repeats import published, repeats
from newscrawl.archive.revisions.recleaning import CleaningScope, reclean
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.learning.propose_rules import Proposal, learn, named_apart
from newscrawl.boilerplate.rules.fingerprints import literal_words
from newscrawl.boilerplate.rules.repeated_rule import SURE, covers
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlets import load_outlet

_EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What learning changed: names of rules."""

    accepted: tuple[str, ...]
    proposed: tuple[str, ...]
    withdrawn: tuple[str, ...]


def learn_rules(session: Session, outlet: str) -> Learned:
    """Look at all that the outlet repeats, and renew its rules but for what a person decided.

    The rules that evidence alone decides are always those of today's archive, so the order in
    which its articles came does not matter.
    """
    proposals = learn(repeats(session, outlet), published(session, outlet))
    # Read late, and held until the end: a person may decide while the archive is being counted.
    row = models.RuleRow
    session.execute(select(row.id).where(row.outlet == outlet).order_by(row.id).with_for_update())
    before = {note.name: note for note in rule_rows.notes(session, outlet)}
    decided = [note for note in before.values() if note.decided_by == rule_rows.PERSON]
    taken = {note.name for note in decided}
    open_ones = [one for one in proposals if not any(_is_decided(note, one) for note in decided)]
    after = {one.name: one for one in named_apart(open_ones, taken)}
    gone = set(before) - set(after) - taken
    session.execute(delete(row).where(row.outlet == outlet, row.name.in_(gone)))
    for name in sorted(after):
        _write(session, outlet, after[name])
    return _changes(before, after, gone)


def _is_decided(note: rule_rows.RuleNote, proposal: Proposal) -> bool:
    """Whether a person said what is to be done with what the proposal is about.

    What was refused stays, whatever a proposal would take beside it and though its wording gained
    a gap since.
    """
    if covers(note.wordings, proposal.wordings):
        return True
    refused = [one for one in note.wordings if note.state == rule_rows.REFUSED and _is_long(one)]
    return any(
        covers([refused_one], [one]) or covers([one], [refused_one])
        for refused_one in refused
        for one in proposal.wordings
        if _is_long(one)
    )


def _is_long(wording: str) -> bool:
    return literal_words(wording.split()) >= SURE


def _write(session: Session, outlet: str, proposal: Proposal) -> None:
    row = models.RuleRow
    values: dict[str, Any] = {
        "wordings": list(proposal.wordings),
        "prints": sorted(proposal.prints),
        "state": rule_rows.ACCEPTED if proposal.is_sure else rule_rows.PROPOSED,
        "decided_by": _EVIDENCE if proposal.is_sure else None,
        "evidence": _plain(asdict(proposal.evidence)),
    }
    decided_at = archive_now if proposal.is_sure else null()
    since = case((row.state == values["state"], row.decided_at), else_=decided_at)
    statement = upsert(row).values(
        outlet=outlet, name=proposal.name, decided_at=decided_at, **values
    )
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["outlet", "name"], set_={**values, "decided_at": since}
        )
    )


def _plain(evidence: dict[str, Any]) -> dict[str, Any]:
    days = {name: evidence[name].isoformat() for name in ("first", "last")}
    shares = {name: round(value, 3) for name, value in evidence.items() if type(value) is float}
    return evidence | days | shares


def _changes(
    before: dict[str, rule_rows.RuleNote],
    after: dict[str, Proposal],
    gone: Sequence[str] | set[str],
) -> Learned:
    was = {name for name, note in before.items() if note.state == rule_rows.ACCEPTED}
    sure = {name: one for name, one in after.items() if one.is_sure}
    lost = [name for name in was if name in gone or (name in after and name not in sure)]
    return Learned(
        accepted=tuple(sorted(set(sure) - was)),
        proposed=tuple(sorted(set(after) - set(sure) - set(before))),
        withdrawn=tuple(sorted(lost)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What changed about an outlet's learned rules, and how many articles changed with them."""

    learned: Learned
    recleaned: int


def outlet_rules(sessions: SessionFactory, outlet: Outlet) -> tuple[Rule, ...]:
    """All rules that apply to the outlet's articles today."""
    with sessions() as session:
        return rules_of(outlet, rule_rows.accepted_rules(session, outlet.name))


def learned_scope(session: Session, outlet: str) -> CleaningScope:
    """The articles that the outlet's learned rules reach, or from which one took something."""
    accepted = rule_rows.notes(session, outlet, rule_rows.ACCEPTED)
    return CleaningScope(outlet=outlet, prints=frozenset().union(*(n.prints for n in accepted)))


def learn_and_apply(sessions: SessionFactory, outlet: Outlet) -> Applied:
    """Renew the outlet's learned rules; articles that changed rules reach are cleaned again."""
    with sessions.begin() as session:
        learned = learn_rules(session, outlet.name)
    return Applied(learned=learned, recleaned=_apply(sessions, outlet))


def decide_and_apply(sessions: SessionFactory, outlet: str, name: str, state: str) -> int:
    """Accept or refuse a rule, as a person; how many articles changed. Raises ``NotFound``."""
    described = load_outlet(outlet)
    with sessions.begin() as session:
        rule_rows.decide(session, described.name, name, state)
    return _apply(sessions, described)


def _apply(sessions: SessionFactory, outlet: Outlet) -> int:
    """Clean what learned rules reach or have reached, wherever that was under other rules.

    So nothing hangs on what changed just now: an application that was cut short is made up for
    by the next one, and so is what a crawl stored under the rules of its beginning.
    """
    rules = outlet_rules(sessions, outlet)
    with sessions() as session:
        scope = learned_scope(session, outlet.name)
    return len({change.article_id for change in reclean(sessions, scope, rules)})
