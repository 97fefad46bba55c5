"""Spread pieces of work over processes, a few ahead of what is done, and end with the parent."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, islice, repeat
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import TypeVar

from newscrawl.archive.database.engine import SessionFactory, address, sessions_at
from newscrawl.errors import ConfigError, NewscrawlError
from newscrawl.replay.read_again import read_by_all

Piece = TypeVar("Piece")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArchive:
    """What each process needs of the archive: its database, and its folder."""

    sessions: SessionFactory
    home: Path


#: Seconds for which a piece of work waits for a database that went away.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where another process finds the archive, and by what it must read there."""

    #: Never printed: it may hold a password.
    url: str = field(repr=False)
    home: Path
    read_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayPool:
    """Who works on an archive: other processes, or this one where there is no executor."""

    archive: OpenArchive
    executor: Executor | None = None
    #: How many work at once.
    count: Callable[[], int] = lambda: 1
    #: The most pieces that each is given at once.
    at_once: int = 1


def spread(
    workers: ReplayPool, work: Callable[[OpenArchive, Piece], Done], pieces: Iterable[Piece]
) -> Iterator[Done]:
    """What each piece came to, as they are done."""
    # Few pieces are for all: only of many are some done one after the other.
    first = 4 * workers.count()
    sizes = chain(repeat(1, first), range(2, workers.at_once), repeat(workers.at_once))
    left = iter(pieces)
    done = _sent(
        workers,
        partial(_each, work),
        iter(lambda: list(islice(left, next(sizes))), []),
        lambda sent: wait(sent, return_when=FIRST_COMPLETED).done,
    )
    return chain.from_iterable(done)


def in_order(
    workers: ReplayPool, work: Callable[[OpenArchive, Piece], Done], pieces: Iterable[Piece]
) -> Iterator[Done]:
    """What each piece came to, in the order of the pieces."""
    return _sent(workers, work, pieces, lambda sent: sent[:1])


def _each(
    work: Callable[[OpenArchive, Piece], Done], archive: OpenArchive, bundle: Iterable[Piece]
) -> list[Done]:
    return [work(archive, piece) for piece in bundle]


def _sent(
    workers: ReplayPool,
    work: Callable[[OpenArchive, Piece], Done],
    pieces: Iterable[Piece],
    next_of: Callable[[list[Future[Done]]], Iterable[Future[Done]]],
) -> Iterator[Done]:
    """What the pieces came to; ``next_of`` says whose turn it is of those that are under way."""
    if workers.executor is None:
        yield from (work(workers.archive, piece) for piece in pieces)
        return
    archive = workers.archive
    place = _Place(url=address(archive.sessions), home=archive.home, read_by=read_by_all())
    there, sent, left = partial(_work_at, place, work), list[Future[Done]](), iter(pieces)
    try:
        while True:
            for piece in islice(left, max(0, 2 * workers.count() - len(sent))):
                sent.append(workers.executor.submit(there, piece))
            if not sent:
                return
            for future in next_of(sent):
                sent.remove(future)
                yield future.result()
    finally:
        for future in sent:
            future.cancel()


def _work_at(place: _Place, work: Callable[[OpenArchive, Piece], Done], piece: Piece) -> Done:
    return work(_opened(place), piece)


@contextmanager
def pool(archive: OpenArchive, processes: int) -> Iterator[ReplayPool]:
    """So many processes of this machine; one works by itself, without others."""
    if processes == 1:
        yield ReplayPool(archive=archive)
        return
    # Forks of a process that has threads and connections may hang, or share them.
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as executor:
        try:
            yield ReplayPool(archive=archive, executor=executor, count=lambda: processes)
        except BrokenProcessPool as error:
            raise NewscrawlError(DIED) from error


DIED = "a process that read pages died: what it had written stays; start again"


def _begin() -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody else would: a process of a pool waits for its parent for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


@cache
def _opened(place: _Place) -> OpenArchive:
    if place.read_by != read_by_all():
        raise ConfigError(
            "a worker has another version of newscrawl, or other outlet files, than this process"
        )
    return OpenArchive(sessions=sessions_at(place.url), home=place.home)
