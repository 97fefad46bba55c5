"""Keep captures for later on disk, as they may be more than fit into memory."""

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from newscrawl.snapshots.capture_headers import Capture


class Spool:
    """Captures in a file without a name, which ends with the process."""

    def __enter__(self) -> Self:
        self._file = TemporaryFile()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, capture: Capture) -> None:
        pickle.dump(capture, self._file, pickle.HIGHEST_PROTOCOL)

    def read(self) -> Iterator[Capture]:
        """All captures in their order, when the last one was added."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield pickle.load(self._file)
