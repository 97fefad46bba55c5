"""When a link is visited again, and what its row says after a visit. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from newscrawl.archive.frontier.gone_articles import is_first_missed, is_gone, meant, was_there
from newscrawl.archive.frontier.link_state import LinkState, Met
from newscrawl.archive.frontier.retry_times import TRY_MISSING_AGAIN, retry_at, retry_stored_at
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import HOME_PAGE, Outcome
from newscrawl.screen.soft_404 import SOFT_404

#: An article that changed is looked at again this soon: an edit seldom comes alone, and what
#: might be one shows whether it stays.
_SOON = timedelta(hours=1)
_TRY_GONE_AGAIN = timedelta(days=30)
#: Why a page was no article that may be one tomorrow: outlets list what is not there yet.
PASSING = frozenset({HOME_PAGE, SOFT_404.reason})


def after_visit(state: LinkState, visit: Met, now: datetime) -> LinkState:
    """The state after a visit: what was stored stays stored, unless it is gone."""
    met, reason = meant(state, visit), visit.reason
    result = f"{met}: {reason}" if reason else str(met)
    if met is Outcome.STORED:
        next_visit_at = revisit_at(visit.published, now, visit.revisits)
        if visit.is_unsettled:
            next_visit_at = min(next_visit_at or now + _SOON, now + _SOON)
        return LinkState(outcome=met, last_result=result, next_visit_at=next_visit_at)
    failing = replace(
        state,
        last_result=result,
        attempts=state.attempts + 1,
        failing_since=now if is_first_missed(state, met) else state.failing_since or now,
    )
    if was_there(state):
        return _was_stored(failing, met, now)
    # What may become an article is looked for as what is missing.
    awaited = Outcome.MISSING if met is Outcome.NOT_ARTICLE and reason in PASSING else met
    failing = replace(failing, outcome=met, reason=reason)
    return replace(failing, next_visit_at=retry_at(failing, awaited, now))


def revisit_at(
    published: datetime | None, now: datetime, ages: Sequence[timedelta] = REVISITS
) -> datetime | None:
    """When an article is looked at next; None once it is older than the last revisit."""
    # A date in the future is the outlet's mistake, and the year 9999 would overflow.
    born = min(published or now, now)
    return next((born + age for age in ages if born + age > now), None)


def _was_stored(failing: LinkState, met: Outcome, now: datetime) -> LinkState:
    """A stored article that could not be read now: nothing is lost, but it may be gone."""
    since = failing.failing_since or now
    if failing.outcome is Outcome.GONE:
        return replace(
            failing,
            next_visit_at=None if now - since > 12 * _TRY_GONE_AGAIN else now + _TRY_GONE_AGAIN,
        )
    if met is not Outcome.MISSING:
        return replace(failing, next_visit_at=retry_stored_at(failing, met, now))
    if is_gone(failing, now):
        return replace(failing, outcome=Outcome.GONE, next_visit_at=now + _TRY_GONE_AGAIN)
    return replace(failing, next_visit_at=now + TRY_MISSING_AGAIN)
