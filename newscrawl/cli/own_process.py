"""This very newscrawl as a process: how it is started again, and ends with who started it."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

_VARIABLE = "NEWSCRAWL_PARENT"
#: Seconds between two looks at who the parent is.
_PAUSE = 1.0


def own_command() -> list[str]:
    """The program that runs and its arguments up to the command, by their whole paths."""
    program = Path(sys.argv[0])
    if program.name.startswith("newscrawl") and os.access(program, os.X_OK) and program.is_file():
        return [str(program.absolute())]
    return [sys.executable, "-m", "newscrawl.cli"]


def log_folder(home: Path) -> Path:
    """Where runs that nobody watches write."""
    return home / "log"


def parent_environ() -> dict[str, str]:
    """What a command is started with that is to end with this process."""
    return {_VARIABLE: str(os.getpid())}


def end_with_parent() -> None:
    """Be told to end, as by its operator, once the worker is gone that is named to this process.

    Its own processes are not told: it hands the signal on.
    """
    parent = os.environ.pop(_VARIABLE, None)
    if parent is not None:
        threading.Thread(target=_watch, args=(int(parent),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_PAUSE)
    os.kill(os.getpid(), signal.SIGTERM)
