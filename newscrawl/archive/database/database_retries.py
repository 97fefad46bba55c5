"""Do again what fails: after a pause, for as long as that may help, or in smaller pieces."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import psycopg2  # type: ignore[import-untyped]
from tenacity import Retrying, retry_if_exception, stop_before_delay, wait_exponential

from newscrawl.archive.database.sqlstate import (
    DatabaseError,
    Remedy,
    first_line,
    is_too_slow,
    plain,
    remedy,
)
from newscrawl.archive.postgres.embedded_server import revive
from newscrawl.errors import DatabaseUnavailable

logger = logging.getLogger(__name__)

#: Seconds before the second try, which double up to the longest pause.
_FIRST, LONGEST = 0.2, 5.0
#: So often is asked again what another transaction, or its length, was in the way of.
_MOST_RETRIES = 5
Answer = TypeVar("Answer")
Item = TypeVar("Item")
Done = TypeVar("Done")


def waiting(
    seconds: float,
    passes: Callable[[BaseException], bool],
    *,
    longest: float = LONGEST,
    pause: Callable[[float], None] = time.sleep,
) -> Retrying:
    """Calls a function until it works, for at most so many seconds; then raises what it raised.

    So it does at once for an error that does not pass.
    """
    return Retrying(
        retry=retry_if_exception(passes),
        wait=wait_exponential(multiplier=_FIRST, max=longest),
        stop=stop_before_delay(seconds),
        sleep=pause,
        reraise=True,
    )


def awaited(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """What a database answers that is waited for, for at most so many seconds.

    Raises ``DatabaseUnavailable`` then, and at once what ``plain`` says where no waiting helps.
    """
    try:
        return waiting(seconds, _passes)(ask)
    except (DatabaseError, psycopg2.Error) as error:
        if not _passes(error):
            raise plain(error) or error from error
        raise DatabaseUnavailable(f"the database does not answer: {first_line(error)}") from error


def _passes(error: BaseException) -> bool:
    return remedy(error) in (Remedy.RECONNECT, Remedy.RETRY)


class Patience:
    """How many seconds a database may be away, however many wait for it.

    They are counted from the moment at which somebody first missed it, until it answers anybody.
    Once they are over, nobody asks it any more.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._missed_at: float | None = None
        self._over: DatabaseUnavailable | None = None
        self._lock = threading.Lock()

    def ask(self, ask: Callable[[], Answer]) -> Answer:
        """The answer, through lost connections and other transactions.

        Raises ``DatabaseUnavailable`` or ``DiskFull`` where waiting is in vain, ``ConfigError``
        where the operator has to set something right, and the ``DatabaseError`` itself where what
        was asked is at fault.
        """
        delay, retries, failing_since = _FIRST, 0, None
        while True:
            if self._over is not None:
                raise DatabaseUnavailable(str(self._over)) from self._over
            try:
                answer = ask()
            except DatabaseError as error:
                what = remedy(error)
                if what is Remedy.QUARANTINE or (is_too_slow(error) and retries >= _MOST_RETRIES):
                    raise
                if what in (Remedy.STOP, Remedy.TELL):
                    raise plain(error) or error from error
                retries += what is Remedy.RETRY
                failing_since = failing_since or time.monotonic()
                left = self._left(error, failing_since, is_away=what is Remedy.RECONNECT)
            else:
                self._missed_at = None
                return answer
            time.sleep(min(delay, left))
            delay = min(delay * 2, LONGEST)

    def _left(self, error: DatabaseError, failing_since: float, *, is_away: bool) -> float:
        """How many seconds more to wait; raises where there are none.

        Whoever has waited for so long himself gives up even if others were answered meanwhile.
        """
        with self._lock:
            if not is_away:
                since = failing_since
            elif self._missed_at is None:
                self._missed_at = since = min(failing_since, time.monotonic())
                logger.warning("database: %s; trying again", first_line(error))
            else:
                since = min(failing_since, self._missed_at)
            left = since + self._seconds - time.monotonic()
            if left <= 0:
                over = DatabaseUnavailable(f"the database does not answer: {first_line(error)}")
                self._over = over if is_away else None
                raise over from error
        if is_away:
            revive()
        return left


def patiently(ask: Callable[[], Answer], seconds: float) -> Answer:
    """The answer, after up to so many seconds of waiting; raises what ``Patience.ask`` raises."""
    return Patience(seconds).ask(ask)


def by_halves(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Done],
    is_theirs: Callable[[Exception], bool],
) -> Iterator[tuple[Sequence[Item], Done | Exception]]:
    """Do the work for all items at once; where one of them makes it fail, by halves.

    What comes is the items of each piece with what became of it: an error stands beside the one
    item that is to blame. An error that is not the items' is raised.
    """
    done: Done | Exception
    try:
        done = work(items)
    except Exception as error:
        if not is_theirs(error):
            raise
        done = error
    if not isinstance(done, Exception) or len(items) == 1:
        yield items, done
        return
    middle = len(items) // 2
    yield from by_halves(items[:middle], work, is_theirs)
    yield from by_halves(items[middle:], work, is_theirs)
