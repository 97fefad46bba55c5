"""Ask the database again where a fault passes: a restart, or another transaction in the way."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from newscrawl.archive.engine import first_line
from newscrawl.archive.faults import DatabaseError, Remedy, is_forbidden, is_full, remedy
from newscrawl.errors import ConfigError, DatabaseUnavailable, DiskFull

logger = logging.getLogger(__name__)

_MOST_RETRIES = 5

Answer = TypeVar("Answer")


def patiently(ask: Callable[[], Answer], seconds: float) -> Answer:
    """The answer, after up to so many seconds of waiting for a database that went away.

    Raises ``DatabaseUnavailable`` or ``DiskFull`` where waiting is in vain, and ``ConfigError``
    where the login may not do that.
    """
    deadline, delay, retries = time.monotonic() + seconds, 0.2, 0
    while True:
        try:
            return ask()
        except DatabaseError as error:
            if is_forbidden(error):
                raise ConfigError(f"this login may not do that: {first_line(error)}") from error
            what = remedy(error)
            if what is Remedy.QUARANTINE or (what is Remedy.RETRY and retries >= _MOST_RETRIES):
                raise
            if what is Remedy.STOP and is_full(error):
                raise DiskFull("the disk of the database is full") from error
            if what is Remedy.STOP or time.monotonic() > deadline:
                raise DatabaseUnavailable(
                    f"the database does not answer: {first_line(error)}"
                ) from error
            retries += what is Remedy.RETRY
            logger.warning("database: %s; trying again", first_line(error))
        time.sleep(delay)
        delay = min(delay * 2, 5.0)
