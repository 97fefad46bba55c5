"""What sends a page to quarantine: each reason, and what is said of it.

A page comes here that may be an article, and of which none can be stored: an answer beyond all
bounds, a page that cannot be read, an article that the database refuses.
"""

from newscrawl.errors import (
    EmptyBody,
    ExtractionError,
    NoHeadline,
    TooDeep,
    TooLarge,
    Undecodable,
)
from newscrawl.screen.outcome import Outcome, Verdict

#: An answer of more bytes than a page may have, and an address that no crawl asks for.
PAGE_TOO_LARGE = Verdict(Outcome.QUARANTINED, TooLarge.reason)
URL_TOO_LONG = Verdict(Outcome.QUARANTINED, "url_too_long")
#: Refusals of the download handler that say something about the page, and not about the moment.
FINAL_REFUSALS = frozenset({"too_large", "headers_too_large", "url_too_long", "bad_host", "scheme"})
#: No look at the page can change these.
HOPELESS = frozenset({"url_too_long", "scheme"})
_UNSTORABLE = "unstorable"
#: All of them, but for ``reader_`` and the name of a reader.
QUARANTINE_REASONS = FINAL_REFUSALS | {
    _UNSTORABLE,
    *(one.reason for one in (NoHeadline, EmptyBody, TooLarge, TooDeep, Undecodable)),
}
_LONGEST = 2_000


def reason_of(error: Exception) -> tuple[str, str]:
    """Why a page brought about an error that cannot be read or, for any other, not be stored."""
    if isinstance(error, ExtractionError):
        return error.reason, str(error)
    # Of the database's errors, what the driver says.
    original = getattr(error, "orig", None) or error
    return _UNSTORABLE, f"{type(original).__name__}: {original}"[:_LONGEST]
