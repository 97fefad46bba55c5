"""How long crawls wait while the schema of a large archive is upgraded: ``bench/upgrade.py``.

A generated archive is taken back to schema 0012, without the indexes that are built late. Then two
writers each change an article, its latest revision, links and visits in one transaction, as a crawl
does, over and over, while ``newscrawl upgrade`` brings it up to date. Their longest wait counts:
beside it stands the longest before the upgrade began.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generated_archive import archive_in
from replay import environment
from sqlalchemy import Connection, Engine, text

from newscrawl.archive import models
from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.database.engine import connect
from newscrawl.exit_code import ExitCode

_OLDEST = "0012"
#: What the migrations behind it did, undone; views of what goes go with it.
_BACK = """
DROP TABLE live_entry CASCADE;
ALTER TABLE revision DROP COLUMN entries CASCADE, DROP COLUMN has_more_entries CASCADE;
ALTER TABLE outlet DROP COLUMN look_at CASCADE;
DROP INDEX crawl_outlet_idx;
CREATE INDEX link_outcome_idx ON link (outlet, outcome);
UPDATE alembic_version SET version_num = '{oldest}';
COMMENT ON TABLE alembic_version IS NULL;
"""
#: What a visit of an article that is the same writes; its words are written again, too.
_VISIT = """
UPDATE article SET last_seen_at = now() WHERE id = :article;
UPDATE revision SET legal_label = NOT legal_label WHERE article_id = :article;
UPDATE link SET visited_at = now() WHERE id = :article;
INSERT INTO visit (link_id, crawl_id, outcome) VALUES (:article, 1, 'stored');
INSERT INTO link (outlet, key, url, listed_by, outcome)
VALUES ('herald1', :key, :key, 'https://herald.test/feed.xml', 'waiting')
"""
#: Seconds for which the writers are looked at before the upgrade, and for which one may wait.
_BEFORE, _PATIENCE = 5.0, 120.0
#: Seconds between two transactions of a writer: crawls commit less often.
_PAUSE = 0.1
_MOST_TRIES = 5


class Writer:
    """Writes what a crawl does, and notes when each transaction began and how long it took."""

    def __init__(self, engine: Engine, number: int, articles: int) -> None:
        self._engine, self._number, self._articles = engine, number, articles
        self._chance = random.Random(number)
        self.taken: list[tuple[float, float]] = []

    def write(self, ends: threading.Event) -> None:
        while not ends.wait(_PAUSE):
            # No two writers want one article: they are not to wait for each other.
            article = self._chance.randrange(1, self._articles // 2) * 2 + self._number % 2
            began = time.monotonic()
            patiently(lambda article=article: self._visit(article), _PATIENCE)
            self.taken.append((began, time.monotonic() - began))

    def _visit(self, article: int) -> None:
        given = {"article": article, "key": f"/new/{time.time_ns()}/{self._number}"}
        with self._engine.begin() as connection:
            for statement in _VISIT.split(";"):
                connection.execute(text(statement), given)


def take_back(connection: Connection) -> None:
    if connection.scalar(text("SELECT version_num FROM alembic_version")) == _OLDEST:
        return
    late = [
        index.name
        for table in models.Base.metadata.sorted_tables
        for index in table.indexes
        if models.LATE.items() <= index.info.items()
    ]
    drops = "".join(f"DROP INDEX IF EXISTS {name};" for name in late)
    connection.exec_driver_sql(drops + _BACK.format(oldest=_OLDEST))
    print(f"schema {_OLDEST}, without {len(late)} indexes", flush=True)


def upgrade(folder: Path) -> int:
    """Upgrade as a person does, who tries again where writers left no gap; how often."""
    command = [sys.executable, "-m", "newscrawl.cli", "upgrade"]
    for tried in range(1, _MOST_TRIES + 1):
        code = subprocess.run(command, env=environment(folder)).returncode
        if code == ExitCode.COMPLETE:
            return tried
        if code != ExitCode.NO_DATABASE:
            break
    raise SystemExit(code)


def measure(connection: Connection, folder: Path, articles: int) -> None:
    engine = connect(connection.engine.url.render_as_string(hide_password=False))
    writers = [Writer(engine, number, articles) for number in range(2)]
    ends = threading.Event()
    with ThreadPoolExecutor() as threads:
        writing = [threads.submit(writer.write, ends) for writer in writers]
        try:
            time.sleep(_BEFORE)
            began = time.monotonic()
            tries = upgrade(folder)
            took = time.monotonic() - began
        finally:
            ends.set()
        for each in writing:
            each.result()
    engine.dispose()
    taken = [one for writer in writers for one in writer.taken]
    # The last that began before the upgrade may have waited for it.
    before = [wait for at, wait in taken if at + wait < began]
    beside = [wait for at, wait in taken if at + wait >= began]
    print(f"upgrade: {took:.1f} s, try {tries}; {len(beside)} transactions beside it")
    print(f"longest wait of a writer: {max(beside):.2f} s, before the upgrade {max(before):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help="keep the archive here, or use one from there")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        with archive_in(folder, wanted.articles) as connection:
            take_back(connection)
            measure(connection, folder, wanted.articles)


if __name__ == "__main__":
    main()
