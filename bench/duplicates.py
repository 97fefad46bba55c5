"""How long a look-up of near duplicates takes: ``bench/duplicates.py [--articles 200000]``.

An embedded database is filled with revisions of unrelated texts, whose fingerprints are random
numbers as those of real texts are; one in ten shares a band with all the others of these, as
texts around one appeal do. Texts of 400 words with no duplicate, with 1 and with 50 come on top,
and are looked up. Then the work for each stored article is timed, alone and in batches of 10.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.engine import SessionFactory, connect, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.duplicates.text_sketch import bands_of, sketch_of
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.revisions.compare_with_latest import Reading
from newscrawl.archive.revisions.revision_rows import COLUMNS, columns_of
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article, Block, BlockKind
from newscrawl.outlet import Outlet
from tests.archive.duplicates.near_text import near_text
from tests.archive.making import store_all

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LAKE = Outlet(name="lake", title="The Lake", home="https://lake.test", language="en")
WORDS = [f"word{number}" for number in range(20_000)]
#: The seed of a text that shares a band with one text in ten.
_COMMON = 40_000
_TIMES = 200
#: What differs between rows, as SQL.
_FILLED = {
    "article_id": "a.id",
    "sketch": "numbers[1:64]",
    "bands": "numbers[65:79] || CASE a.id % 10 WHEN 0 THEN :common ELSE numbers[80] END",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200_000)
    articles = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as url:
        engine = connect(url, statement_timeout="0", lock_timeout="0")
        upgrade(engine)
        sessions = session_factory(engine)
        started = time.perf_counter()
        fill(sessions, articles)
        print(f"{articles:,} articles in {time.perf_counter() - started:.0f} s")
        look_up(sessions)
        keep(sessions)
        engine.dispose()
    return 0


_ARTICLES = text("""
INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
SELECT 'lake', 'r' || n, 'https://lake.test/' || n, cast(:at AS timestamptz), :at
FROM generate_series(1, :n) AS n
""")
_REVISIONS = text(f"""
INSERT INTO revision ({COLUMNS})
SELECT {", ".join(f"({_FILLED.get(name, f'm.{name}')})" for name in COLUMNS.split(", "))}
FROM jsonb_populate_record(NULL::revision, cast(:row AS jsonb)) AS m
CROSS JOIN article a
CROSS JOIN LATERAL (
    SELECT array_agg((random() * 4294967295 - 2147483648)::bigint::integer) AS numbers
    FROM generate_series(1, 80) WHERE a.id > 0) AS random
""")
_POINT = text("""
UPDATE article SET revision_id = r.id FROM revision r WHERE r.article_id = article.id
""")


def fill(sessions: SessionFactory, articles: int) -> None:
    """Unrelated texts: all rows alike but for their fingerprints."""
    row = columns_of(_article("r", "Snow fell."), "") | {
        "number": 1,
        "cause": "first",
        "fetched_at": NOON,
        "url": "https://lake.test/",
    }
    with sessions.begin() as session:
        crawls.begin(session, LAKE, {})
        session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(text("DROP INDEX revision_bands_idx"))
        session.execute(_ARTICLES, {"at": NOON, "n": articles})
        common = bands_of(sketch_of(_prose(_COMMON)))[0]
        session.execute(_REVISIONS, {"row": safe_json(row), "common": common})
        session.execute(_POINT)
        session.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        session.execute(
            text(
                "CREATE INDEX revision_bands_idx ON revision USING gin (bands) "
                "WITH (fastupdate = off)"
            )
        )
    with sessions.kw["bind"].connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
        size = text("SELECT pg_size_pretty(pg_relation_size('revision_bands_idx'))")
        print(f"index: {connection.scalar(size)}")


def look_up(sessions: SessionFactory) -> None:
    """Time look-ups of texts with none, one and many duplicates."""
    with sessions.begin() as session:
        for seed in range(_TIMES):
            _store(session, f"one-{seed}", _prose(seed))
        for seed in range(5):
            for copy in range(50):
                _store(session, f"fifty-{seed}-{copy}", _prose(10_000 + seed, copy % 10))
    with sessions() as session:
        for name, first, found in (("no", 20_000, 0), ("1", 0, 1), ("50", 10_000, 50)):
            step = 5 if found == 50 else _TIMES
            bodies = [_prose(first + at % step) for at in range(_TIMES)]
            assert all(len(near_text(session, body)) == found for body in bodies[:5])
            report(f"look-up, {name} duplicates", lambda body: near_text(session, body), bodies)
        common = [_prose(_COMMON)] * 20
        report("look-up, a common band", lambda body: near_text(session, body), common)


def keep(sessions: SessionFactory) -> None:
    """Time what storing does about duplicates."""
    for name, first in (("new", 30_000), ("like another", 0)):
        with sessions.begin() as session:
            ids = [
                _store(session, f"kept-{first + seed}", _prose(first + seed))
                for seed in range(_TIMES)
            ]
        with sessions() as session:
            session.execute(text("DELETE FROM duplicate"))
            report(f"stored alone, {name}", lambda one: renew_duplicates(session, [one]), ids)
            session.execute(text("DELETE FROM duplicate"))
            batches = [ids[at : at + 10] for at in range(0, _TIMES, 10)]
            report(f"stored by tens, {name}", lambda ten: renew_duplicates(session, ten), batches)


def report(name: str, work: Callable[[Any], object], given: Sequence[Any]) -> None:
    """Print how long the work takes for one of the given."""
    times = []
    for one in given:
        started = time.perf_counter()
        work(one)
        times.append((time.perf_counter() - started) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:28} p50 {statistics.median(times):6.2f} ms   p95 {p95:6.2f} ms")


def _prose(seed: int, changed: int = 0) -> str:
    """400 words that follow from the seed, but for the last ones."""
    words = random.Random(seed).choices(WORDS, k=400)
    return " ".join(words[: 400 - changed] + ["other"] * changed)


def _article(key: str, body: str) -> Article:
    url = f"https://lake.test/{key}"
    return Article(
        url=url,
        canonical_url=url,
        outlet=LAKE.name,
        key=key,
        headline="Snow",
        blocks=(Block(BlockKind.PARAGRAPH, body),),
        layout="story",
    )


def _store(session: Session, key: str, body: str) -> int:
    """The id of a new article."""
    store_all(session, [Reading(article=_article(key, body), fetched_at=NOON)])
    return session.scalars(select(models.ArticleRow.id).where(models.ArticleRow.key == key)).one()


if __name__ == "__main__":
    raise SystemExit(main())
