"""What it costs to learn what an outlet repeats: ``bench/learning.py [--articles 20000]``.

One outlet of ten years: articles of twelve paragraphs in generated words, each with a dateline, a
standing note of news, a sign-off and the appeal of its time, of which there are eight, with names
and sums that change. Seconds of one run of learning, medians of three.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import psutil
from generated_archive import vocabulary
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.learning.learn_outlet import learn_rules
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.revisions.revision_rows import insert_revisions, revision_row
from newscrawl.article import Article, Block, BlockKind

_FIRST = datetime(2016, 1, 2, tzinfo=UTC)
_APPEALS = (
    "Reading this costs nothing since others pay for it. Give {sum} dollars to us, {name} asks.",
    "Our newsroom was told to close. {name} and {sum} others keep it open: join them today.",
    "Before you go: {sum} of every hundred readers help us. Become one of them this month.",
    "Sign up for our letter of the week, which {name} writes, and which {sum} thousand read.",
    "No government pays us and none can stop us. From {sum} dollars a month you keep it so.",
    "We are called undesirable where we come from. {name} may go to prison for a gift of {sum}.",
    "Follow us where the censor does not reach: our channel has {sum} thousand readers by now.",
    "Every year in winter we ask once. {name} gave {sum} dollars: what will you give us?",
)
_NAMES = "Vera Lugov,Ilya Brodov,Anna Tolm,Pyotr Saven,Nina Kord,Oleg Marsh,Zoya Petrel".split(",")
_NOTES = ("This is a developing story.", "The ministry did not answer questions of reporters.")


def articles(number: int) -> Iterator[Article]:
    words, chance = vocabulary(), random.Random(5)
    weights = list(accumulate(1 / (at + 2.7) for at in range(len(words))))
    for at in range(number):
        said = chance.choices(words, cum_weights=weights, k=12 * 38)
        paragraphs = [
            " ".join(said[cut : cut + 38]).capitalize() + "." for cut in range(0, 456, 38)
        ]
        appeal = _APPEALS[at * len(_APPEALS) // number].format(
            sum=chance.randint(3, 90), name=chance.choice(_NAMES)
        )
        texts = [*paragraphs[:8], appeal, *paragraphs[8:], chance.choice(_NOTES)]
        if at % 3:
            texts.append("The desk of the Herald, in its own town.")
        url = f"https://herald.test/{at}"
        yield Article(
            url=url,
            canonical_url=url,
            outlet="herald",
            key=str(at),
            headline=" ".join(said[:8]),
            date_published=_FIRST + timedelta(days=3650) * at / number,
            language="en",
            layout="main",
            blocks=tuple(Block(BlockKind.PARAGRAPH, each) for each in texts),
        )


def fill(connection: Connection, number: int) -> None:
    session = Session(connection)
    session.execute(text(_OUTLET))
    session.execute(text(_ARTICLES), {"articles": number})
    rows: list[dict[str, Any]] = []
    for at, article in enumerate(articles(number)):
        row = revision_row(article, _FIRST, None, "1")
        rows.append(row | {"article_id": at + 1, "number": 1, "cause": "first"})
        if len(rows) == 500 or at == number - 1:
            insert_revisions(session, rows)
            session.commit()
            rows = []


_OUTLET = "INSERT INTO outlet (name, title, home, language) VALUES ('herald', 'H', 'h', 'en')"
_ARTICLES = """
INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at)
SELECT i + 1, 'herald', i, 'https://herald.test/' || i, now(), now()
FROM generate_series(0, :articles - 1) AS i
"""


def measure(connection: Connection) -> None:
    session, whole, server = Session(connection), [], []
    serving = psutil.Process(session.scalar(text("SELECT pg_backend_pid()")))
    for _ in range(3):
        times, start, own = serving.cpu_times(), time.perf_counter(), time.process_time()
        learned = learn_rules(session, "herald")
        whole.append((time.perf_counter() - start, time.process_time() - own))
        server.append(serving.cpu_times().user - times.user)
        session.rollback()
    seconds, python = (statistics.median(each) for each in zip(*whole, strict=True))
    print(
        f"{len(learned.accepted) + len(learned.proposed)} rules in {seconds:.2f} s; CPU: Python"
        f" {python:.2f} s, Postgres {statistics.median(server):.2f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as url:
        engine = connect(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
        upgrade(engine)
        with engine.connect() as connection:
            fill(connection, wanted.articles)
            connection.commit()
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        with engine.connect() as connection:
            measure(connection)
        engine.dispose()


if __name__ == "__main__":
    main()
