"""What is refused on purpose, most of it by the download handler, and the ledger's words for it."""

from OpenSSL import SSL
from scrapy.exceptions import DownloadFailedError, IgnoreRequest, NotSupported
from service_identity import VerificationError

from newscrawl.crawl.connections import Refused


class RobotsUnavailable(IgnoreRequest):
    """The host's robots.txt cannot be asked for now, so nothing else may be either."""


def refusal_reason(error: BaseException) -> str | None:
    """The ledger's word for a request that was refused on purpose; None for any other error."""
    if isinstance(error, Refused):
        return error.reason
    # Scrapy's own error for a scheme that has no handler.
    return "scheme" if isinstance(error, NotSupported) else None


def causes_of(error: BaseException) -> list[BaseException]:
    """What brought an error about, out of Twisted's wrapping."""
    return [failure.value for failure in getattr(error.__cause__, "reasons", ())]


def refusal_within(error: DownloadFailedError, url: str) -> Refused | None:
    """What was raised while the response was read."""
    for cause in causes_of(error):
        if isinstance(cause, Refused):
            return cause
        if isinstance(cause, SSL.Error | VerificationError):
            return Refused("certificate", f"{cause} {url}")
    return None
