"""End a crawl cleanly when it is told to: by SIGTERM, SIGINT or SIGHUP, at any moment of its life.

A signal means something else at each stage. Before anything is held, the process leaves at once.
While the database is opened, ``Interrupted`` is raised. While pages come, the spider is told to
stop. While the last row is written, the signal is noted, and that is all. Whatever it means, what
has not ended within the grace time is stopped hard, from outside, and the next run goes on.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING

from newscrawl.crawl.watchdog import HardStop
from newscrawl.exit_code import ExitCode, ending

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

#: Not everywhere are there all of them.
_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
#: Seconds from the first signal to the hard stop, until somebody says otherwise.
_GRACE = 60.0
_NUMBERS = frozenset(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


class Interrupted(BaseException):
    """A signal ended what was under way; no ``Exception``, so that nobody takes it for a fault."""


class Signals:
    """What a signal does to this process, and how long it has to end."""

    def __init__(self) -> None:
        self.came = False
        self._react: Callable[[], object] = _leave
        self._stop: HardStop | None = None

    @property
    def is_installed(self) -> bool:
        return self._stop is not None

    def install(self) -> None:
        """Listen from here on; what the caller ignores, as ``nohup`` does, stays ignored."""
        if self._stop is not None:
            return
        self._stop = HardStop(_NUMBERS, ExitCode.INTERRUPTED, _GRACE)
        self._take_wake_up()
        for number in _NUMBERS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._handle)

    def grace(self, seconds: float) -> None:
        """From the first signal to the hard stop it is so many seconds."""
        if self._stop is not None:
            self._stop.tell(seconds)

    def listen_in(self, loop: "AbstractEventLoop") -> None:
        """Take the interpreter's wake-up back from a loop that runs, and wake the loop by it."""
        if self._stop is not None:
            self._take_wake_up()
            loop.add_reader(self._stop.line.fileno(), self._stop.drain)

    def _take_wake_up(self) -> None:
        """Let the interpreter's own handler, in C, tell the hard stop of each signal.

        It writes also while the main thread sits in C code and runs no handler of Python's.
        """
        assert self._stop is not None
        signal.set_wakeup_fd(self._stop.line.fileno(), warn_on_full_buffer=False)

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
        # An event loop takes the interpreter's wake-up for itself when it begins.
        if self._stop is not None:
            self._stop.note(number)
        if not self.came:
            self.came = True
            self._react()
        elif number == signal.SIGINT:
            # Others come in pairs: systemd sends SIGHUP after SIGTERM. Ctrl-C twice is meant so.
            _leave()


def _leave() -> None:
    with suppress(OSError):
        os.write(2, f"newscrawl: the crawl {ending(ExitCode.INTERRUPTED)}\n".encode())
    os._exit(ExitCode.INTERRUPTED)


def _interrupt() -> None:
    raise Interrupted


def _nothing() -> None:
    """Whoever holds something looks at ``came`` when it is done."""


#: Signals belong to the process, and so does this.
SIGNALS = Signals()
