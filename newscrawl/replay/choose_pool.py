"""Who reads pages: this process, others of this machine, or Dask's workers on any."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib.util import find_spec
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from newscrawl.errors import ConfigError, NewscrawlError, UsageError
from newscrawl.replay.spread_work import DIED, OpenArchive, ReplayPool, pool

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

#: Seconds that a scheduler, and a first worker of it, may take to answer.
_WAIT = 10
#: Seconds after which one that does not come back is begun anew: longer than any takes to begin.
_MISSED = 60
_LOCAL = re.compile(r"local:([1-9]\d?)")
#: Pieces of work that go to a worker of Dask's at once: each message costs both sides some.
_AT_ONCE = 4
#: Of what Dask looks at by the clock, little is wanted here: it takes 3 % of a core a process.
_QUIET = {
    "distributed.worker.multiprocessing-method": "forkserver",
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.scheduler.work-stealing-interval": "1s",
}


@contextmanager
def replay_pool(
    archive: OpenArchive, processes: int = 1, client: "Client | None" = None
) -> Iterator[ReplayPool]:
    """So many processes of this machine, or those that a client of Dask's works with."""
    if client is None:
        with pool(archive, processes) as workers:
            yield workers
        return
    executor = client.get_executor(pure=False)

    def count() -> int:
        # While all are dead, whoever comes next finds some work.
        threads: dict[str, int] = client.nthreads()
        return max(1, sum(threads.values()))

    from distributed import KilledWorker

    try:
        yield ReplayPool(archive=archive, executor=executor, count=count, at_once=_AT_ONCE)
    except KilledWorker as error:
        raise NewscrawlError(DIED) from error
    except (CancelledError, OSError) as error:
        if client.status == "running" and not isinstance(error, CancelledError):
            raise
        raise NewscrawlError(
            "Dask's scheduler went away: what was written stays; start again"
        ) from error
    finally:
        executor.shutdown(wait=False)


@contextmanager
def dask_client(where: str) -> "Iterator[Client]":
    """A client of the scheduler at an address, or of one that is begun here: ``local:N`` workers.

    Raises ``ConfigError`` where Dask is not installed, and ``UsageError`` where nobody works there.
    """
    try:
        from distributed import Client, LocalCluster
    except ModuleNotFoundError as error:
        raise ConfigError("--dask needs Dask: pip install 'newscrawl[dask]'") from error
    local = _LOCAL.fullmatch(where)
    if local is None:
        with _connected(where) as client:
            yield client
        return
    import dask

    _load_once()
    with (
        dask.config.set(_QUIET),
        LocalCluster(
            n_workers=int(local[1]),
            threads_per_worker=1,
            host="127.0.0.1",
            # Also without bokeh: by default it would be for all who reach this machine.
            dashboard_address="127.0.0.1:0",
            silence_logs="CRITICAL",
        ) as cluster,
        Client(cluster) as client,
        _kept_up(cluster, int(local[1])),
    ):
        yield client


def dashboard_of(client: "Client") -> str | None:
    """Where Dask's pages are; None where there are none, since bokeh is not installed."""
    if client.cluster is not None and find_spec("bokeh") is None:
        return None
    return str(client.dashboard_link)


def _load_once() -> None:
    """Let workers be forked from a process that has loaded what they need, and nothing else."""
    import distributed.utils

    get_context("forkserver").set_forkserver_preload(["newscrawl.replay.preload_replay"])
    # Or Dask has it load, and loads itself, whatever it can work with: numpy, pandas.
    distributed.utils._forkserver_preload_set = True


@contextmanager
def _kept_up(cluster: "LocalCluster", wanted: int) -> Iterator[None]:
    """Begin another worker where one is missing for long: who dies while he begins is not missed.

    Dask begins one again only that died at work.
    """
    since = time.monotonic()

    def look() -> None:
        nonlocal since
        scheduler: Any = cluster.scheduler
        missing = wanted - len(scheduler.workers)
        if missing > 0 and time.monotonic() - since > _MISSED:
            cluster.scale(len(cluster.worker_spec) + missing)
            missing = 0
        if missing <= 0:
            since = time.monotonic()

    with looking(look, 1):
        yield


@contextmanager
def looking(look: Callable[[], None], pause: float) -> Iterator[None]:
    """Look again and again, so many seconds apart, in a thread that ends with the block."""
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(pause):
            look()

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join()


@contextmanager
def _connected(where: str) -> "Iterator[Client]":
    _require_address(where)
    from distributed import Client

    try:
        client: Any = Client(where, timeout=_WAIT)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"no Dask scheduler answers at {where}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_WAIT)
        except TimeoutError as error:
            raise UsageError(f"the Dask scheduler at {where} has no workers") from error
        yield client


def _require_address(where: str) -> None:
    from distributed.comm.addressing import parse_address, parse_host_port
    from distributed.comm.registry import get_backend

    try:
        scheme, place = parse_address(where, strict=True)
        get_backend(scheme)
        if scheme == "inproc":
            raise ValueError("of this process alone")
        parse_host_port(place)
    except ValueError as error:
        raise UsageError(
            f"--dask takes local:N or a scheduler's address, such as tcp://host:8786: {where}"
        ) from error
