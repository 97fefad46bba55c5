"""When an article counts as taken away by its outlet. Pure."""

from datetime import datetime, timedelta

from newscrawl.archive.frontier.link_state import LinkState, Met
from newscrawl.screen import HOME_PAGE, Outcome

#: It was missing twice, at least so far apart.
_SURELY_GONE = timedelta(days=1)


def meant(state: LinkState, visit: Met) -> Outcome:
    """What a visit met, as the link's past lets it be understood."""
    if was_there(state) and visit.outcome is Outcome.NOT_ARTICLE and visit.reason == HOME_PAGE:
        # Many outlets send readers of what they took away to their front page.
        return Outcome.MISSING
    return visit.outcome


def was_there(state: LinkState) -> bool:
    return state.outcome in {Outcome.STORED, Outcome.GONE}


def is_first_missed(state: LinkState, met: Outcome) -> bool:
    """Whether a stored article is missing, and the last visit did not find it so.

    Gone is what was missing twice running: a failure before it is no first sighting.
    """
    was_missing = (state.last_result or "").startswith(Outcome.MISSING)
    return state.outcome is Outcome.STORED and met is Outcome.MISSING and not was_missing


def is_gone(failing: LinkState, now: datetime) -> bool:
    """Whether an article that is missing again has been so for long enough."""
    return now - (failing.failing_since or now) >= _SURELY_GONE
