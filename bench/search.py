"""What search costs on a large archive of generated articles, warm."""

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from generated_archive import archive_in, vocabulary
from sqlalchemy import Connection

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
    with (
        tempfile.TemporaryDirectory() as temporary,
        archive_in(wanted.folder or Path(temporary), wanted.articles) as connection,
    ):
        measure(connection, words, wanted.repeats)


if __name__ == "__main__":
    main()
