"""What splitting ``searchable`` and ``visit`` would save: ``python bench/partitions.py``.

``[--articles 200000] [--words 60] [--repeats 20]``: made-up articles of 100 outlets, half of them
of ten, in a Postgres server of its own, each with four visits over two years. Both tables are asked
whole, then split in sixteen by hash: ``searchable`` by its outlet, ``visit`` by its link, since it
names no outlet; and ``visit`` once more, by month. Words are by Zipf's law; phrases have no index.
"""

import argparse
import random
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded_server import Server

PARTS = 16
_FILL = (
    "SET session_replication_role = replica",
    "DROP INDEX searchable_adjacent_idx, searchable_words_idx, searchable_brief_idx,"
    " searchable_authors_idx",
    "INSERT INTO searchable (article_id, revision_id, outlet, language, configuration,"
    " date_published, section, authors, is_edited, gone_at, brief, words)"
    " SELECT n, n, 'o' || CASE WHEN n % 2 = 0 THEN n / 2 % 10 ELSE n / 2 % 100 END, 'en', 'simple',"
    " timestamptz '2024-01-01' + (n * 7919::bigint % 1000000) * interval '1 minute', 'news',"
    " ARRAY['Author ' || n % 2000], false, NULL, to_tsvector('simple', left(said, 60)),"
    " to_tsvector('simple', said) FROM generate_series(1, :articles) AS n, LATERAL ("
    " SELECT string_agg('w' || floor(50000 ^ random())::int, ' ') AS said"
    " FROM generate_series(1, :words + n % 2)) AS made",
    "CREATE INDEX searchable_words_idx ON searchable USING gin (words)",
    "CREATE INDEX searchable_brief_idx ON searchable USING gin (brief)",
    "CREATE INDEX searchable_authors_idx ON searchable USING gin (authors)",
    "INSERT INTO visit (link_id, crawl_id, visited_at, status, outcome)"
    " SELECT n, n % 40000, timestamptz '2024-01-01' + (seen * 4380 + n * 4380::bigint / :articles)"
    " * interval '1 hour', 200, 'stored'"
    " FROM generate_series(0, 3) AS seen, generate_series(1, :articles) AS n",
)
_SETTINGS = "SET enable_seqscan = off; SET cpu_operator_cost = 1; SET jit = off"
_NEWEST = " ORDER BY date_published DESC NULLS LAST, article_id LIMIT 20"
_RANKED = " ORDER BY coalesce(ts_rank(brief, wanted), 0) DESC LIMIT 20"
#: What is asked, and how what is found is ordered; ``{0}`` is a word.
_SEARCHES = {
    "newest of all": ("NULL, NULL", _NEWEST),
    "newest with a word": ("'{0}', NULL", _NEWEST),
    "ranked by a word": ("'{0}', NULL", _RANKED),
    "newest of an outlet": ("NULL, 'o3'", _NEWEST),
    "ranked by a word, of an outlet": ("'{0}', 'o3'", _RANKED),
}
_VISITS = {
    "visits of a link": "SELECT * FROM visit WHERE link_id = {1} ORDER BY id DESC LIMIT 5",
    "visits of a day": "SELECT count(*) FROM visit WHERE visited_at >= '2025-03-03'"
    " AND visited_at < '2025-03-04'",
}
_MONTHS = [f"{2024 + at // 12}-{at % 12 + 1:02}-01" for at in range(25)]


def ask(connection: Connection, question: str, words: list[int], repeats: int) -> str:
    """Milliseconds of the planner and of all, in the median."""
    planned, taken, chance = list[float](), list[float](), random.Random(3)
    for word in words[: repeats + 2]:
        asked = question.replace("{0}", f"w{word}").replace("{1}", str(chance.randint(1, 9_000)))
        [(plan,)] = connection.exec_driver_sql(
            f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {asked}"
        )
        planned.append(plan[0]["Planning Time"])
        taken.append(plan[0]["Planning Time"] + plan[0]["Execution Time"])
    # The first two warm what is kept of the tables.
    return f"{statistics.median(planned[2:]):7.2f} of {statistics.median(taken[2:]):8.2f} ms"


def measure(url: str, table: str, repeats: int) -> None:
    """Ask in a session of its own: what it knows of the tables is new."""
    chance = random.Random(5)
    words = [int(50_000 ** chance.uniform(0.35, 0.8)) for _ in range(repeats + 2)]
    engine = connect(url)
    with engine.connect() as connection:
        connection.exec_driver_sql(_SETTINGS)
        for name, (given, order) in _SEARCHES.items() if table == "searchable" else ():
            nulls = ", NULL" * 7
            [(found,)] = connection.exec_driver_sql(
                f"SELECT search_statement({given.replace('{0}', 'zzz')}{nulls})"
            )
            asked = f"SELECT * FROM ({found.replace('zzz', '{0}')}) AS found{order}"
            print(f"  {name:32}", ask(connection, asked, words, repeats))
        for name, question in _VISITS.items() if table == "visit" else ():
            print(f"  {name:32}", ask(connection, question, words, repeats))
    engine.dispose()


def split(connection: Connection, table: str, by: str, parts: list[tuple[str, str]]) -> None:
    """The table with the same rows and indexes, but its key, in parts."""
    indexes = connection.exec_driver_sql(
        "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE NOT indisprimary"
        f" AND indrelid = '{table}'::regclass"
    ).scalars()
    made = list(indexes)
    key = "article_id" if table == "searchable" else "link_id, id"
    connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO whole_{table}")
    connection.exec_driver_sql(f"CREATE TABLE {table} (LIKE whole_{table}) PARTITION BY {by}")
    for name, values in parts:
        connection.exec_driver_sql(f"CREATE TABLE {name} PARTITION OF {table} FOR VALUES {values}")
    connection.exec_driver_sql(f"INSERT INTO {table} SELECT * FROM whole_{table}")
    for at, index in enumerate(made):
        _, _, rest = index.partition(" ON ")
        connection.exec_driver_sql(f"CREATE INDEX {table}_part_{at} ON {rest}")
    connection.exec_driver_sql(f"CREATE INDEX {table}_part_key ON {table} ({key})")


def size(connection: Connection, table: str) -> str:
    [(found,)] = connection.exec_driver_sql(
        "SELECT coalesce(sum(pg_total_relation_size(relid)), pg_total_relation_size(%(of)s))"
        " FROM pg_partition_tree(%(of)s)",
        {"of": table},
    )
    return f"{int(found) / 1e6:.0f} MB"


def timed(connection: Connection, name: str, statement: str) -> None:
    started = time.perf_counter()
    connection.exec_driver_sql(statement)
    print(f"  {name:32} {(time.perf_counter() - started) * 1e3:18.0f} ms", flush=True)


def look(url: str, connection: Connection, table: str, how: str, repeats: int) -> None:
    connection.exec_driver_sql(f"VACUUM (ANALYZE) {table}")
    print(f"{table}, {how}: {size(connection, table)}", flush=True)
    measure(url, table, repeats)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("--articles", 200_000), ("--words", 60), ("--repeats", 20)):
        parser.add_argument(name, type=int, default=usual)
    given = parser.parse_args()
    hashed = [(f"WITH (MODULUS {PARTS}, REMAINDER {at})") for at in range(PARTS)]
    months = [f"FROM ('{a}') TO ('{b}')" for a, b in pairwise(_MONTHS)]
    old = "DELETE FROM visit WHERE visited_at < '2024-02-01'"
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as url:
        upgrade(connect(url))
        with create_engine(url, isolation_level="AUTOCOMMIT").connect() as connection:
            started = time.perf_counter()
            for statement in _FILL:
                connection.execute(text(statement), vars(given) if ":" in statement else {})
            print(f"{given.articles} articles after {time.perf_counter() - started:.0f} s")
            look(url, connection, "searchable", "whole", given.repeats)
            rewrite = "UPDATE searchable SET is_edited = true WHERE outlet = 'o3'"
            timed(connection, "an outlet's rows written anew", rewrite)
            timed(connection, "vacuum after that", "VACUUM searchable")
            parts = [(f"searchable_{at}", each) for at, each in enumerate(hashed)]
            split(connection, "searchable", "HASH (outlet)", parts)
            look(url, connection, "searchable", "in 16 by outlet", given.repeats)
            timed(connection, "an outlet's rows written anew", rewrite)
            [(part,)] = connection.exec_driver_sql(
                "SELECT tableoid::regclass::text FROM searchable WHERE outlet = 'o3' LIMIT 1"
            )
            timed(connection, "vacuum of its part after that", f"VACUUM {part}")
            look(url, connection, "visit", "whole", given.repeats)
            split(
                connection, "visit", "HASH (link_id)", [(f"v{n}", p) for n, p in enumerate(hashed)]
            )
            look(url, connection, "visit", "in 16 by link", given.repeats)
            connection.exec_driver_sql("DROP TABLE visit")
            connection.exec_driver_sql("ALTER TABLE whole_visit RENAME TO visit")
            by = "RANGE (visited_at)"
            split(connection, "visit", by, [(f"m{n}", part) for n, part in enumerate(months)])
            look(url, connection, "visit", "in 24 by month", given.repeats)
            timed(connection, "a month goes: its part", "DROP TABLE m0")
            connection.exec_driver_sql("DROP TABLE visit CASCADE")
            connection.exec_driver_sql("ALTER TABLE whole_visit RENAME TO visit")
            timed(connection, "a month goes: rows of the whole", old)
            timed(connection, "vacuum after that", "VACUUM visit")


if __name__ == "__main__":
    main()
