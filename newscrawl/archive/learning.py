"""Learn what an outlet repeats, and clean again the articles that its new rules reach."""

from dataclasses import dataclass

from newscrawl.archive.engine import SessionFactory
from newscrawl.archive.reclean import Scope, reclean
from newscrawl.archive.rules import Learned, accepted_rules, decide, learn_rules
from newscrawl.boilerplate import Rule, rules_of
from newscrawl.outlet import Outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What changed about an outlet's learned rules, and how many articles changed with them."""

    learned: Learned
    recleaned: int


def outlet_rules(sessions: SessionFactory, outlet: Outlet) -> tuple[Rule, ...]:
    """All rules that apply to the outlet's articles today."""
    with sessions() as session:
        return rules_of(outlet, accepted_rules(session, outlet.name))


def learn_and_apply(sessions: SessionFactory, outlet: Outlet) -> Applied:
    """Renew the outlet's learned rules; articles that changed rules reach are cleaned again."""
    with sessions.begin() as session:
        learned = learn_rules(session, outlet.name)
    return Applied(learned=learned, recleaned=_apply(sessions, outlet, learned.prints))


def decide_and_apply(sessions: SessionFactory, outlet: Outlet, name: str, state: str) -> int:
    """Accept or refuse a rule, as a person; how many articles changed. Raises ``NotFound``."""
    with sessions.begin() as session:
        note = decide(session, outlet.name, name, state)
    return _apply(sessions, outlet, frozenset(note.prints))


def _apply(sessions: SessionFactory, outlet: Outlet, prints: frozenset[int]) -> int:
    if not prints:
        return 0
    scope = Scope(outlet=outlet.name, prints=prints)
    return sum(1 for _ in reclean(sessions, scope, outlet_rules(sessions, outlet)))
