"""What a large archive weighs in Postgres, against what its articles say: ``bench/size.py``.

By table: bytes of the table, of what it keeps apart (TOAST) and of each index, in bytes an article.
The articles are those of ``generated_archive.py``; ``--prose`` has them say what real pages say,
``--folder`` weighs an archive that is there.
"""

import argparse
import os
import tempfile
from pathlib import Path

from generated_archive import archive_in
from sqlalchemy import Connection, text

_SAID = """
SELECT count(*) AS articles,
       sum(octet_length(headline) + coalesce(octet_length(description), 0)
           + coalesce(octet_length(lead), 0) + octet_length(body)) AS bytes
FROM article a JOIN revision r ON r.id = a.revision_id
"""
_TABLES = """
SELECT c.relname AS name, greatest(c.reltuples, 0)::bigint AS rows,
       pg_relation_size(c.oid) AS heap,
       pg_table_size(c.oid) - pg_relation_size(c.oid) AS apart,
       pg_total_relation_size(c.oid) AS bytes
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
ORDER BY bytes DESC
"""
_INDEXES = """
SELECT indexrelid::regclass::text AS name, pg_relation_size(indexrelid) AS bytes
FROM pg_index WHERE indrelid = CAST(:table AS regclass) ORDER BY bytes DESC
"""
_COMPRESSED = """
SELECT pg_column_compression({column}) AS method, avg(pg_column_size({column}))::int AS stored,
       avg(octet_length({column}::text))::int AS said
FROM {table} TABLESAMPLE SYSTEM (1) GROUP BY 1 ORDER BY 2 DESC
"""


def weigh(connection: Connection) -> None:
    articles, said = connection.execute(text(_SAID)).one()
    said = int(said)
    print(f"{articles} articles say {said / 1e9:.2f} GB, {said / articles:,.0f} bytes each")
    print(f"{'bytes an article':34} {'all':>8} {'table':>8} {'apart':>8} {'indexes':>8}")
    whole = 0
    for row in connection.execute(text(_TABLES)).all():
        whole += row.bytes
        if row.bytes / articles < 1:
            continue
        indexes = row.bytes - row.heap - row.apart
        parts = (row.bytes, row.heap, row.apart, indexes)
        print(f"{row.name:34}", *(f"{part / articles:8,.0f}" for part in parts))
        for index in connection.execute(text(_INDEXES), {"table": row.name}).all():
            if index.bytes / articles >= 1:
                print(f"  {index.name:58} {index.bytes / articles:8,.0f}")
    print(f"{'all':34} {whole / articles:8,.0f}: {whole / said:.2f} times what the articles say")
    for table, column in (("revision", "body"), ("revision", "blocks"), ("searchable", "words")):
        for one in connection.execute(text(_COMPRESSED.format(table=table, column=column))).all():
            print(f"{table}.{column}: {one.method or 'as it is'} {one.stored} of {one.said} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help="keep the archive here, or use one from there")
    parser.add_argument("--prose", action="store_true", help="the texts of NEWSCRAWL_PAGES")
    wanted = parser.parse_args()
    if wanted.prose:
        os.environ["PROSE"] = "1"
    with (
        tempfile.TemporaryDirectory() as temporary,
        archive_in(wanted.folder or Path(temporary), wanted.articles) as connection,
    ):
        weigh(connection)


if __name__ == "__main__":
    main()
