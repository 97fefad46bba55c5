"""What search costs on a large archive of generated articles, warm.

Words are drawn from 50,000 by Zipf's law; lengths are 80 to 1,500 words, 450 in the mean; the
articles are of three languages and five outlets. Triggers are off while the tables are filled.
"""

import argparse
import functools
import io
import itertools
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded import Server

VOCABULARY, OUTLETS, LANGUAGES = 50_000, 5, ("en", "en", "en", "ru", "de")
LENGTHS = (80, 200, 350, 500, 1_120)
COLUMNS = (
    "article_id, number, cause, fetched_at, url, kind, headline, lead, authors, date_published,"
    " keywords, language, is_sponsored, credits, opinion_disclaimer, legal_label, images, related,"
    " blocks, removed, body, word_count, layout, read_hash, text_hash, prints, sketch, bands,"
    " extractor_version, rules_version"
)
#: Kind of query, words by their place in the order of frequency, and what is asked of them.
QUERIES = (
    ("newest, common word", "search_articles('{0}', order_by => 'newest')", (5, 60)),
    ("newest, ordinary word", "search_articles('{0}', order_by => 'newest')", (500, 5_000)),
    ("ranked, ordinary word", "search_articles('{0}')", (500, 5_000)),
    ("ranked, two ordinary words", "search_articles('{0} {1}')", (200, 1_000)),
    ("ranked, common word", "search_articles('{0}')", (5, 60)),
    ("ranked, two common words", "search_articles('{0} {1}')", (5, 60)),
    ("phrase of common words", "search_articles('\"{0} {1}\"')", (5, 60)),
    ("phrase, newest", "search_articles('\"{0} {1}\"', order_by => 'newest')", (5, 60)),
    ("sample, common word", "search_articles('{0}', order_by => 'sample')", (5, 60)),
    ("count by month, common word", "count_articles('{0}')", (5, 60)),
    ("count by author, common word", "count_articles('{0}', by => 'author')", (5, 60)),
    ("authors by name", "find_authors('Authar {2}')", (5, 60)),
)
GIN_INDEXES = (
    "SELECT indexname, indexdef FROM pg_indexes"
    " WHERE tablename = 'searchable' AND indexdef LIKE '%USING gin%'"
)


@functools.cache
def vocabulary() -> list[str]:
    chance, letters = random.Random(7), "abcdefghijklmnoprtuvwz"
    return ["".join(chance.choices(letters, k=chance.randint(5, 10))) for _ in range(VOCABULARY)]


def rows(numbers: range, words: list[str]) -> Iterator[str]:
    chance = random.Random(numbers.start)
    weights = list(itertools.accumulate(1 / (at + 2.7) for at in range(len(words))))
    for at in numbers:
        said = chance.choices(words, cum_weights=weights, k=chance.choice(LENGTHS) + 30)
        month = f"{2015 + at % 10}-{1 + at // 10 % 12:02}-{1 + at // 7 % 28:02}"
        fields = (
            at, 1, "first", "2026-01-01", f"https://herald.test/{at}", "article",
            " ".join(said[:10]), " ".join(said[10:30]), f"{{Author {chance.randint(1, 2000)}}}",
            f"{month} {at % 24:02}:00", "{}", chance.choice(LANGUAGES), "f", "{}", "f", "f", "[]",
            "{}", "[]", "[]", " ".join(said[30:]), len(said) - 30, "main", "\\\\x00", "\\\\x00",
            "{}", "{}", "{}", "1", "1",
        )  # fmt: skip
        yield "\t".join(map(str, fields)) + "\n"


def copy(url: str, numbers: range) -> None:
    """Store the articles with these numbers; one of some processes that do."""
    engine = connect(url, statement_timeout="0")
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        made = io.StringIO("".join(rows(numbers, vocabulary())))
        cursor = connection.connection.cursor()
        cursor.copy_expert(f"COPY revision ({COLUMNS}) FROM STDIN", made)  # type: ignore[attr-defined]
        connection.execute(
            text("SELECT count(keep_searchable(at)) FROM generate_series(:first, :last) AS at"),
            {"first": numbers.start, "last": numbers.stop - 1},
        )
    engine.dispose()


def fill(connection: Connection, articles: int) -> None:
    connection.execute(
        text(
            "INSERT INTO outlet (name, title, home, language)"
            " SELECT 'herald' || i, i, i, 'en' FROM generate_series(0, :outlets) AS i"
        ),
        {"outlets": OUTLETS - 1},
    )
    # What makes the words of a revision is needed all the same.
    connection.execute(text("ALTER TABLE revision ENABLE ALWAYS TRIGGER make_searched_words"))
    connection.execute(text("SET session_replication_role = replica"))
    connection.execute(
        text(
            "INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at, revision_id)"
            " SELECT 'herald' || i % :outlets, i, 'https://herald.test/' || i, now(), now(), i"
            " FROM generate_series(1, :articles) AS i"
        ),
        {"outlets": OUTLETS, "articles": articles},
    )
    connection.execute(text("SET session_replication_role = origin"))
    indexes = connection.execute(text(GIN_INDEXES)).all()
    for name, _ in indexes:
        connection.execute(text(f"DROP INDEX {name}"))
    url = connection.engine.url.render_as_string(hide_password=False)
    parts = [range(at, min(at + 5_000, articles + 1)) for at in range(1, articles + 1, 5_000)]
    start = time.monotonic()
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        list(processes.map(copy, itertools.repeat(url), parts))
    print(f"{articles} articles stored in {time.monotonic() - start:.0f} s", flush=True)
    connection.execute(text("SET maintenance_work_mem = '1GB'"))
    for name, definition in indexes:
        start = time.monotonic()
        connection.execute(text(definition))
        size = connection.scalar(text("SELECT pg_relation_size(:name)"), {"name": name}) >> 20
        print(f"{name}: {time.monotonic() - start:.0f} s, {size} MB", flush=True)
    # As the migration has it: what makes the pairs is not asked about a sample of the rows.
    connection.execute(text("ALTER INDEX searchable_adjacent_idx ALTER COLUMN 1 SET STATISTICS 0"))
    connection.execute(text("VACUUM ANALYZE"))
    # From the next start on. What is read of a million articles fits in.
    connection.execute(text("ALTER SYSTEM SET shared_buffers = '1GB'"))


def measure(connection: Connection, words: list[str], repeats: int) -> None:
    chance = random.Random(9)
    for kind, call, (first, last) in QUERIES:
        taken = []
        for at in range(repeats + 2):
            chosen = chance.sample(words[first:last], 2)
            start = time.perf_counter()
            statement = f"SELECT * FROM {call.format(*chosen, chance.randint(1, 2000))}"
            connection.exec_driver_sql(statement).all()
            # The first two warm the caches.
            taken += [(time.perf_counter() - start) * 1e3] if at > 1 else []
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(f"{kind:30} p50 {statistics.median(taken):8.1f} ms   p95 {p95:8.1f} ms", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="keep the archive here, or use one from there")
    wanted = parser.parse_args()
    words = vocabulary()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        if not (folder / "postgres").exists():
            with opened(folder) as connection:
                upgrade(connection.engine)
                fill(connection, wanted.articles)
        with opened(folder) as connection:
            measure(connection, words, wanted.repeats)


@contextmanager
def opened(folder: Path) -> Iterator[Connection]:
    """The archive in this folder, for statements that may last."""
    with Server(folder) as url:
        engine = connect(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection
        engine.dispose()


if __name__ == "__main__":
    main()
