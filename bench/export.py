"""What an export of a large archive costs: seconds, and memory from its first row to its last.

Makes an archive of generated articles in a folder of its own, and exports it with the command.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import Engine, text

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded_server import Server

PARAGRAPHS, WORDS = 200, 60
PER_ARTICLE = 6
#: Shares of the file at which memory is told.
MARKS = (0.1, 0.25, 0.5, 0.75, 0.99)

FILL = text("""
WITH made AS (
    INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
    SELECT 'herald', i::text, 'https://herald.test/' || i, now(), now()
    FROM generate_series(cast(:start AS int), cast(:stop AS int)) AS i
    RETURNING id, key, url
), told AS (
    INSERT INTO revision (
        article_id, number, cause, fetched_at, url, kind, headline, authors, date_published,
        keywords, is_sponsored, credits, opinion_disclaimer, legal_label, images, related, blocks,
        removed, body, word_count, layout, read_hash, text_hash, prints, sketch, bands,
        extractor_version, rules_version, entries, has_more_entries)
    SELECT id, 1, 'first', now(), url, 'article', 'Headline of article ' || key,
           ARRAY['Ann Lee'], timestamptz '2020-01-01' + key::int * interval '10 minutes', '{}',
           false, '{}', false, false, '[]', '{}', '[]', '[]', said.body, 360, 'main',
           decode(md5(key), 'hex'), decode(md5(key), 'hex'), '{}', '{}', '{}', '1', '1', '[]', false
    FROM made, LATERAL (
        SELECT string_agg((cast(:paragraphs AS text[]))[1 + (key::int * n * 7) % :of], E'\\n\\n')
        FROM generate_series(1, :each) AS n) AS said (body)
    RETURNING id, article_id
)
SELECT count(*) FROM told
""")
#: A part of a statement does not see the rows that another part of it makes.
POINT = text(
    "UPDATE article SET revision_id = r.id FROM revision r WHERE r.article_id = article.id"
)


def fill(engine: Engine, articles: int, batch: int = 10_000) -> None:
    words = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = ["".join(words.choices(letters, k=words.randint(3, 10))) for _ in range(5_000)]
    paragraphs = [" ".join(words.choices(known, k=WORDS)) for _ in range(PARAGRAPHS)]
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO outlet (name, title, home, language) "
                "VALUES ('herald', 'The Herald', 'https://herald.test', 'en')"
            )
        )
    given = {"paragraphs": paragraphs, "of": PARAGRAPHS, "each": PER_ARTICLE}
    for start in range(1, articles + 1, batch):
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            stop = min(start + batch - 1, articles)
            connection.execute(FILL, {**given, "start": start, "stop": stop})
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(POINT)
    with engine.connect() as connection:
        own = connection.execution_options(isolation_level="AUTOCOMMIT")
        own.execute(text("SET statement_timeout = 0"))
        own.execute(text("VACUUM ANALYZE"))


def memory(pid: int) -> float:
    """Resident memory of a process in MB; 0 when it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return 0.0
    kilobytes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(kilobytes[0]) / 1024 if kilobytes else 0.0


def watch(url: str, output: Path) -> tuple[float, list[tuple[int, float]]]:
    """Export to the file; seconds, and the bytes written and MB used along the way."""
    start, seen = time.monotonic(), list[tuple[int, float]]()
    exporting = subprocess.Popen(
        [sys.executable, "-m", "newscrawl.cli", "export", "-o", str(output)],
        env={**os.environ, "NEWSCRAWL_DATABASE_URL": url},
    )
    while exporting.poll() is None:
        size = max(
            (p.stat().st_size for p in output.parent.glob(f"{output.name}.*.part")), default=0
        )
        seen.append((size, memory(exporting.pid)))
        time.sleep(0.05)
    if exporting.returncode:
        raise SystemExit(f"the export ended with {exporting.returncode}")
    return time.monotonic() - start, seen


def report(output: Path, seconds: float, seen: list[tuple[int, float]]) -> None:
    size = output.stat().st_size
    marks = [max((mb for at, mb in seen if at <= mark * size), default=0.0) for mark in MARKS]
    told = "  ".join(f"{mark:.0%} {mb:.0f}" for mark, mb in zip(MARKS, marks, strict=True))
    print(
        f"{output.suffix[1:]:8}{seconds:6.1f} s  {size / 1e6:7.1f} MB  memory in MB by then: {told}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--formats", default="jsonl,csv,parquet")
    parser.add_argument(
        "--folder", type=Path, help="keep the archive here; one that is there is used"
    )
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        is_new = not (folder / "postgres").exists()
        with Server(folder) as url:
            engine = connect(url)
            if is_new:
                upgrade(engine)
                fill(engine, wanted.articles)
            engine.dispose()
            for form in wanted.formats.split(","):
                output = Path(temporary) / f"articles.{form}"
                report(output, *watch(url, output))


if __name__ == "__main__":
    main()
