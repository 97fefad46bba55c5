"""Learn what an outlet repeats, and clean again the articles that its new rules reach."""

from dataclasses import dataclass

from newscrawl.archive.database.engine import Session, SessionFactory
from newscrawl.archive.learning.rule_proposals import Learned, learn_rules
from newscrawl.archive.learning.rule_rows import ACCEPTED, accepted_rules, decide, notes
from newscrawl.archive.revisions.recleaning import CleaningScope, reclean
from newscrawl.boilerplate import Rule
from newscrawl.outlet import Outlet, rules_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What changed about an outlet's learned rules, and how many articles changed with them."""

    learned: Learned
    recleaned: int


def outlet_rules(sessions: SessionFactory, outlet: Outlet) -> tuple[Rule, ...]:
    """All rules that apply to the outlet's articles today."""
    with sessions() as session:
        return rules_of(outlet, accepted_rules(session, outlet.name))


def learned_scope(session: Session, outlet: str) -> CleaningScope:
    """The articles that the outlet's learned rules reach, or from which one took something."""
    accepted = notes(session, outlet, ACCEPTED)
    prints = frozenset(one for note in accepted for one in note.prints)
    return CleaningScope(outlet=outlet, prints=prints)


def learn_and_apply(sessions: SessionFactory, outlet: Outlet) -> Applied:
    """Renew the outlet's learned rules; articles that changed rules reach are cleaned again."""
    with sessions.begin() as session:
        learned = learn_rules(session, outlet.name)
    return Applied(learned=learned, recleaned=_apply(sessions, outlet))


def decide_and_apply(sessions: SessionFactory, outlet: Outlet, name: str, state: str) -> int:
    """Accept or refuse a rule, as a person; how many articles changed. Raises ``NotFound``."""
    with sessions.begin() as session:
        decide(session, outlet.name, name, state)
    return _apply(sessions, outlet)


def _apply(sessions: SessionFactory, outlet: Outlet) -> int:
    """Clean what learned rules reach or have reached, wherever that was under other rules.

    So nothing hangs on what changed just now: an application that was cut short is made up for
    by the next one, and so is what a crawl stored under the rules of its beginning.
    """
    rules = outlet_rules(sessions, outlet)
    with sessions() as session:
        scope = learned_scope(session, outlet.name)
    return len({change.article_id for change in reclean(sessions, scope, rules)})
