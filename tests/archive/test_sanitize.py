import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, String, Text, inspect, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.revisions.stored_blocks import whole_blocks
from newscrawl.archive.sanitize import SafeText, safe_json, safe_text
from newscrawl.article import Article, Block, BlockKind, Image, Removal
from tests.archive.making import article, begin_crawl, reading, store
from tests.rows import every_row

#: All of Unicode, with what Postgres refuses more often than chance would have it.
ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from('\x00\\"u0\ud800\udc00\udfff\ufffd')))


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("plain", "plain"),
        ("снег", "снег"),
        ("a\x00b", "a\ufffdb"),
        ("\ud800", "\ufffd"),
        ("\udfff!", "\ufffd!"),
        ("😀", "😀"),
        ("\\u0000", "\\u0000"),
    ],
)
def test_text_loses_what_postgres_refuses_and_nothing_else(given_text: str, stored: str) -> None:
    assert safe_text(given_text) == stored


@every_row(
    "given_text",
    [
        "\x00",
        "\\\x00",
        "\\\\\x00",
        "\\u0000",
        "\\\\u0000",
        "\\\\\\u0000",
        '"\x00',
        "\x00\x00",
        "\n\x00",
    ],
)
def test_escaped_backslashes_before_a_nul_are_told_from_those_before_letters(
    given_text: str,
) -> None:
    assert json.loads(safe_json([given_text])) == [safe_text(given_text)]


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)))
def test_any_json_keeps_its_shape_and_has_safe_texts(value: object) -> None:
    assert json.loads(safe_json(value)) == _safe(value)


def test_all_text_columns_of_all_tables_stand_behind_the_gate() -> None:
    columns = [column for table in models.Base.metadata.tables.values() for column in table.columns]

    ungated = [
        str(column)
        for column in columns
        if (isinstance(column.type, String | Text) and not isinstance(column.type, SafeText))
        or (isinstance(column.type, JSON) and not isinstance(column.type, JSONB))
        or (isinstance(column.type, ARRAY) and not isinstance(column.type.item_type, SafeText))
    ]

    assert ungated == []


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\\\x00"])
def test_postgres_itself_refuses_what_the_gate_replaces(session: Session, bad: str) -> None:
    with pytest.raises(ValueError, match=r"NUL|surrogates"):
        session.execute(text("SELECT :bad"), {"bad": bad})


@given(given_text=ANY_TEXT)
def test_any_text_in_any_column_of_a_revision_comes_back(given_text: str) -> None:
    """The round trip is made in one statement by ``_Trip``: see the fixture."""
    trip = _Trip.session
    with trip.begin_nested() as savepoint:
        begin_crawl(trip)
        store(trip, reading(_full_of(given_text)))
        row = trip.query(models.Revision).one()
        found = {
            column.key: getattr(row, column.key) for column in inspect(models.Revision).columns
        }
        savepoint.rollback()

    expected = safe_text(given_text)
    for name in ("headline", "description", "lead", "kicker", "date_raw", "section", "layout"):
        assert found[name] == expected
    assert found["authors"] == found["keywords"] == found["credits"] == [expected]
    assert found["images"] == [{"url": expected, "caption": expected, "credit": expected}]
    [block] = whole_blocks(found["blocks"], found["body"])
    assert block == {"kind": "paragraph", "text": expected, "marks": [expected]}
    assert found["removed"] == [
        {"rule": expected, "at": 1, "kind": "quote", "text": expected, "marks": []}
    ]


class _Trip:
    """Holds the test's session: hypothesis refuses fixtures that live for one test."""

    session: Session


@pytest.fixture(autouse=True)
def _hand_over(session: Session) -> None:
    _Trip.session = session


def _full_of(given_text: str) -> Article:
    return article(
        headline=given_text,
        description=given_text,
        lead=given_text,
        kicker=given_text,
        date_raw=given_text,
        section=given_text,
        layout=given_text,
        authors=(given_text,),
        keywords=(given_text,),
        credits=(given_text,),
        images=(Image(given_text, given_text, given_text),),
        blocks=(Block(BlockKind.PARAGRAPH, given_text, (given_text,)),),
        removed=(Removal(given_text, 1, Block(BlockKind.QUOTE, given_text)),),
    )


def _safe(value: object) -> object:
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, list):
        return [_safe(item) for item in value]
    assert isinstance(value, dict)
    return {safe_text(name): _safe(item) for name, item in value.items()}


def test_bytes_come_back_as_bytes(session: Session) -> None:
    row = session.execute(text("SELECT '\\x00ff'::bytea AS some, NULL::bytea AS none")).one()

    assert (row.some, row.none) == (b"\x00\xff", None)
    assert type(row.some) is bytes
