"""What is done at once, in a thread each, or waits for another."""

import threading
from collections.abc import Callable

from sqlalchemy import text

from newscrawl.archive.database.engine import SessionFactory
from tests.crawl.runner import wait_until


def at_once(*works: Callable[[], object]) -> list[Exception]:
    """The errors of these, which begin together."""
    start, errors = threading.Barrier(len(works)), list[Exception]()

    def run(work: Callable[[], object]) -> None:
        start.wait()
        try:
            work()
        except Exception as error:  # the thread's, to be judged by the test
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def wait_for_a_lock(sessions: SessionFactory) -> None:
    """Return when somebody waits for one."""
    waits = text("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
    with sessions() as session:
        wait_until(lambda: session.scalar(waits))
