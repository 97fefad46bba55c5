"""Do again what fails for a while: how long to pause, and when to give up."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tenacity import Retrying, retry_if_exception, stop_before_delay, wait_exponential

Item = TypeVar("Item")
Done = TypeVar("Done")
#: Seconds before the second try, which double up to the longest pause.
_FIRST, LONGEST = 0.2, 5.0


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
