"""What is refused on purpose, most of it by the download handler, and the ledger's words for it."""

from OpenSSL import SSL
from scrapy.exceptions import DownloadFailedError, IgnoreRequest, NotSupported
from service_identity import VerificationError


class Refused(IgnoreRequest):
    """A request that was not sent, or whose response was cut off, on purpose.

    It reaches the request's errback like any failure, and is not retried: asked again at once,
    it would end in the same way. ``reason`` is the word for the ledger.
    """

    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(f"{reason}: {detail}")


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
