"""Stop this process from outside when it does not end by itself, however frozen it is.

A parser in C that does not give the interpreter back stops every thread of Python's, and handlers
of signals too. So a child of ours counts the seconds; and what it pulls then is a read that has
been waiting in the C library from the beginning, which ends the process when it is done.
"""

import ctypes
import os
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress

from newscrawl.exit_code import ExitCode, with_code

#: What the signals' bytes cannot be: seconds follow, as a double.
_SECONDS = 0xFF
_DOUBLE = struct.Struct("=d")
#: Seconds that a process has to end once it was told to, before it is killed.
_LAST = 2.0
#: ``SIGEV_THREAD``: call a function, in a thread that knows nothing of Python.
_IN_A_THREAD = 2


class HardStop:
    """Ends this process with ``code`` so many seconds after the first of ``signals``.

    Whoever writes the number of a signal to ``line`` tells of it, as the interpreter does if the
    line is its wake-up. What was written comes back, so that a loop can wait for it.
    """

    def __init__(self, signals: Iterable[int], code: int, seconds: float) -> None:
        self.line, far = socket.socketpair()
        self.line.setblocking(False)
        read, write = os.pipe()
        if not hasattr(os, "fork"):
            watched = (far, write, frozenset(signals), seconds)
            threading.Thread(target=_watch, args=watched, daemon=True).start()
        elif (own := os.getpid()) and os.fork() == 0:
            # Both ends of the pipe stay open in the parent: that this child is gone means nothing.
            try:
                self.line.close()
                for number in signals:
                    signal.signal(number, signal.SIG_IGN)
                _watch(far, write, frozenset(signals), seconds, own)
            finally:
                # Whatever happens, there is one crawl.
                os._exit(0)
        else:
            far.close()
        # Last: to wait, the C library begins a thread, and a process of several forks unsafely.
        _arm(read, code)

    def tell(self, seconds: float) -> None:
        """It is so many seconds from here on."""
        with suppress(OSError):
            self.line.send(bytes([_SECONDS]) + _DOUBLE.pack(seconds))

    def note(self, number: int) -> None:
        """Tell of a signal."""
        with suppress(OSError):
            self.line.send(bytes([number]))

    def drain(self) -> None:
        """Take what came back from the line."""
        with suppress(BlockingIOError):
            self.line.recv(4096)


def _watch(
    line: socket.socket,
    stop: int,
    signals: frozenset[int],
    seconds: float,
    process: int | None = None,
) -> None:
    """Return when the other end of the line is gone, or when it was stopped."""
    deadline, said = None, b""
    while True:
        line.settimeout(None if deadline is None else max(deadline - time.monotonic(), 0.001))
        try:
            came = line.recv(64)
        except TimeoutError:
            break
        except OSError:
            return
        if not came:
            return
        with suppress(OSError):
            line.send(came)
        said += came
        while said and (said[0] != _SECONDS or len(said) > _DOUBLE.size):
            if said[0] == _SECONDS:
                [seconds] = _DOUBLE.unpack_from(said, 1)
                said = said[1 + _DOUBLE.size :]
                continue
            if said[0] in signals and deadline is None:
                deadline = time.monotonic() + seconds
            said = said[1:]
    _stop(line, stop, seconds, process)


def _stop(line: socket.socket, stop: int, seconds: float, process: int | None) -> None:
    what = f"stopped hard: what was under way did not end in {seconds:g} s"
    text = f"newscrawl: {with_code(what, ExitCode.INTERRUPTED)}\n"
    with suppress(OSError):
        os.write(2, text.encode())
    os.write(stop, b"!")
    deadline = time.monotonic() + _LAST
    with suppress(OSError):
        while process and (left := deadline - time.monotonic()) > 0:
            line.settimeout(left)
            if not line.recv(64):
                return
    if process:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


class _Event(ctypes.Structure):
    """``struct sigevent`` of Linux on 64 bits."""

    _fields_ = (
        ("value", ctypes.c_void_p),
        ("number", ctypes.c_int),
        ("notify", ctypes.c_int),
        ("function", ctypes.c_void_p),
        ("rest", ctypes.c_char * 40),
    )


class _Read(ctypes.Structure):
    """``struct aiocb`` of Linux on 64 bits; what follows the event is the library's, and zero."""

    _fields_ = (
        ("file", ctypes.c_int),
        ("operation", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("buffer", ctypes.c_void_p),
        ("length", ctypes.c_size_t),
        ("event", _Event),
        ("rest", ctypes.c_char * 256),
    )


#: What the C library writes to for as long as this process lives.
_ARMED: list[object] = []


def _arm(read: int, code: int) -> None:
    """Let whatever comes from ``read`` end the process with that code."""
    if sys.platform == "linux" and ctypes.sizeof(ctypes.c_void_p) == 8 and _armed(read, code):
        return

    def leave() -> None:
        os.read(read, 1)
        os._exit(code)

    # It needs the interpreter: what holds that for good is killed in the end.
    threading.Thread(target=leave, daemon=True).start()


def _armed(read: int, code: int) -> bool:
    """Whether the C library took it upon itself."""
    buffer = ctypes.create_string_buffer(1)
    try:
        library = ctypes.CDLL(None)
        leave = ctypes.cast(library._exit, ctypes.c_void_p).value
        event = _Event(value=code, notify=_IN_A_THREAD, function=leave)
        request = _Read(file=read, buffer=ctypes.addressof(buffer), length=1, event=event)
        is_begun: bool = library.aio_read(ctypes.byref(request)) == 0
    except (AttributeError, OSError):
        return False
    _ARMED.extend((buffer, request))
    return is_begun
