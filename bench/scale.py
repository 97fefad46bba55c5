"""What it costs to find what is due, and to lease it, among many outlets and links.

    python -m bench.scale postgresql://… [--outlets 10000] [--links 1000000]

makes an archive in an empty database and asks it, warm, as `crawl-due`, a worker and a crawl do.
Told is what each question took by the clock, and of CPU, here and in its session of Postgres: on a
busy machine the clock tells of the others. The server must be one of this machine.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.frontier import crawl_rows
from newscrawl.archive.frontier.due_outlets import (
    keep_looks,
    outlet_turns,
    outlets_to_look_at,
)
from newscrawl.archive.frontier.link_leases import due
from newscrawl.outlet import Outlet

#: An outlet in so many is due, and a link in so many of each.
_DUE_OUTLETS, _DUE_LINKS = 100, 20
#: Crawls of 10,000 outlets that begin in a minute where each is asked ten times a day.
_CRAWLS_A_LOOK = 70
_FILL = (
    "SET session_replication_role = replica",
    "INSERT INTO outlet (name, title, home, language) "
    "SELECT 'o' || n, 'Outlet ' || n, 'https://o' || n || '.test', 'en' "
    "FROM generate_series(1, :outlets) AS n",
    # Five crawls each: the last one a quarter of an hour ago, but for those that are due.
    "INSERT INTO crawl (outlet, started_at, finished_at, exit_code) "
    "SELECT 'o' || n, at, at + interval '1 minute', 0 FROM generate_series(1, :outlets) AS n, "
    "generate_series(0, 4) AS k, LATERAL (SELECT now() - interval '15 minutes' - k * "
    "interval '6 hours' - CASE WHEN n % :due = 0 THEN interval '2 days' ELSE '0' END AS at) AS t "
    "ORDER BY at",
    "INSERT INTO link (outlet, key, url, listed_in, claimed_at, outcome, visited_at, next_visit_at)"
    " SELECT 'o' || n % :outlets + 1, n, 'https://o.test/' || n, '{feed}', "
    "now() - random() * interval '300 days', 'stored', now() - interval '1 day', "
    "CASE WHEN n / :outlets % :due_links = 0 THEN now() - interval '1 minute' "
    "WHEN n % 3 = 0 THEN now() + random() * interval '90 days' END "
    "FROM generate_series(1, :links) AS n",
    "INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at, revision_id) "
    "SELECT outlet, key, url, listed_at, listed_at, id FROM link "
    "WHERE key::bigint / :outlets % 5 = 0",
    "INSERT INTO revision (id, article_id, number, cause, fetched_at, url, kind, headline, layout, "
    "date_published, blocks, removed, images, body, word_count, read_hash, text_hash, "
    "authors, keywords, credits, related, is_sponsored, legal_label, opinion_disclaimer, "
    "sketch, bands, prints, entries, has_more_entries, extractor_version, rules_version) "
    "OVERRIDING SYSTEM VALUE "
    "SELECT a.revision_id, a.id, 1, 'new', now(), a.url, 'article', 'H', 'l', "
    "now() - random() * interval '56 days', '[]', '[]', '[]', '', 0, '\\x', '\\x', "
    "'{}', '{}', '{}', '{}', false, false, false, '{}', '{}', '{}', '[]', false, '1', '1' "
    "FROM article AS a",
    "SET session_replication_role = origin",
)


def fill(url: str, outlets: int, links: int) -> None:
    engine = connect(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
    upgrade(engine)
    values = {"outlets": outlets, "links": links, "due": _DUE_OUTLETS, "due_links": _DUE_LINKS}
    with engine.begin() as connection:
        for statement in _FILL:
            asked = {name: value for name, value in values.items() if f":{name}" in statement}
            connection.execute(text(statement), asked)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
    engine.dispose()


class Clocks:
    """Milliseconds by the clock, of this process and of the one session of Postgres."""

    def __init__(self, engine: Engine) -> None:
        with engine.connect() as connection:
            session = connection.scalar(text("SELECT pg_backend_pid()"))
        self._of_session = Path(f"/proc/{session}/schedstat")

    def now(self) -> tuple[float, float, float]:
        in_postgres = int(self._of_session.read_text().split()[0]) / 1e6
        return time.perf_counter() * 1000, time.process_time() * 1000, in_postgres


def measured(
    what: str,
    clocks: Clocks,
    ask: Callable[[int], object],
    times: int = 60,
    before: Callable[[int], object] = lambda _: None,
) -> None:
    took = []
    for at in range(times):
        before(at)
        began = clocks.now()
        ask(at)
        took.append([end - begin for begin, end in zip(began, clocks.now(), strict=True)])
    told = {
        "clock": [clock for clock, _, _ in took],
        "CPU": [here + there for _, here, there in took],
        "here": [here for _, here, _ in took],
        "Postgres": [there for _, _, there in took],
    }
    print(what)
    for name, each in told.items():
        p95 = statistics.quantiles(each, n=20)[-1]
        print(f"    {name:10} median {statistics.median(each):8.1f} ms   p95 {p95:8.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--outlets", type=int, default=10_000)
    parser.add_argument("--links", type=int, default=1_000_000)
    parser.add_argument("--filled", action="store_true", help="The database is filled already.")
    given = parser.parse_args()
    if not given.filled:
        fill(given.url, given.outlets, given.links)
    engine = connect(given.url, statement_timeout="10min")
    outlets = [
        Outlet(name=f"o{n}", title=f"Outlet {n}", home=f"https://o{n}.test", language="en")
        for n in range(1, given.outlets + 1)
    ]

    by_name = {outlet.name: outlet for outlet in outlets}

    def exact(_: int) -> None:
        with Session(engine) as session:
            outlet_turns(session, outlets)

    def look(_: int) -> None:
        """As a worker does each minute, while a few crawls begin and end."""
        with Session(engine) as session:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            turns = outlet_turns(session, [by_name[one] for one in outlets_to_look_at(session)])
            keep_looks(session, turns)
            session.commit()

    def crawl(at: int) -> None:
        with Session(engine) as session:
            for n in range(_CRAWLS_A_LOOK):
                outlet = outlets[(at * _CRAWLS_A_LOOK + n) * 37 % len(outlets)]
                begun = crawl_rows.begin(session, outlet, {})
                crawl_rows.finish(session, begun, "finished", 0, {})
            session.commit()

    def one_turn(at: int) -> None:
        with Session(engine) as session:
            outlet_turns(session, [outlets[at * 37 % len(outlets)]])

    def lease(at: int) -> None:
        with Session(engine) as session:
            due(session, outlets[at * 37 % len(outlets)].name, 1, limit=100)

    clocks = Clocks(engine)
    measured("one outlet's turn", clocks, one_turn)
    measured("a lease of what is due of an outlet", clocks, lease)
    measured("all outlets' turns anew", clocks, exact, 2)
    look(0)
    measured("a look for what is due, of all outlets", clocks, look, 40, crawl)


if __name__ == "__main__":
    main()
