"""Fill the columns that migrations added for what today's code derives from older revisions."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from newscrawl.archive.duplicates.duplicate_clusters import renew_duplicates
from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.rules.fingerprints import prints_of
from newscrawl.text_sketch import bands_of, sketch_of

_BATCH = 500
_BLOCKS = "SELECT id, blocks || removed FROM revision WHERE id > :last ORDER BY id LIMIT :n"
_BODIES = "SELECT id, body FROM revision WHERE id > :last ORDER BY id LIMIT :n"
_ARTICLES = "SELECT id FROM article WHERE id > :last ORDER BY id LIMIT :n"
_PRINTS = text("""
UPDATE revision SET prints = array(SELECT jsonb_array_elements_text(new.prints)::integer)
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (id bigint, prints jsonb)
WHERE revision.id = new.id
""")
_SKETCHES = text("""
UPDATE revision
SET sketch = array(SELECT jsonb_array_elements_text(new.sketch)::integer),
    bands = array(SELECT jsonb_array_elements_text(new.bands)::integer)
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (id bigint, sketch jsonb, bands jsonb)
WHERE revision.id = new.id
""")


def refill(connection: Connection, before: str | None) -> None:
    """Fill what came into the schema after the revision that it had before."""
    for added, fill in _ADDED.items():
        if before is not None and before < added:
            fill(connection)


def _fill_prints(connection: Connection) -> None:
    for rows in _batches(connection, _BLOCKS):
        filled = [{"id": id_, "prints": prints_of(map(_block, said))} for id_, said in rows]
        connection.execute(_PRINTS, {"rows": json.dumps(filled)})


def _fill_sketches(connection: Connection) -> None:
    for rows in _batches(connection, _BODIES):
        sketches = [(id_, sketch_of(body)) for id_, body in rows]
        filled = [{"id": id_, "sketch": s, "bands": bands_of(s)} for id_, s in sketches]
        connection.execute(_SKETCHES, {"rows": json.dumps(filled)})
    session = Session(connection)
    for rows in _batches(connection, _ARTICLES):
        renew_duplicates(session, [id_ for (id_,) in rows])


def _batches(connection: Connection, question: str) -> Iterator[Sequence[Any]]:
    last = 0
    while rows := connection.execute(text(question), {"last": last, "n": _BATCH}).all():
        yield rows
        last = rows[-1][0]


def _block(row: dict[str, str]) -> Block:
    return Block(BlockKind(row["kind"]), row["text"])


#: By the migration that made the columns.
_ADDED: dict[str, Callable[[Connection], None]] = {"0002": _fill_prints, "0003": _fill_sketches}
