"""When what failed, was missing, refused or quarantined is tried again, and given up. Pure."""

from datetime import datetime, timedelta

from newscrawl.archive.frontier.link_state import LinkState
from newscrawl.screen import Outcome
from newscrawl.screen.quarantine_reasons import HOPELESS

#: A failed page is tried again after this long, doubled with each attempt.
_FIRST_RETRY = timedelta(minutes=10)
_LONGEST_RETRY = timedelta(days=1)
#: What fails for longer than this is given up, and stays in the ledger as failed.
_GIVE_UP = timedelta(days=14)
TRY_MISSING_AGAIN = timedelta(days=1)
_TRY_REFUSED_AGAIN = timedelta(days=7)
#: A page that no article could be made of may be mended: it is looked at again after this long,
#: doubled with each attempt, until it is given up as what fails.
_MENDED = timedelta(hours=1)


def retry_stored_at(failing: LinkState, met: Outcome, now: datetime) -> datetime | None:
    """What a stored article's page is today may be a fault that passes: it gets its 14 days."""
    if met in {Outcome.BLOCKED, Outcome.REFUSED}:
        return retry_at(failing, met, now)
    return None if _is_given_up(failing, now) else _back_off(failing, now)


def retry_at(failing: LinkState, met: Outcome, now: datetime) -> datetime | None:
    """When a page that gave no article is asked for again; None where it is given up."""
    given_up = _is_given_up(failing, now)
    match met:
        case Outcome.FAILED:
            return None if given_up else _back_off(failing, now)
        case Outcome.BLOCKED:
            return _back_off(failing, now)
        case Outcome.MISSING:
            return None if given_up else now + TRY_MISSING_AGAIN
        case Outcome.QUARANTINED if failing.reason and failing.reason not in HOPELESS:
            return None if given_up else _mended_at(failing, now)
        case Outcome.REFUSED:
            return now + _TRY_REFUSED_AGAIN
        case _:
            return None


def _is_given_up(failing: LinkState, now: datetime) -> bool:
    return failing.failing_since is not None and now - failing.failing_since >= _GIVE_UP


def _mended_at(failing: LinkState, now: datetime) -> datetime:
    """The last look is when it is given up."""
    given_up_at = (failing.failing_since or now) + _GIVE_UP
    doubled: timedelta = _MENDED * 2 ** min(failing.attempts - 1, 10)
    return min(now + doubled, given_up_at)


def _back_off(failing: LinkState, now: datetime) -> datetime:
    doubled: timedelta = _FIRST_RETRY * 2 ** min(failing.attempts - 1, 10)
    return now + min(doubled, _LONGEST_RETRY)
