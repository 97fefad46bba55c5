import asyncio
import ctypes
import os
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from bench.cutting_proxy import CuttingProxy
from newscrawl.archive.database.database_retries import Patience
from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier.visit import LeasedLink, Stored, Visit
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.snapshots.snapshot_rows import prior_snapshots
from newscrawl.crawl.visit_writer import PriorSnapshots, Record, VisitWriter
from newscrawl.errors import DatabaseUnavailable, DiskFull
from newscrawl.page import PriorSnapshot
from newscrawl.snapshots.warc_reader import read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter
from tests.archive.making import begin_crawl, fetched, lease, ledger, visit, visits_of

KEYS = [str(number) for number in range(6)]


class Archive:
    """A database with a crawl that has leased six links."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = connect(url)
        self.sessions = session_factory(self.engine)
        with self.sessions.begin() as session:
            self.crawl = begin_crawl(session)
            self.visits = visits_of(lease(session, self.crawl, *KEYS))

    def record(self, visits: Sequence[Visit]) -> list[Stored | None]:
        with self.sessions.begin() as session:
            return self.record_in(session, visits)

    def record_in(self, session: Session, visits: Sequence[Visit]) -> list[Stored | None]:
        return record(session, self.crawl, "herald", visits, (), lambda _: None)

    def ask(self, question: str) -> object:
        with self.sessions() as session:
            return session.scalar(text(question))

    def ledger(self) -> dict[str, int]:
        with self.sessions() as session:
            return ledger(session, "herald")


@pytest.fixture
def archive(database_url: str) -> Iterator[Archive]:
    archive = Archive(database_url)
    yield archive
    archive.engine.dispose()


def _write(
    record: Record,
    visits: Sequence[Visit],
    snapshots: SnapshotWriter | None = None,
    patience: float = 20,
    before: PriorSnapshots = lambda _: {},
) -> list[Stored | BaseException | None]:
    """What each waiter heard, in the order of the visits."""

    async def write_all() -> list[Stored | BaseException | None]:
        writer = VisitWriter(record, snapshots, Patience(patience), before)
        try:
            waiters = (asyncio.wait_for(writer.write(each), 60) for each in visits)
            return await asyncio.gather(*waiters, return_exceptions=True)
        finally:
            await asyncio.to_thread(writer.close)

    return asyncio.run(write_all())


def _links(*keys: str) -> list[LeasedLink]:
    return [LeasedLink(id=at, key=key, url=f"u{at}") for at, key in enumerate(keys)]


def test_visits_share_a_commit(archive: Archive) -> None:
    batches: list[int] = []

    def counted(visits: Sequence[Visit]) -> list[Stored | None]:
        batches.append(len(visits))
        return archive.record(visits)

    assert _write(counted, archive.visits) == [Stored.CREATED] * len(KEYS)
    assert len(batches) < len(KEYS)
    assert archive.ledger() == {"stored": len(KEYS)}


@pytest.mark.parametrize(
    ("under_way", "batches"), [([9, 2, 1], [2, 1]), ([9, 9, 3], [3]), ([1, 1, 1], [1, 1, 1])]
)
def test_slow_visits_share_a_commit_while_more_are_under_way(
    under_way: list[int], batches: list[int]
) -> None:
    """Each comes when the one before it would have been committed, were it the last."""
    found, left = list[int](), iter(under_way)

    def counted(visits: Sequence[Visit]) -> list[Stored | None]:
        found.append(len(visits))
        return [None] * len(visits)

    async def write() -> None:
        writer = VisitWriter(counted, None, Patience(1), awaited=lambda: next(left))
        tasks = list[asyncio.Task[Stored | None]]()
        for link in _links("1", "2", "3"):
            tasks.append(asyncio.create_task(writer.write(visit(link))))
            await asyncio.sleep(0.5)
        assert [task.done() for task in tasks] == [True] * 3
        await asyncio.to_thread(writer.close)

    asyncio.run(write())
    assert found == batches


def test_a_crawl_that_is_told_to_end_waits_for_no_company() -> None:
    told = threading.Event()

    async def write() -> float:
        writer = VisitWriter(
            lambda visits: [None] * len(visits),
            None,
            Patience(1),
            awaited=lambda: 9,
            is_ending=told.is_set,
        )
        task = asyncio.create_task(writer.write(visit(*_links("1"))))
        await asyncio.sleep(0.5)
        assert not task.done(), "the control: it waits"
        told.set()
        begun = time.monotonic()
        await task
        ended = time.monotonic()
        await asyncio.to_thread(writer.close)
        return ended - begun

    assert asyncio.run(write()) < 2


@pytest.mark.parametrize("at", range(len(KEYS)))
def test_one_bad_visit_goes_to_quarantine_and_its_neighbours_are_stored(
    archive: Archive, at: int
) -> None:
    poison = archive.visits[at]
    assert poison.article is not None
    # No outlet: the database refuses the row.
    archive.visits[at] = replace(poison, article=replace(poison.article, outlet=None))

    heard = _write(archive.record, archive.visits)

    assert heard == [None if n == at else Stored.CREATED for n in range(len(KEYS))]
    assert archive.ledger() == {"stored": len(KEYS) - 1, "quarantined": 1}
    assert archive.ask("SELECT key FROM quarantine") == KEYS[at]
    assert "NotNullViolation" in str(archive.ask("SELECT error FROM quarantine"))


@pytest.mark.parametrize("error", [ValueError, KeyError, TypeError, RecursionError, OverflowError])
def test_a_page_that_breaks_our_own_code_is_alone_in_quarantine(
    archive: Archive, error: type[Exception]
) -> None:
    def fragile(visits: Sequence[Visit]) -> list[Stored | None]:
        if any(each.link.key == "2" and each.article for each in visits):
            raise error("this page")
        return archive.record(visits)

    _write(fragile, archive.visits)

    assert archive.ledger() == {"stored": len(KEYS) - 1, "quarantined": 1}


def test_a_connection_that_dies_in_mid_crawl_costs_nothing(archive: Archive) -> None:
    kills: list[int] = []

    def killed(visits: Sequence[Visit]) -> list[Stored | None]:
        with archive.sessions.begin() as session:
            results = archive.record_in(session, visits)
            if len(kills) < 2:
                kills.append(1)
                session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
            return results

    assert _write(killed, archive.visits) == [Stored.CREATED] * len(KEYS)
    assert len(kills) == 2
    assert archive.ledger() == {"stored": len(KEYS)}


def test_a_reader_that_holds_a_lock_for_long_sends_nobody_to_quarantine(archive: Archive) -> None:
    hasty = connect(archive.engine.url.render_as_string(hide_password=False), lock_timeout="10ms")
    archive.sessions = session_factory(hasty)
    with archive.engine.begin() as reader:
        reader.execute(text("LOCK TABLE link"))
        heard = _write(archive.record, archive.visits, patience=1)

    assert {type(each) for each in heard} == {DatabaseUnavailable}
    assert archive.ledger() == {"waiting": len(KEYS)}
    hasty.dispose()


def test_when_patience_runs_out_every_waiter_hears_of_it(archive: Archive) -> None:
    nowhere = connect("postgresql+psycopg2://nobody@127.0.0.1:1/none")
    archive.sessions = session_factory(nowhere)

    heard = _write(archive.record, archive.visits, patience=0.1)

    assert [type(each) for each in heard] == [DatabaseUnavailable] * len(KEYS)
    nowhere.dispose()


def test_an_error_that_nobody_expected_leaves_no_waiter_behind() -> None:
    def broken(visits: Sequence[Visit]) -> list[Stored | None]:
        raise LookupError("a fault of ours")

    heard = _write(broken, [visit(link) for link in _links(*KEYS)])

    assert [type(each) for each in heard] == [LookupError] * len(KEYS)


@pytest.mark.parametrize("ending", [SystemExit, KeyboardInterrupt, GeneratorExit])
def test_what_ends_the_thread_leaves_no_waiter_behind(ending: type[BaseException]) -> None:
    def end(visits: Sequence[Visit]) -> list[Stored | None]:
        raise ending

    heard = _write(end, visits_of(_links("1", "1", "2")))

    assert [str(each) for each in heard] == [f"the writing thread was ended: {ending()!r}"] * 3


def test_a_thread_that_is_ended_between_two_visits_says_so_to_the_next() -> None:
    """Wherever it is: here it waits for work, and has it in its hands when it ends."""

    async def write() -> str:
        writer = VisitWriter(lambda visits: [None] * len(visits), None, Patience(1))
        try:
            await asyncio.sleep(0.1)
            [thread] = [one for one in threading.enumerate() if one.name == "newscrawl-writer"]
            number = ctypes.c_ulong(thread.ident or 0)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(SystemExit))
            [visit] = visits_of(_links("1"))
            with pytest.raises(RuntimeError) as raised:
                await asyncio.wait_for(writer.write(visit), 20)
        finally:
            await asyncio.to_thread(writer.close)
        return str(raised.value)

    assert asyncio.run(write()) == "the writing thread was ended: SystemExit()"


def test_after_a_fault_nothing_more_is_written() -> None:
    calls: list[int] = []

    def broken(visits: Sequence[Visit]) -> list[Stored | None]:
        calls.append(1)
        raise DiskFull("full")

    async def one_after_the_other() -> None:
        writer = VisitWriter(broken, None, Patience(1))
        for link in _links("1", "2"):
            with pytest.raises(DiskFull):
                await writer.write(visit(link))
        await asyncio.to_thread(writer.close)

    asyncio.run(one_after_the_other())
    assert calls == [1]


def test_a_waiter_that_gave_up_harms_nobody(archive: Archive) -> None:
    async def cancel_one() -> list[Stored | BaseException | None]:
        writer = VisitWriter(archive.record, None, Patience(20))
        tasks = [asyncio.create_task(writer.write(each)) for each in archive.visits]
        await asyncio.sleep(0)
        tasks[0].cancel()
        heard = await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(writer.close)
        return heard

    heard = asyncio.run(cancel_one())

    assert isinstance(heard[0], asyncio.CancelledError)
    assert heard[1:] == [Stored.CREATED] * (len(KEYS) - 1)
    assert archive.ledger() == {"stored": len(KEYS)}


def test_two_visits_of_one_article_are_two_batches() -> None:
    batches: list[list[int]] = []

    def noted(visits: Sequence[Visit]) -> list[Stored | None]:
        batches.append([each.link.id for each in visits])
        return [None] * len(visits)

    _write(noted, [visit(link) for link in _links("a", "b", "a", "c", "a")])

    key_of = dict(enumerate("abaca"))
    assert sorted(n for batch in batches for n in batch) == [0, 1, 2, 3, 4]
    assert all(len({key_of[n] for n in batch}) == len(batch) for batch in batches)
    assert [n for batch in batches for n in batch if key_of[n] == "a"] == [0, 2, 4]


def test_more_visits_than_may_wait_are_all_written() -> None:
    heard = _write(
        lambda visits: [Stored.CREATED] * len(visits),
        [visit(link) for link in _links(*map(str, range(350)))],
    )

    assert heard == [Stored.CREATED] * 350


def test_whoever_waits_for_room_is_not_overtaken() -> None:
    order: list[int] = []
    may_write = threading.Event()

    def noted(visits: Sequence[Visit]) -> list[Stored | None]:
        may_write.wait(60)
        order.extend(each.link.id for each in visits)
        return [None] * len(visits)

    async def write() -> None:
        writer = VisitWriter(noted, None, Patience(1))
        *early, late = [visit(link) for link in _links(*map(str, range(400)))]
        tasks = [asyncio.create_task(writer.write(each)) for each in early]
        await asyncio.sleep(0)
        may_write.set()
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.gather(writer.write(late), *tasks)
        await asyncio.to_thread(writer.close)

    asyncio.run(write())
    assert order == sorted(order)


def test_a_page_is_on_disk_before_its_row_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    sync = os.fsync

    def noted_sync(descriptor: int) -> None:
        events.append("sync")
        sync(descriptor)

    def noted(visits: Sequence[Visit]) -> list[Stored | None]:
        for each in visits:
            [kept], [answer] = each.kept, each.fetched
            page = read_page(tmp_path, kept, answer.url, answer.fetched_at)
            events.append(page.html.decode())
        return [None] * len(visits)

    monkeypatch.setattr(os, "fsync", noted_sync)
    given = [
        visit(link, fetched=(fetched(link.url, body=link.key.encode()),))
        for link in _links("a", "b")
    ]

    _write(noted, given, SnapshotWriter(tmp_path, "herald"))

    assert sorted(set(events)) == ["a", "b", "sync"]
    assert events[events.index("a") - 1] == "sync"


def test_a_list_that_pages_of_a_batch_share_is_kept_once(archive: Archive, tmp_path: Path) -> None:
    feed = fetched("https://herald.example/rss", body=b"<rss>")
    given = [
        replace(each, fetched=(fetched(each.link.url, body=each.link.key.encode()), feed))
        for each in archive.visits
    ]

    def before(wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[PriorSnapshot]]:
        with archive.sessions() as session:
            return prior_snapshots(session, "herald", wanted)

    heard = _write(archive.record, given, SnapshotWriter(tmp_path, "herald"), before=before)

    assert heard == [Stored.CREATED] * len(KEYS)
    parts = "SELECT count(*) FROM snapshot WHERE part_of IS NOT NULL"
    assert archive.ask(parts) == len(KEYS)
    assert archive.ask(f"{parts} AND same_as IS NULL") == 1


def test_a_commit_whose_answer_was_lost_doubles_nothing(
    archive: Archive, database_url: str, tmp_path: Path
) -> None:
    found: list[object] = []
    direct = archive.sessions

    def looked_at(visits: Sequence[Visit]) -> list[Stored | None]:
        with direct() as session:
            found.append(session.scalar(text("SELECT count(*) FROM revision")))
        return archive.record(visits)

    with CuttingProxy(database_url) as proxy:
        through = connect(proxy.url)
        archive.sessions = session_factory(through)
        _write(looked_at, archive.visits, SnapshotWriter(tmp_path, "herald"))
        through.dispose()
    archive.sessions = direct

    # The fault bites: what was written again was there already.
    assert proxy.cuts > 0
    assert found[1]
    assert archive.ledger() == {"stored": len(KEYS)}
    for table in ("article", "revision", "snapshot"):
        assert archive.ask(f"SELECT count(*) FROM {table}") == len(KEYS)
