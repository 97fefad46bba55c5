"""A large archive of generated articles, for what asks one.

Words are drawn from 50,000 by Zipf's law; lengths are 80 to 1,500 words, 450 in the mean; the
articles are of three languages and five outlets, and stand in no order of their dates. With
``PROSE=1`` in the environment they are paragraphs of the true texts in ``NEWSCRAWL_PAGES`` instead,
drawn by chance, which pack as prose does.

So many texts are made one by one, and stored as crawls store them; the rest have those again, with
dates, authors, fingerprints and hashes of their own, which is how a million take minutes. Every
21st was edited, every 201st taken away; each was listed, visited four times, and kept twice, the
second time as a record without bytes. A crawl has 25 new ones. Triggers are off while the tables
are filled, and indexes made at the end.
"""

import functools
import io
import itertools
import json
import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from newscrawl.archive import models
from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded_server import Server

VOCABULARY, OUTLETS, LANGUAGES = 50_000, 5, ("en", "en", "en", "ru", "de")
LENGTHS = (80, 200, 350, 500, 1_120)
#: Texts that differ, where the archive is to have more articles than that.
TEXTS = 100_000
PART = 2_500
COLUMNS = (
    "id, article_id, number, cause, fetched_at, snapshot_id, url, kind, headline, lead, authors,"
    " date_published, section, keywords, language, is_sponsored, credits, opinion_disclaimer,"
    " legal_label, images, related, blocks, removed, body, word_count, layout, read_hash,"
    " text_hash, prints, sketch, bands, entries, has_more_entries, extractor_version, rules_version"
)
SECTIONS = ("news", "opinion", "business", "climate", "sport", "world", "culture", "science")
_AUTHORS = (
    "CASE WHEN {0} % 10 = 0 THEN ARRAY['Author ' || abs(hashint8({0}) % 2000) + 1,"
    " 'Author ' || abs(hashint8({0} + 1) % 2000) + 1]"
    " ELSE ARRAY['Author ' || abs(hashint8({0}) % 2000) + 1] END"
)
_DATE = (
    "timestamptz '2017-01-01' + abs(hashint8extended({0}, 1) % 5209920) * interval '1 minute'"
    " * 0.9999"
)
_HASH = "decode(md5({0}::text) || md5('x' || {0}), 'hex')"
_HASHES = "ARRAY(SELECT hashint8({0} * 100 + at + {2}) FROM generate_series(1, {1}) AS at)"
#: What a copy of an article has of its own, by the column.
_OWN = {
    "id": "r.id + :on",
    "article_id": "r.article_id + :on",
    "snapshot_id": "r.snapshot_id + :on",
    "url": "'https://herald.test/' || r.article_id + :on",
    "authors": _AUTHORS.format("(r.id + :on)"),
    "date_published": _DATE.format("(r.id + :on)"),
    "read_hash": _HASH.format("(r.id + :on)"),
    "text_hash": _HASH.format("(r.id + :on)"),
    "prints": _HASHES.format("(r.id + :on)", 12, 80),
    "sketch": _HASHES.format("(r.id + :on)", 64, 0),
    "bands": _HASHES.format("(r.id + :on)", 16, 64),
}
#: Of every article: how it was listed, visited, kept, changed and taken away.
_AROUND = (
    """
INSERT INTO snapshot (id, outlet, url, fetched_at, status, file, "offset", length, digest, same_as,
                      article_id)
SELECT i, 'herald' || i % 5, 'https://herald.test/' || i, now() - i * interval '1 s', 200,
       'herald' || i % 5 || '/herald' || i % 5 || '-2026' || i / 5000 || '.warc.gz',
       i::bigint * 20000, 20000, 'sha1:' || substr(md5(i::text), 1, 32),
       CASE WHEN i > :articles THEN i - :articles END, 1 + (i - 1) % :articles
FROM generate_series(1, 2 * :articles) AS i
""",
    """
INSERT INTO link (id, outlet, key, url, listed_by, listed_in, listed_at, claimed_at, outcome,
                  last_result, etag, revision_id, visited_at, next_visit_at)
SELECT i, 'herald' || i % 5, '/news/' || i, 'https://herald.test/news/' || i,
       'https://herald.test/feed.xml', '{feed,sitemap}', a.date_published, a.date_published,
       CASE WHEN i % 201 = 0 THEN 'gone' ELSE 'stored' END, 'stored', '"' || md5(i::text) || '"', i,
       now(), CASE WHEN i % 50 = 0 THEN now() + interval '1 day' END
FROM generate_series(1, :articles) AS i JOIN revision a ON a.id = i
""",
    """
INSERT INTO link (id, outlet, key, url, listed_by, listed_in, listed_at, outcome, reason,
                  visited_at, next_visit_at)
SELECT :articles + i, 'herald' || i % 5, '/other/' || i, 'https://herald.test/other/' || i,
       'https://herald.test/map.xml', '{sitemap}', now() - i * interval '10 s', 'not_article',
       'kind', now(), NULL
FROM generate_series(1, :articles / 10) AS i
""",
    """
INSERT INTO visit (link_id, crawl_id, snapshot_id, visited_at, status, outcome, stored)
SELECT i, 1 + i / 25, CASE WHEN seen < 3 THEN i + (seen - 1) * :articles END,
       now() - i * interval '1 s' + seen * interval '1 day',
       CASE WHEN seen < 3 THEN 200 ELSE 304 END, 'stored',
       CASE seen WHEN 1 THEN 'created' ELSE 'unchanged' END
FROM generate_series(1, 4) AS seen, generate_series(1, :articles) AS i
""",
    """
INSERT INTO crawl (outlet, started_at, finished_at, finish_reason, exit_code, stats)
SELECT 'herald' || i % 5, now() - i * interval '13 min', now() - (i - 1) * interval '13 min',
       'finished', 0, jsonb_build_object(
           'extract/layout/main', i % 50, 'extract/missing/lead', i % 7,
           'boilerplate/removed/appeal', i % 60, 'archive/created', i % 50,
           'downloader/request_bytes', i * 1000, 'response_received_count', i % 90,
           'extract/articles', i % 50, 'discover/links', i % 300, 'snapshots/written', i % 50)
FROM generate_series(1, 1 + :articles / 25) AS i
""",
    """
INSERT INTO deletion (article_id, missing_since, gone_at, evidence)
SELECT i, now() - i * interval '1 min', now() - i * interval '1 min' + interval '1 day',
       '{missing: http_404,missing: http_404}'
FROM generate_series(201, :articles, 201) AS i
""",
    """
INSERT INTO duplicate (article_id, cluster, similarity)
SELECT i, i - i % 40 + 20, 0.9 FROM generate_series(20, :articles, 20) AS i
""",
    """
INSERT INTO source (outlet, url, asked_at, answered_at, new_at, last_result)
SELECT 'herald' || i % 5, 'https://herald.test/feed' || i, now(), now(), now(), 'listed'
FROM generate_series(1, 20) AS i
""",
)
_LOADING = {
    "fsync": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0",
    "max_wal_size": "4GB", "shared_buffers": "1GB", "autovacuum": "off",
}  # fmt: skip
_OUTLETS = """
INSERT INTO outlet (name, title, home, language)
SELECT 'herald' || i, i, i, 'en' FROM generate_series(0, :outlets - 1) AS i
"""
_ARTICLES = """
INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at, revision_id, gone_at)
SELECT i, 'herald' || i % :outlets, '/news/' || i, 'https://herald.test/news/' || i, now(),
       now(), i, CASE WHEN i % 201 = 0 THEN now() END
FROM generate_series(1, :articles) AS i
"""
_SEARCHABLE = """
INSERT INTO searchable (article_id, revision_id, outlet, language, configuration, date_published,
                        section, authors, is_edited, gone_at, brief, words)
SELECT r.article_id, r.id, s.outlet, s.language, s.configuration, r.date_published, r.section,
       r.authors, s.is_edited, s.gone_at, s.brief, s.words
FROM searchable s JOIN revision r ON r.id = s.article_id + :on
WHERE s.article_id <= :texts ORDER BY r.id
"""
_NAMES = "INSERT INTO author_name SELECT DISTINCT unnest(authors) FROM searchable"
#: An earlier revision of every 21st would be the second: so the first comes afterwards.
_EDITS = """
WITH edited AS (
    UPDATE revision SET number = 2, cause = 'edit', changes = jsonb_build_object(
        'is_silent', id % 3 = 0, 'headline', jsonb_build_array('before', headline),
        'added', jsonb_build_array(left(body, 300)), 'removed', jsonb_build_array(),
        'changed', jsonb_build_array(jsonb_build_array(left(body, 200), right(body, 200)))),
        fetched_at = now() - id * interval '1 min'
    WHERE id % 21 = 0 RETURNING *
), first AS (
    INSERT INTO revision ({columns}) SELECT {own} FROM edited AS r RETURNING 1
), noted AS (
    UPDATE searchable SET is_edited = true WHERE article_id % 21 = 0 RETURNING 1
)
SELECT count(*) FROM first
"""
_REPEAT = """
INSERT INTO revision ({columns}) SELECT {own} FROM revision r WHERE r.id <= :texts ORDER BY r.id
"""
_BEFORE = {
    "id": "r.id + :articles",
    "number": "1",
    "cause": "'first'",
    "fetched_at": "timestamptz '2026-01-01'",
    "text_hash": "r.read_hash",
    "changes": "NULL",
}
_NEXT = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
WHERE c.oid IS NULL AND i.indrelid::regclass::text IN ('revision', 'searchable', 'link', 'visit',
    'snapshot', 'deletion', 'duplicate')
"""


@functools.cache
def vocabulary() -> list[str]:
    chance, letters = random.Random(7), "abcdefghijklmnoprtuvwz"
    return ["".join(chance.choices(letters, k=chance.randint(5, 10))) for _ in range(VOCABULARY)]


@functools.cache
def prose() -> list[str]:
    """The paragraphs of all true texts of real pages."""
    truths = sorted(Path(os.environ["NEWSCRAWL_PAGES"]).glob("*/truth.jsonl"))
    rows = [json.loads(line) for truth in truths for line in truth.open()]
    lines = [line for row in rows for line in row.get("text", "").splitlines()]
    return [line.replace("\\", "/").replace("\t", " ") for line in lines if len(line.split()) > 7]


def _paragraphs(chance: random.Random, length: int) -> list[str]:
    """Paragraphs of so many words, the first of which has thirty."""
    if "PROSE" in os.environ:
        paragraphs = [" ".join(chance.choice(prose()).split()[:30])]
        while sum(len(each.split()) for each in paragraphs) < length:
            paragraphs.append(chance.choice(prose()))
        return paragraphs
    said = chance.choices(vocabulary(), cum_weights=_weights(), k=length + 30)
    return [" ".join(said[:30]), *(" ".join(said[at : at + 45]) for at in range(30, len(said), 45))]


@functools.cache
def _weights() -> list[float]:
    return list(itertools.accumulate(1 / (at + 2.7) for at in range(VOCABULARY)))


def rows(numbers: range) -> Iterator[str]:
    """First revisions as ``COPY`` reads them."""
    chance = random.Random(numbers.start)
    for at in numbers:
        (lead, *paragraphs) = _paragraphs(chance, chance.choice(LENGTHS))
        first = lead.split()
        blocks = [
            {"kind": "paragraph", "bytes": len(each.encode()), "marks": []} for each in paragraphs
        ]
        month = f"{2017 + at % 9}-{1 + at // 10 % 12:02}-{1 + at // 7 % 28:02}"
        body = "\\n\\n".join(paragraphs)
        fields = (
            at, at, 1, "first", "2026-01-01", at, f"https://herald.test/{at}", "article",
            " ".join(first[:10]), " ".join(first[10:]), f"{{Author {chance.randint(1, 2000)}}}",
            f"{month} {at % 24:02}:00", SECTIONS[at % len(SECTIONS)], "{}",
            chance.choice(LANGUAGES), "f", "{}", "f", "f", "[]", "{}", _json(blocks), "[]",
            body, sum(len(each.split()) for each in paragraphs), "main", _bytes(chance, 32),
            _bytes(chance, 32),
            _numbers(chance, len(blocks)), _numbers(chance, 64), _numbers(chance, 16), "[]", "f",
            "1", "1",
        )  # fmt: skip
        yield "\t".join(map(str, fields)) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\\", "\\\\")


def _bytes(chance: random.Random, length: int) -> str:
    return "\\\\x" + chance.randbytes(length).hex()


def _numbers(chance: random.Random, length: int) -> str:
    return "{" + ",".join(str(chance.getrandbits(32) - 2**31) for _ in range(length)) + "}"


def _store(url: str, numbers: range) -> None:
    with _filling(url) as connection:
        made = io.StringIO("".join(rows(numbers)))
        cursor = connection.connection.cursor()
        cursor.copy_expert(f"COPY revision ({COLUMNS}) FROM STDIN", made)  # type: ignore[attr-defined]
        connection.execute(
            text("SELECT keep_searchable(ARRAY(SELECT generate_series(:first, :last)))"),
            {"first": numbers.start, "last": numbers.stop - 1},
        )


def _repeat(url: str, on: int) -> None:
    """The first articles once more, that many numbers on."""
    with _filling(url) as connection:
        for statement in (_revisions(_REPEAT, _OWN), _SEARCHABLE):
            connection.execute(text(statement), {"on": on, "texts": TEXTS})


def _revisions(statement: str, own: dict[str, str]) -> str:
    """A statement that copies revisions, with what the copies have of their own."""
    names = [column.name for column in models.Revision.__table__.columns]
    return statement.format(
        columns=", ".join(names), own=", ".join(own.get(name, f"r.{name}") for name in names)
    )


@contextmanager
def _filling(url: str) -> Iterator[Connection]:
    engine = connect(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        yield connection
    engine.dispose()


def fill(connection: Connection, articles: int) -> None:
    url = connection.engine.url.render_as_string(hide_password=False)
    texts = min(articles, TEXTS)
    indexes = sorted(connection.execute(text(_INDEXES)).all(), key=lambda one: "adjacent" in one[0])
    for name, _ in indexes:
        connection.execute(text(f"DROP INDEX {name}"))
    connection.execute(text("SET session_replication_role = replica"))
    for statement in (_OUTLETS, _ARTICLES):
        connection.execute(text(statement), {"outlets": OUTLETS, "articles": articles})
    parts = [range(at, min(at + PART, texts + 1)) for at in range(1, texts + 1, PART)]
    with _timed(f"{texts} texts"), ProcessPoolExecutor(os.cpu_count()) as processes:
        list(processes.map(_store, itertools.repeat(url), parts))
    connection.execute(text("ANALYZE revision"))
    repeats = range(texts, articles, texts)
    with _timed("again"), ProcessPoolExecutor(os.cpu_count()) as processes:
        list(processes.map(_repeat, itertools.repeat(url), repeats))
    for statement in (_revisions(_EDITS, _BEFORE), _NAMES, *_AROUND):
        with _timed(" ".join(statement.split()[:3])):
            connection.execute(text(statement), {"articles": articles})
    for table in ("article", "revision", "link", "snapshot"):
        connection.execute(text(_NEXT.format(table=table)))
    connection.execute(text("SET maintenance_work_mem = '1GB'"))
    for name, definition in indexes:
        with _timed(name):
            connection.execute(text(definition))
    # As the migration has it: what makes the pairs is not asked about a sample of the rows.
    connection.execute(text("ALTER INDEX searchable_adjacent_idx ALTER COLUMN 1 SET STATISTICS 0"))
    with _timed("VACUUM ANALYZE"):
        connection.execute(text("VACUUM ANALYZE"))
    connection.execute(text("SET session_replication_role = origin"))


@contextmanager
def _timed(what: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - start:.0f} s", flush=True)


@contextmanager
def archive_in(folder: Path, articles: int) -> Iterator[Connection]:
    """The generated archive in this folder, made where it is not there; statements may last."""
    is_new = not (folder / "postgres").exists()
    if is_new:
        # What a crash would cost is a minute's work: the log of changes is for archives.
        with _opened(folder) as connection:
            upgrade(connection.engine)
            for name, value in _LOADING.items():
                connection.execute(text(f"ALTER SYSTEM SET {name} = '{value}'"))
        with _opened(folder) as connection:
            fill(connection, articles)
            for name in _LOADING:
                connection.execute(text(f"ALTER SYSTEM RESET {name}"))
            # From the next start on. What is read of a million articles fits in.
            connection.execute(text("ALTER SYSTEM SET shared_buffers = '1GB'"))
    with _opened(folder) as connection:
        yield connection


@contextmanager
def _opened(folder: Path) -> Iterator[Connection]:
    with Server(folder) as url:
        engine = connect(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection
        engine.dispose()
