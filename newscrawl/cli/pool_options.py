"""Who reads the pages of ``newscrawl replay``: ``--processes`` of this machine, or ``--dask``."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial

from newscrawl.cli.output import say
from newscrawl.errors import UsageError
from newscrawl.replay.processes import OpenArchive, ReplayPool
from newscrawl.replay.replay_pools import dashboard_of, dask_client, replay_pool

_OpenPool = Callable[[OpenArchive], AbstractContextManager[ReplayPool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolOptions:
    """What somebody asked for."""

    processes: int
    dask: str | None = None

    @classmethod
    def of(cls, processes: int | None, dask: str | None) -> "PoolOptions":
        if processes and dask:
            raise UsageError(
                "--processes are of this machine alone, and --dask has its own workers"
            )
        return cls(processes=processes or _cores(), dask=dask)

    @contextmanager
    def opened(self) -> "Iterator[_OpenPool]":
        """Opens the pool of an archive: who is to work is asked before the archive is."""
        if self.dask is None:
            yield partial(replay_pool, processes=self.processes)
            return
        with dask_client(self.dask) as client:
            if dashboard := dashboard_of(client):
                say(f"Dask's dashboard: {dashboard}")
            yield partial(replay_pool, client=client)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
