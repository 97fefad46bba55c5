"""End a command with the worker that started it: nobody else would end it."""

import os
import signal
import threading
import time

_VARIABLE = "NEWSCRAWL_PARENT"
#: Seconds between two looks at who the parent is.
_PAUSE = 1.0


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
