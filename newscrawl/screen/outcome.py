"""What became of a link, and the verdicts on a page that is no article."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a link."""

    WAITING = "waiting"
    STORED = "stored"
    NOT_ARTICLE = "not_article"
    #: By robots.txt.
    REFUSED = "refused"
    BLOCKED = "blocked"
    #: To be tried again.
    FAILED = "failed"
    QUARANTINED = "quarantined"
    #: Not there any more, after it was stored.
    GONE = "gone"
    #: Never there.
    MISSING = "missing"
    OFFSITE = "offsite"
    DUPLICATE = "duplicate"


#: The reason of a visit that ended at the outlet's front page.
HOME_PAGE = "home_page"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a page is no article: an outcome, and the finer name of what was seen."""

    outcome: Outcome
    reason: str


CHALLENGE = Verdict(Outcome.BLOCKED, "challenge")
CONSENT = Verdict(Outcome.BLOCKED, "consent")
RATE_LIMITED = Verdict(Outcome.BLOCKED, "rate_limited")
#: What a server shows before anybody has put a site on it.
HOSTED = Verdict(Outcome.FAILED, "error_page")
BY_STATUS = {
    404: Verdict(Outcome.MISSING, "http_404"),
    410: Verdict(Outcome.MISSING, "http_410"),
    401: Verdict(Outcome.BLOCKED, "login"),
    402: Verdict(Outcome.BLOCKED, "payment"),
    403: Verdict(Outcome.BLOCKED, "forbidden"),
    407: Verdict(Outcome.BLOCKED, "forbidden"),
    429: RATE_LIMITED,
    451: Verdict(Outcome.BLOCKED, "legal"),
}
