"""Responses whose headers are capped, with what went over the wire before their bodies."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from twisted.internet.defer import Deferred
from twisted.internet.error import ConnectionDone
from twisted.internet.interfaces import IAddress
from twisted.python.failure import Failure
from twisted.web._newclient import DONE, HTTP11ClientProtocol
from twisted.web._newclient import Request as TxRequest
from twisted.web.iweb import UNKNOWN_LENGTH, IResponse

from newscrawl.crawl.refusals import Refused

#: Bytes of status line and headers, and of all interim responses together: FastWARC, by which kept
#: pages are read, gives up at 32 KiB, and a record's own lines need some of it.
MAX_HEADER_BYTES = 31 * 1024
_TRANSFER, _ANSWER = b"transfer-encoding", b"HTTP/"


@dataclass(slots=True)
class OnWire:
    """What went over the wire before the body: Twisted and Scrapy sort headers and rename them."""

    #: Request line and headers.
    request: bytes = b""
    status_line: bytes = b""
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    #: Whether the connection broke, or TLS was left without a word. A body that has no length is
    #: whole only where its end was said (RFC 9112, 9.8).
    is_torn: bool = False
    #: Whether more came than the length that was said, and no other answer.
    is_overlong: bool = False

    def writeSequence(self, lines: Iterable[bytes]) -> None:
        """Take the request as a transport would."""
        self.request += b"".join(lines)


class CappedParser(_LenientHTTPClientParser):
    """Gives a response up whose headers do not end."""

    MAX_LENGTH = MAX_HEADER_BYTES
    # On the class, since instances become this class without being initialised as it.
    header_bytes = 0
    on_wire: OnWire

    def dataReceived(self, data: bytes) -> None:
        super().dataReceived(data)  # type: ignore[no-untyped-call]
        if self.line_mode and self.state != DONE:
            self.header_bytes += len(data)
            if self.header_bytes > MAX_HEADER_BYTES:
                self._give_up()

    def connectionLost(self, reason: Failure | None = None) -> None:
        if self.bodyDecoder is not None:
            # Of a connection that is kept, Twisted gives the error itself.
            error = getattr(reason, "value", reason)
            self.on_wire.is_torn = not isinstance(error, ConnectionDone)
        super().connectionLost(reason)

    def statusReceived(self, status: bytes) -> None:
        super().statusReceived(status)  # type: ignore[no-untyped-call]
        wire = self.on_wire = OnWire(status_line=status)
        # Only pages are asked for: a request has no body, and this is all of it.
        self.request._writeHeaders(wire, None)
        cast("Any", self.response).on_wire = wire

    def headerReceived(self, name: bytes, value: bytes) -> None:
        self.on_wire.headers.append((name, value))
        super().headerReceived(name, value)  # type: ignore[no-untyped-call]

    def allHeadersReceived(self) -> None:
        wire = self.on_wire
        # What is kept of them; how much came is known only where they came in several pieces.
        kept = len(wire.status_line) + sum(
            len(name) + len(value) + 4 for name, value in wire.headers
        )
        if kept > MAX_HEADER_BYTES:
            self._give_up()
        # That is none, and Twisted knows no other than chunks.
        codings = self.connHeaders.getRawHeaders(_TRANSFER)
        if codings and all(coding.strip().lower() == b"identity" for coding in codings):
            self.connHeaders.removeHeader(_TRANSFER)
        super().allHeadersReceived()  # type: ignore[no-untyped-call]

    def lineLengthExceeded(self, line: bytes) -> None:
        self._give_up()

    def _give_up(self) -> None:
        # Losing the connection politely would wait for a TLS peer that goes on sending.
        cast("Any", self.transport)._producer.abortConnection()
        raise Refused("headers_too_large", f"over {MAX_HEADER_BYTES} bytes")


class CappedProtocol(_LenientHTTP11ClientProtocol):
    #: When its last answer ended.
    idle_since = 0.0

    def request(self, request: TxRequest) -> Deferred[IResponse]:
        response = super().request(request)
        # Scrapy replaces the class of Twisted's parser in the same way: no other door is open.
        if self._parser is not None:
            self._parser.__class__ = CappedParser
        return response

    def _finishResponse_WAITING(self, rest: bytes) -> None:
        if rest:
            # More than was asked for: whatever comes next might belong to it.
            cast("TxRequest", self._currentRequest).persistent = False
            self._note_what_is_behind(rest.strip())
        super()._finishResponse_WAITING(rest)

    _finishResponse_TRANSMITTING = _finishResponse_WAITING

    def _note_what_is_behind(self, rest: bytes) -> None:
        parser = cast("Any", self._parser)
        if parser is None:
            return
        has_length = parser.response.length is not UNKNOWN_LENGTH
        begins_answer = _ANSWER.startswith(rest[: len(_ANSWER)])
        parser.on_wire.is_overlong = has_length and not begins_answer


class CappedFactory(_LenientHTTP11ClientFactory):
    _quiescentCallback: Callable[[HTTP11ClientProtocol], None]

    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:
        return CappedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
