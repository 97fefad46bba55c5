"""End a crawl cleanly when it is told to: by SIGTERM, SIGINT or SIGHUP, at any moment of its life.

A signal means something else at each stage. Before anything is held, the process leaves at once.
While the database is opened, ``Interrupted`` is raised. While pages come, the spider is told to
stop. While the last row is written, the signal is noted, and that is all. Whatever it means, what
has not ended within the grace time is stopped hard, and the next run goes on from there.
"""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from newscrawl.crawl.exit_code import ExitCode

#: Not everywhere are there all of them.
_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
_NUMBERS = frozenset(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


class Interrupted(BaseException):
    """A signal ended what was under way; no ``Exception``, so that nobody takes it for a fault."""


class Signals:
    """What a signal does to this process, and how long it has to end."""

    def __init__(self) -> None:
        self.came = False
        #: Seconds from the first signal to the hard stop.
        self.grace = 60.0
        self._react: Callable[[], object] = _leave
        self.is_installed = False

    def install(self) -> None:
        """Listen from here on; what the caller ignores, as ``nohup`` does, stays ignored."""
        if self.is_installed:
            return
        self.is_installed = True
        self._wakes, self._woken = socket.socketpair()
        self._wakes.setblocking(False)
        # The interpreter's own handler writes here even while the main thread sits in C code,
        # in a query or in an import, and runs no handler of Python's.
        signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._count_down, name="newscrawl-grace", daemon=True).start()
        for number in _NUMBERS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._handle)

    def note(self) -> None:
        """From here on a signal is noted: something is held, which has to be given back."""
        self._react = _nothing

    def tell(self, react: Callable[[], object]) -> None:
        """From here on a signal calls this, between two lines of whatever runs."""
        self._react = react

    @contextmanager
    def raising(self) -> Iterator[None]:
        """While this is open a signal raises ``Interrupted``; so does one that came before."""
        self._react = _interrupt
        try:
            if self.came:
                raise Interrupted
            yield
        finally:
            self._react = _nothing

    def _handle(self, number: int, frame: FrameType | None) -> None:
        # An event loop takes the interpreter's wake-up for itself as long as it runs.
        self._wakes.send(bytes([number]))
        if not self.came:
            self.came = True
            self._react()
        elif number == signal.SIGINT:
            # Others come in pairs: systemd sends SIGHUP after SIGTERM. Ctrl-C twice is meant so.
            _leave()

    def _count_down(self) -> None:
        while not _NUMBERS.intersection(self._woken.recv(64)):
            pass
        time.sleep(self.grace)
        line = f"newscrawl: stopped hard: what was under way did not end in {self.grace:g} s\n"
        os.write(2, line.encode())
        _leave()


def _leave() -> None:
    os._exit(ExitCode.INTERRUPTED)


def _interrupt() -> None:
    raise Interrupted


def _nothing() -> None:
    """Whoever holds something looks at ``came`` when it is done."""


#: Signals belong to the process, and so does this.
SIGNALS = Signals()
