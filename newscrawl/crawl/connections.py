"""Connections that lead to public addresses alone and that cap what a response's headers hold."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.exceptions import IgnoreRequest
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import ConnectionDone
from twisted.internet.interfaces import (
    IAddress,
    IConnector,
    IHostnameResolver,
    IReactorPluggableNameResolver,
    IStreamClientEndpoint,
)
from twisted.python.failure import Failure
from twisted.web._newclient import DONE, HTTP11ClientProtocol
from twisted.web._newclient import Request as TxRequest
from twisted.web.client import URI, HTTPConnectionPool, _StandardEndpointFactory
from twisted.web.iweb import (
    UNKNOWN_LENGTH,
    IAgentEndpointFactory,
    IPolicyForHTTPS,
    IResponse,
)
from zope.interface import implementer  # type: ignore[import-untyped]

from newscrawl.crawl.public_addresses import is_public

#: Bytes of status line and headers, and of all interim responses together: FastWARC, by which kept
#: pages are read, gives up at 32 KiB, and a record's own lines need some of it.
MAX_HEADER_BYTES = 31 * 1024
#: Seconds that a connection rests between an answer and the next request: what comes meanwhile
#: was asked for by nobody, and ends it. A small second answer may be held back for 40 ms (Nagle).
REST = 0.25
#: Connections to a host that may rest beside those that are asked: at 250 pages a second each one
#: has rested before it is its turn again. To make a new one takes 1 ms of CPU, a sixth of a page's.
_RESTING = 64
#: Origins whose endpoints are kept: an outlet has a few.
_MOST_ORIGINS = 50
_TRANSFER, _ANSWER = b"transfer-encoding", b"HTTP/"

#: Scheme, host and port, as Twisted reads them from a URL to connect.
Origin = tuple[bytes, bytes, int]


class Refused(IgnoreRequest):
    """A request that was not sent, or whose response was cut off, on purpose.

    It reaches the request's errback like any failure, and is not retried: asked again at once,
    it would end in the same way. ``reason`` is the word for the ledger.
    """

    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(f"{reason}: {detail}")


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


def read_uri(url: str) -> URI:
    """The URL's parts, as the agent that connects will read them."""
    return URI.fromBytes(url.encode("ascii"))  # type: ignore[no-untyped-call, no-any-return]


def origin_of(uri: URI) -> Origin:
    return uri.scheme, uri.host.lower(), uri.port


@implementer(IReactorPluggableNameResolver)
class PublicReactor:
    """As much of a reactor as an endpoint needs; it connects to public addresses alone.

    An endpoint resolves a host once and hands every answer to ``connectTCP``. What is checked
    here is what is connected to, however the host was spelled and whoever resolved it. A method
    that is not here cannot be used to get around the check.
    """

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self.callLater = reactor.callLater
        self.seconds = reactor.seconds

    @property
    def nameResolver(self) -> IHostnameResolver:
        return self._reactor.nameResolver

    def connectTCP(self, host: str, port: int, *args: Any, **kwargs: Any) -> IConnector:
        if not is_public(host):
            raise Refused("private_address", f"{host} port {port}")
        connector: IConnector = cast("Any", self._reactor).connectTCP(host, port, *args, **kwargs)
        return connector


@implementer(IAgentEndpointFactory)
class GuardedEndpoints:
    """Endpoints on public addresses, and on whatever the operator's mirror resolves to.

    The same one for all requests of an origin: for https it brings a context of OpenSSL's own,
    which takes 0.12 ms to make.
    """

    def __init__(
        self,
        reactor: ReactorBase,
        mirror: Origin | None,
        policy: IPolicyForHTTPS,
        timeout: float,
        bind_address: tuple[str, int] | None,
    ) -> None:
        make = cast("Callable[..., Any]", _StandardEndpointFactory)
        self._mirror = mirror
        self._public = make(PublicReactor(reactor), policy, timeout, bind_address)
        self._any = make(reactor, policy, timeout, bind_address)
        self._made: dict[Origin, IStreamClientEndpoint] = {}

    def endpointForURI(self, uri: URI) -> IStreamClientEndpoint:
        origin = origin_of(uri)
        if origin not in self._made:
            if len(self._made) >= _MOST_ORIGINS:
                self._made.clear()
            factory = self._any if origin == self._mirror else self._public
            self._made[origin] = factory.endpointForURI(uri)
        return self._made[origin]


class GuardedPool(HTTPConnectionPool):
    """Keeps connections alive, and looks at each one's far end before anything is sent.

    One that has not rested for ``rest`` seconds since its last answer is not used again yet: a
    second answer, which nobody asked for, would be taken for that of the next page.
    """

    def __init__(
        self, reactor: ReactorBase, mirror: Origin | None, per_host: int, rest: float = REST
    ) -> None:
        super().__init__(reactor, persistent=True)  # type: ignore[no-untyped-call]
        self._mirror = mirror
        self._factory = CappedFactory
        self.maxPersistentPerHost = per_host + _RESTING
        self._rest, self._seconds = rest, reactor.seconds

    def getConnection(
        self, key: Hashable, endpoint: IStreamClientEndpoint
    ) -> Deferred[HTTP11ClientProtocol]:
        kept = self._connections.get(key)
        if kept and self._seconds() - kept[0].idle_since < self._rest:
            return self._newConnection(key, endpoint)
        return super().getConnection(key, endpoint)

    def _putConnection(self, key: Hashable, connection: HTTP11ClientProtocol) -> None:
        cast("CappedProtocol", connection).idle_since = self._seconds()
        super()._putConnection(key, connection)  # type: ignore[no-untyped-call]

    def _newConnection(
        self, key: Hashable, endpoint: IStreamClientEndpoint
    ) -> Deferred[HTTP11ClientProtocol]:
        connected = super()._newConnection(key, endpoint)
        scheme, host, port = cast("Origin", key)
        if (scheme, host.lower(), port) != self._mirror:
            connected.addCallback(_refuse_private_peer)
        return connected


def _refuse_private_peer(protocol: HTTP11ClientProtocol) -> HTTP11ClientProtocol:
    transport = cast("Any", protocol.transport)
    peer = transport.getPeer()
    if not is_public(peer.host):
        transport.abortConnection()
        raise Refused("private_address", f"{peer.host} port {peer.port}")
    return protocol


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
