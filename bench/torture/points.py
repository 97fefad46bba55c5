"""Points of a crawl at which it may be killed: each statement, commit and write of a page.

A point has a name: what is about to happen or has happened, and which function of newscrawl asked
for it. The same crawl passes the same names, though not always in the same order.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Literal

_PACKAGE = f"{os.sep}newscrawl{os.sep}"
_WRITER = "newscrawl-writer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is to happen: note the points, kill this process or another, or end the writer."""

    what: Literal["note", "kill", "thread"]
    #: The point, and at which passing of it.
    point: str = ""
    passing: int = 1
    #: Who is killed; None: the process itself.
    victim: int | None = None
    #: Where points are noted.
    notes: Path | None = None
    #: Seconds after which the thread ends.
    seconds: float = 0.0


def arm(fault: Fault) -> None:
    """Let it happen in this process."""
    if fault.what == "thread":
        threading.Thread(target=_end_writer, args=(fault.seconds,), daemon=True).start()
        return
    listen(_noting(fault.notes) if fault.notes else _killing(fault))


def _noting(notes: Path) -> Callable[[str], None]:
    file = notes.open("a", buffering=1)
    return lambda point: print(point, file=file)


def _killing(fault: Fault) -> Callable[[str], None]:
    passed = 0

    def pass_point(point: str) -> None:
        nonlocal passed
        passed += point == fault.point
        if point == fault.point and passed == fault.passing:
            with suppress(ProcessLookupError):
                os.kill(fault.victim or os.getpid(), signal.SIGKILL)

    return pass_point


def _end_writer(seconds: float) -> None:
    """End the thread that writes, wherever it is between two lines of Python."""
    time.sleep(seconds)
    while not (found := [one for one in threading.enumerate() if one.name == _WRITER]):
        time.sleep(0.001)
    number = ctypes.c_ulong(found[0].ident or 0)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(SystemExit))


def listen(pass_point: Callable[[str], None]) -> None:
    """Call it with the name of every point that this process passes."""
    from sqlalchemy import Engine, event
    from sqlalchemy.orm import Session

    from newscrawl.snapshots.warc_writer import SnapshotWriter

    def told(what: str) -> Callable[..., None]:
        return lambda *_: pass_point(f"{what} of {_asker()}")

    event.listen(Engine, "before_cursor_execute", told("before a statement"))
    event.listen(Engine, "after_cursor_execute", told("after a statement"))
    event.listen(Engine, "commit", told("before a commit"))
    event.listen(Session, "after_commit", told("after a commit"))
    for name in ("write", "sync", "close"):
        setattr(SnapshotWriter, name, _between(getattr(SnapshotWriter, name), name, pass_point))


def _between(
    method: Callable[..., Any], name: str, pass_point: Callable[[str], None]
) -> Callable[..., Any]:
    @wraps(method)
    def passing(*given: Any, **named: Any) -> Any:
        pass_point(f"before {name} of pages")
        found = method(*given, **named)
        pass_point(f"after {name} of pages")
        return found

    return passing


def _asker() -> str:
    """The function of newscrawl that came here, by file and name."""
    frame = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if _PACKAGE in path and "bench" not in path:
            return f"{Path(path).stem}.{frame.f_code.co_name}:{frame.f_lineno}"
        frame = frame.f_back
    return "nobody"
