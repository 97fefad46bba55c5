"""What a link's row says of it, and what a visit met that changes this."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome


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
