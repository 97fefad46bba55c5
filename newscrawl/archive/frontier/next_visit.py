"""When a link is visited again, given up or gone, and what its row says after a visit. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import HOME_PAGE, Outcome
from newscrawl.screen.quarantine_reasons import HOPELESS
from newscrawl.screen.soft_404 import SOFT_404


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """The part of a link's row that a visit changes."""

    outcome: Outcome
    reason: str | None = None
    last_result: str | None = None
    attempts: int = 0
    failing_since: datetime | None = None
    next_visit_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a visit met, and what decides when the article is looked at next."""

    outcome: Outcome
    reason: str | None = None
    published: datetime | None = None
    #: The visit made a new revision, or met a text that has yet to settle.
    is_unsettled: bool = False
    #: Ages at which the outlet's articles are looked at again.
    revisits: tuple[timedelta, ...] = REVISITS


#: An article that changed is looked at again this soon: an edit seldom comes alone, and what
#: might be one shows whether it stays.
_SOON = timedelta(hours=1)
_TRY_GONE_AGAIN = timedelta(days=30)
#: It was missing twice, at least so far apart.
_SURELY_GONE = timedelta(days=1)
#: A failed page is tried again after this long, doubled with each attempt.
_FIRST_RETRY = timedelta(minutes=10)
_LONGEST_RETRY = timedelta(days=1)
#: What fails for longer than this is given up, and stays in the ledger as failed.
_GIVE_UP = timedelta(days=14)
_TRY_MISSING_AGAIN = timedelta(days=1)
_TRY_REFUSED_AGAIN = timedelta(days=7)
#: A page that no article could be made of may be mended: it is looked at again after this long,
#: doubled with each attempt, until it is given up as what fails.
_MENDED = timedelta(hours=1)
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
        failing_since=now if _is_first_missed(state, met) else state.failing_since or now,
    )
    if _was_there(state):
        return _was_stored(failing, met, now)
    # What may become an article is looked for as what is missing.
    awaited = Outcome.MISSING if met is Outcome.NOT_ARTICLE and reason in PASSING else met
    failing = replace(failing, outcome=met, reason=reason)
    return replace(failing, next_visit_at=_retry_at(failing, awaited, now))


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
        # What the page is today may be a fault that passes: it gets its 14 days.
        passing = met if met in {Outcome.BLOCKED, Outcome.REFUSED} else Outcome.FAILED
        return replace(failing, next_visit_at=_retry_at(failing, passing, now))
    if now - since >= _SURELY_GONE:
        return replace(failing, outcome=Outcome.GONE, next_visit_at=now + _TRY_GONE_AGAIN)
    return replace(failing, next_visit_at=now + _TRY_MISSING_AGAIN)


def meant(state: LinkState, visit: Met) -> Outcome:
    """What a visit met, as the link's past lets it be understood."""
    if _was_there(state) and visit.outcome is Outcome.NOT_ARTICLE and visit.reason == HOME_PAGE:
        # Many outlets send readers of what they took away to their front page.
        return Outcome.MISSING
    return visit.outcome


def _was_there(state: LinkState) -> bool:
    return state.outcome in {Outcome.STORED, Outcome.GONE}


def _is_first_missed(state: LinkState, met: Outcome) -> bool:
    """Whether a stored article is missing, and the last visit did not find it so.

    Gone is what was missing twice running: a failure before it is no first sighting.
    """
    was_missing = (state.last_result or "").startswith(Outcome.MISSING)
    return state.outcome is Outcome.STORED and met is Outcome.MISSING and not was_missing


def _retry_at(failing: LinkState, met: Outcome, now: datetime) -> datetime | None:
    """When a page that gave no article is asked for again; None where it is given up."""
    given_up_at = (failing.failing_since or now) + _GIVE_UP
    doubled: int = 2 ** min(failing.attempts - 1, 10)
    backed_off = now + min(_FIRST_RETRY * doubled, _LONGEST_RETRY)
    match met:
        case Outcome.BLOCKED:
            return backed_off
        case Outcome.REFUSED:
            return now + _TRY_REFUSED_AGAIN
        case _ if now >= given_up_at:
            return None
        case Outcome.FAILED:
            return backed_off
        case Outcome.MISSING:
            return now + _TRY_MISSING_AGAIN
        case Outcome.QUARANTINED if failing.reason and failing.reason not in HOPELESS:
            # The last look is when it is given up.
            return min(now + _MENDED * doubled, given_up_at)
        case _:
            return None
