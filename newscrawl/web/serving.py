"""Run the pages on a port, until somebody ends them."""

import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_address

from waitress.server import create_server

from newscrawl.errors import ConfigError
from newscrawl.web.application import application
from newscrawl.web.archive_reader import WebArchive

#: Each may hold a session of the database, of which a reader has ten unless he was given more.
_THREADS = 10
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(archive: WebArchive, host: str, port: int, begun: Callable[[str], None]) -> None:
    """Answer until SIGINT or SIGTERM; ``begun`` hears of the address. Port 0 is any free one."""
    if is_loopback(host):
        archive = replace(archive, hosts=_LOOPBACK)
    app = application(archive)
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=_THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
        )
    except (OSError, ValueError, UnicodeError) as error:
        # Waitress tells of a host that is none with an error of its own.
        said = getattr(error, "strerror", None) or error
        raise ConfigError(f"cannot listen on {host}, port {port}: {said}") from error
    if threading.current_thread() is threading.main_thread():
        # SIGINT too: whoever starts this in the background of a shell has it ignored.
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, signal.default_int_handler)
    name = f"[{host}]" if ":" in host else host
    try:
        begun(f"http://{name}:{server.effective_port}/")
        server.run()
    finally:
        server.close()


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can ask there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
