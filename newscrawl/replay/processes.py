"""Spread pieces of work over processes, a few ahead of what is done, and end with the parent."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import TypeVar

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.database.worker_sessions import address, sessions_at
from newscrawl.errors import NewscrawlError

Piece = TypeVar("Piece")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArchive:
    """What each process needs of the archive: its database, and its folder."""

    sessions: SessionFactory
    home: Path


#: Seconds for which a piece of work waits for a database that went away.
PATIENCE = 30.0

#: This process's own, where it is one of several.
_archive: OpenArchive | None = None


def spread(
    archive: OpenArchive,
    processes: int,
    work: Callable[[OpenArchive, Piece], Done],
    pieces: Iterable[Piece],
) -> Iterator[Done]:
    """What each piece came to, as they are done; one process works by itself, without others."""
    if processes == 1:
        yield from (work(archive, piece) for piece in pieces)
        return
    pool = ProcessPoolExecutor(
        processes,
        # Forks of a process that has threads and connections may hang, or share them.
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(address(archive.sessions), archive.home),
    )
    with pool:
        running: set[Future[Done]] = set()
        try:
            for piece in pieces:
                running.add(pool.submit(_do, work, piece))
                if len(running) >= 2 * processes:
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BrokenProcessPool as error:
            raise NewscrawlError(
                "a process that read pages died: what it had written stays; start again"
            ) from error
        finally:
            for future in running:
                future.cancel()


def _begin(url: str, home: Path) -> None:
    global _archive
    _archive = OpenArchive(sessions=sessions_at(url), home=home)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody else would: a process of a pool waits for its parent for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _do(work: Callable[[OpenArchive, Piece], Done], piece: Piece) -> Done:
    assert _archive is not None
    return work(_archive, piece)
