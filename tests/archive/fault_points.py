"""Record a batch again and again, killed one statement later each time: ``… fault_points URL``.

Prints, for each attempt, the signal that ended it and what the database then holds: revisions,
leased links, stored links.
"""

import json
import os
import signal
import sys
from collections.abc import Sequence
from itertools import count

from sqlalchemy import event, text

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.frontier.visit import Visit
from newscrawl.archive.revisions.commit_visits import record
from tests.archive.making import begin_crawl, lease, visits_of

KEYS = ("1", "2", "3")
_HELD = """
SELECT (SELECT count(*) FROM revision), count(lease), count(*) FILTER (WHERE outcome = 'stored')
FROM link
"""


def main(url: str) -> None:
    engine = connect(url)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        crawl = begin_crawl(session)
        visits = visits_of(lease(session, crawl, *KEYS))
    engine.dispose()
    for at in count(1):
        child = os.fork()
        if child == 0:
            _record(url, crawl, visits, at)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        with engine.connect() as connection:
            held = [*connection.execute(text(_HELD)).one()]
        engine.dispose()
        sys.stdout.write(json.dumps([os.WTERMSIG(status), held]) + "\n")
        if status == 0:
            return


def _record(url: str, crawl: int, visits: Sequence[Visit], at: int) -> None:
    """Record the visits; this process is killed when it comes to its ``at``-th point."""
    points = count(1)

    def pass_point(*_: object) -> None:
        if next(points) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = connect(url)
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(engine, name, pass_point)
    with session_factory(engine).begin() as session:
        record(session, crawl, "herald", visits, (), lambda _: None)
    pass_point()


if __name__ == "__main__":
    main(sys.argv[1])
