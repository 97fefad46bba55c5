"""Connections that lead to public addresses alone, and rest between two answers."""

from collections.abc import Callable, Hashable
from typing import Any, cast

from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import (
    IConnector,
    IHostnameResolver,
    IReactorPluggableNameResolver,
    IStreamClientEndpoint,
)
from twisted.web._newclient import HTTP11ClientProtocol
from twisted.web.client import URI, HTTPConnectionPool, _StandardEndpointFactory
from twisted.web.iweb import IAgentEndpointFactory, IPolicyForHTTPS
from zope.interface import implementer  # type: ignore[import-untyped]

from newscrawl.crawl.capped_responses import CappedFactory, CappedProtocol
from newscrawl.crawl.public_addresses import is_public
from newscrawl.crawl.refusals import Refused

#: Seconds that a connection rests between an answer and the next request: what comes meanwhile
#: was asked for by nobody, and ends it. A small second answer may be held back for 40 ms (Nagle).
REST = 0.25
#: Connections to a host that may rest beside those that are asked: at 250 pages a second each one
#: has rested before it is its turn again. To make a new one takes 1 ms of CPU, a sixth of a page's.
_RESTING = 64
#: Origins whose endpoints are kept: an outlet has a few.
_MOST_ORIGINS = 50

#: Scheme, host and port, as Twisted reads them from a URL to connect.
Origin = tuple[bytes, bytes, int]


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
