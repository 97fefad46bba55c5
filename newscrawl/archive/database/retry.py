"""Do again what fails for a while: how long to pause, and when to give up."""

import time
from collections.abc import Callable

from tenacity import Retrying, retry_if_exception, stop_before_delay, wait_exponential

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
