"""The one thread that writes: pages to WARC, then articles and outcomes to the database."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from newscrawl.archive.database.database_retries import Patience, by_halves
from newscrawl.archive.frontier.visit import Stored, Visit
from newscrawl.crawl.answer_outcome import quarantined
from newscrawl.errors import NewscrawlError
from newscrawl.page import PriorSnapshot
from newscrawl.snapshots.warc_writer import SnapshotWriter, write_all

#: Visits that share a commit, at most: what a batch that fails has to be split from.
_LARGEST_BATCH = 50
#: Seconds that a batch waits for company: a commit costs the same for one visit as for ten.
_LINGER = 0.2
#: Seconds between two looks for company: to wake for each visit costs both threads a switch.
_LOOK = 0.05
#: Where pages come a second apart, a batch waits so many seconds for so many, as long as more are
#: under way: a commit for each would take three times as much as all else that is done for a page.
_LONGEST_LINGER, _COMPANY = 5.0, 10
#: Seconds between two looks whether the crawl was told to end meanwhile.
_END_LOOK = 0.25
#: Visits that are handed over and not yet committed: past this the crawl waits too.
_WAITING = 150

#: Records visits in one transaction; for each, what storing came to.
Record = Callable[[Sequence[Visit]], list[Stored | None]]
#: Of URLs and digests, those that are kept already.
PriorSnapshots = Callable[
    [Collection[tuple[str, str]]], Mapping[tuple[str, str], Sequence[PriorSnapshot]]
]


@dataclass(slots=True, eq=False)
class _Job:
    visit: Visit
    done: "asyncio.Future[Stored | None]"
    #: Whether nobody else was under way when it was handed over.
    is_last: bool = True


class VisitWriter:
    """Takes what has queued up while the last commit was under way, and commits it as one.

    A batch that fails is split until the one bad visit is alone: that one goes to quarantine
    with its error. A lost connection is waited for with the patience of the whole crawl. Whatever
    ends the thread's work, whoever waits for it hears of that.
    """

    def __init__(
        self,
        record: Record,
        snapshots: SnapshotWriter | None,
        patience: Patience,
        prior_snapshots: PriorSnapshots = lambda _: {},
        awaited: Callable[[], int] = lambda: 0,
        is_ending: Callable[[], bool] = lambda: False,
    ) -> None:
        """``awaited`` counts the visits that wait here and those that come meanwhile.

        ``is_ending`` is asked in the thread that writes.
        """
        self._record, self._snapshots, self._patience = record, snapshots, patience
        self._prior_snapshots, self._awaited = prior_snapshots, awaited
        self._is_ending = is_ending
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        # Whoever finds no room sleeps until there is some, and those who came first go first: to
        # ask again every few milliseconds takes a whole core where thousands of short pages wait.
        self._room = asyncio.Semaphore(_WAITING)
        self._held: list[_Job] = []
        #: All that somebody waits for, wherever it is.
        self._waited: set[_Job] = set()
        self._is_open, self._is_closing = True, False
        self._fault: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="newscrawl-writer", daemon=True)
        self._thread.start()

    async def write(self, visit: Visit) -> Stored | None:
        """Return when the visit is committed; raises what made that impossible."""
        async with self._room:
            # What was handed over is written even if nobody waits for it any more.
            job = _Job(visit, asyncio.get_running_loop().create_future())
            self._waited.add(job)
            job.is_last = self._awaited() <= len(self._waited)
            self._jobs.put(job)
            return await job.done

    def close(self) -> None:
        """Return when all that was handed over is written."""
        self._is_closing = True
        self._jobs.put(None)
        self._thread.join()
        if self._snapshots is not None:
            self._snapshots.close()

    def _run(self) -> None:
        while self._is_open or self._held:
            try:
                if batch := self._next_batch():
                    self._write(batch)
            except BaseException as error:
                # The top of this thread: whoever waits must hear of it, or the crawl would hang.
                # Nothing after it can be written either.
                self._give_up(error)

    def _give_up(self, error: BaseException) -> None:
        """Tell all who wait, also those whose job was just taken from the queue."""
        if not isinstance(error, Exception):
            # What would end a thread must not end whoever waits for it as silently.
            error = RuntimeError(f"the writing thread was ended: {error!r}")
        self._fault = self._fault or error
        self._held.clear()
        # The word that it is over may have been taken from the queue as well.
        self._is_open = self._is_open and not self._is_closing
        self._tell([(job, error) for job in tuple(self._waited)])

    def _tell(self, answers: Sequence[tuple[_Job, Stored | Exception | None]]) -> None:
        """Wake those who wait, together: a word to their loop costs as much as a commit's part."""
        self._waited.difference_update(job for job, _ in answers)
        for loop in {job.done.get_loop() for job, _ in answers}:
            # In a loop that is closed nobody waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_wake, answers)

    def _next_batch(self) -> list[_Job]:
        """Jobs of articles that differ from each other; the others wait for the next batch."""
        waiting, self._held = self._held, []
        if not waiting and self._is_open:
            self._add(self._jobs.get(), waiting)
        begun = time.monotonic()
        while self._is_open and len(waiting) < _LARGEST_BATCH:
            try:
                self._add(self._jobs.get_nowait(), waiting)
            except queue.Empty:
                if time.monotonic() >= begun + _LINGER:
                    break
                time.sleep(_LOOK)
        self._wait_for_more(waiting, begun + _LONGEST_LINGER)
        return self._apart(waiting)

    def _wait_for_more(self, waiting: list[_Job], deadline: float) -> None:
        while self._is_open and len(waiting) < _COMPANY and not waiting[-1].is_last:
            left = min(deadline - time.monotonic(), _END_LOOK)
            if left <= 0 or self._is_ending():
                return
            with suppress(queue.Empty):
                self._add(self._jobs.get(timeout=left), waiting)

    def _add(self, job: _Job | None, waiting: list[_Job]) -> None:
        if job is None:
            self._is_open = False
        else:
            waiting.append(job)

    def _apart(self, waiting: Sequence[_Job]) -> list[_Job]:
        seen: set[str] = set()
        batch: list[_Job] = []
        for job in waiting:
            keys = {job.visit.link.key, *([job.visit.article.key] if job.visit.article else [])}
            (self._held if keys & seen else batch).append(job)
            seen |= keys
        return batch

    def _write(self, batch: Sequence[_Job]) -> None:
        if self._fault is not None:
            raise self._fault
        if self._snapshots is None:
            self._commit([job.visit for job in batch], batch)
            return
        wanted = {one for job in batch for one in _bytes_of(job.visit)}
        before = self._prior_snapshots(wanted) if wanted else {}
        batch = self._once(batch, before)
        visits = [
            replace(job.visit, kept=write_all(self._snapshots, job.visit.fetched, before))
            for job in batch
        ]
        self._snapshots.sync()
        self._commit(visits, batch)

    def _once(self, batch: Sequence[_Job], before: Collection[tuple[str, str]]) -> list[_Job]:
        """Those that bring no bytes which another brings; the others wait until these are kept.

        A list that belongs to all pages would be kept with each of a batch.
        """
        brought: set[tuple[str, str]] = set()
        first, later = list[_Job](), list[_Job]()
        for job in batch:
            new = _bytes_of(job.visit).difference(before)
            (later if new & brought else first).append(job)
            brought |= new
        # Before those that waited for them.
        self._held = [*later, *self._held]
        return first

    def _commit(self, visits: list[Visit], jobs: Sequence[_Job]) -> None:
        # Whatever a page brings about is its own affair: it goes to quarantine. A fault that has
        # nothing to do with it meets the quarantine's row too, and ends the crawl.
        pairs = list(zip(visits, jobs, strict=True))
        for piece, results in by_halves(pairs, self._attempt, _is_theirs):
            if isinstance(results, Exception):
                [(visit, job)] = piece
                results = self._attempt([(quarantined(visit, results), job)])
            self._tell([(job, came_to) for (_, job), came_to in zip(piece, results, strict=True)])

    def _attempt(self, pairs: Sequence[tuple[Visit, _Job]]) -> list[Stored | None]:
        """Record the visits, through lost connections and deadlocks."""
        return self._patience.ask(lambda: self._record([visit for visit, _ in pairs]))


def _bytes_of(visit: Visit) -> set[tuple[str, str]]:
    """URL and digest of a page and its parts."""
    return {(answer.url, answer.digest) for answer in visit.fetched}


def _is_theirs(error: Exception) -> bool:
    return not isinstance(error, NewscrawlError)


def _wake(answers: Sequence[tuple[_Job, Stored | Exception | None]]) -> None:
    for job, came_to in answers:
        # Whoever waited may have been cancelled.
        if job.done.done():
            continue
        if isinstance(came_to, Exception):
            job.done.set_exception(came_to)
        else:
            job.done.set_result(came_to)
