"""A text stands once in the archive, and whoever reads it sees no difference."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.learning.count_repeats import repeats
from newscrawl.archive.queries.article_history import read_stored, stored_json
from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_rows import article_of, columns_of
from newscrawl.archive.revisions.rewriting import compare, correct
from newscrawl.archive.revisions.stored_blocks import shortened, whole_blocks
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Block, BlockKind, LiveEntry
from newscrawl.boilerplate import Says, clean
from tests.archive.making import DAY, NOON, article, begin_crawl, reading, store

RULES = (Says("plea", "^Please give"),)
VIEWS = ("articles", "revisions", "readings", "edits", "entries", "entry_revisions", "removed_text")
TEXTS = st.text(st.characters(), max_size=12)
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), TEXTS, st.tuples(TEXTS)))
#: As archives have them that were written before schema 0018.
WRITTEN_OUT = """
UPDATE revision SET blocks = readings.blocks FROM readings WHERE revision_id = revision.id
"""


@given(blocks=BLOCKS.map(tuple))
def test_any_blocks_come_back_from_their_body(blocks: tuple[Block, ...]) -> None:
    row = columns_of(article(blocks=blocks), "1")

    given, kept = (json.loads(safe_json(each)) for each in (row, shortened(row)))

    assert list(whole_blocks(kept["blocks"], kept["body"])) == given["blocks"]
    spoken = sum(block["kind"] not in ("caption", "embed", "entry") for block in given["blocks"])
    assert sum("text" not in block for block in kept["blocks"]) == spoken


def test_blocks_of_another_body_keep_their_texts() -> None:
    row = columns_of(article("Snow fell.", "It melted."), "1")

    assert shortened({**row, "body": "Rain"})["blocks"] == row["blocks"]


@pytest.fixture
def filled(session: Session) -> Session:
    """Texts of several scripts, with what is no text of the body, taken out, edited, and a blog."""
    begin_crawl(session)
    kinds = tuple(Block(kind, f"Лёд 🧊 {kind}\n\nand \x00 more.", (kind,)) for kind in BlockKind)
    for key in ("1", "2", "3", "4", "5"):
        plea = Block(BlockKind.PARAGRAPH, "Please give something.", ("plea",))
        read = article(key=key, blocks=(*kinds[:3], plea, *kinds[3:], *article(key).blocks))
        store(session, reading(clean(read, RULES)), RULES)
    edited = replace(read, blocks=(*kinds[:2], plea, *article("Snow.", "Ice.").blocks))
    store(session, reading(clean(edited, RULES), NOON + DAY), RULES)
    entries = (LiveEntry(key="a", at=(0, 2)), LiveEntry(key="b", at=(1, 3)))
    blog = article("First.", "Zweiter.", "Третий.", key="6", entries=entries)
    late = Block(BlockKind.ENTRY, "Only told.")
    store(session, reading(replace(blog, blocks=(*blog.blocks, late))))
    return session


def seen(session: Session) -> dict[str, Any]:
    """All that is said of all revisions, by whoever reads it."""
    session.expire_all()
    rows = session.query(models.Revision).order_by(models.Revision.id).all()
    return {
        **{
            view: session.scalars(text(f"SELECT to_jsonb(v) FROM {view} v ORDER BY 1")).all()
            for view in VIEWS
        },
        "stored": [stored_json(read_stored(session, row.article_id, row.number)) for row in rows],
        "as articles": [article_of(row) for row in rows],
        "repeats": repeats(session, "herald"),
    }


def test_both_forms_are_read_alike(filled: Session) -> None:
    as_written = seen(filled)
    filled.execute(text(WRITTEN_OUT))

    assert seen(filled) == as_written
    assert len(as_written["repeats"]) > 3
    assert {row["body"] for row in as_written["entries"]} == {
        "First.\n\nТретий.",
        "Zweiter.\n\nOnly told.",
    }


def test_the_text_of_the_body_is_stored_in_it_alone(filled: Session) -> None:
    kinds = text("""
        SELECT DISTINCT block ->> 'kind' FROM revision, jsonb_array_elements(blocks) AS block
        WHERE block ? 'text' ORDER BY 1
    """)

    assert filled.scalars(kinds).all() == ["caption", "embed", "entry"]


def test_what_was_written_before_is_no_difference(filled: Session) -> None:
    filled.execute(text(WRITTEN_OUT))
    before = seen(filled)
    version, rows = rules_version(RULES), filled.query(models.Revision).all()
    same = {row.id: clean(article_of(row), RULES) for row in rows if row.cause != "edit"}

    assert compare(filled, same, version) == []
    renew_latest(filled, [row.article_id for row in rows])
    assert seen(filled) == before


def test_a_difference_has_the_texts_of_blocks(filled: Session) -> None:
    row = filled.query(models.Revision).filter_by(number=2).one()
    was = article_of(row)
    marked = replace(was, blocks=tuple(replace(each, marks=("story",)) for each in was.blocks))

    [told] = correct(filled, {row.id: marked}, rules_version(RULES))

    texts = [[block["text"] for block in said] for said in told.fields["blocks"]]
    assert texts == [[block.text for block in was.blocks]] * 2
