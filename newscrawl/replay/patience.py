"""Do a piece of work again where another transaction was in the way of its own."""

import time
from collections.abc import Callable
from typing import TypeVar

from newscrawl.archive.faults import DatabaseError, Remedy, remedy

_MOST_RETRIES = 8
Answer = TypeVar("Answer")


def again_if_in_the_way(work: Callable[[], Answer]) -> Answer:
    """The answer; a deadlock, a lock that is long held or a lost connection is waited out."""
    for attempt in range(_MOST_RETRIES):
        try:
            return work()
        except DatabaseError as error:
            if remedy(error) not in {Remedy.RETRY, Remedy.RECONNECT}:
                raise
            time.sleep(0.1 * 2**attempt)
    return work()
