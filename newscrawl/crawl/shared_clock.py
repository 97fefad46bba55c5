"""When a page came, by the archive's clock: a machine's own may be anything."""

import time
from datetime import UTC, datetime, timedelta


class SharedClock:
    """Goes on from a moment that it was told; a step of the machine's clock does not move it."""

    def __init__(self) -> None:
        self._moment: datetime | None = None
        self._told_at = 0.0

    def tell(self, moment: datetime) -> None:
        self._moment, self._told_at = moment, time.monotonic()

    def now(self) -> datetime:
        """The time in UTC; the machine's own where there is no archive."""
        if self._moment is None:
            return datetime.now(UTC)
        return self._moment + timedelta(seconds=time.monotonic() - self._told_at)


#: A process crawls into one archive.
CLOCK = SharedClock()
