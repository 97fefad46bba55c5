"""What reading a revision's page again may change, and what it must not."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.pages_to_replay import ReplayScope, articles_to_read
from newscrawl.archive.revisions.rewriting import compare, correct
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.article import Article
from newscrawl.extract import VERSION
from tests.archive.making import DAY, NOON, article, begin_crawl, kept, reading, saying, store
from tests.archive.making import fetched as answer

RULES = rules_version(())
FACTS = "id, article_id, number, cause, fetched_at, recorded_at, snapshot_id, url"


def keep(session: Session, at: int) -> int:
    """A snapshot's row."""
    one = kept(at)
    return session.execute(
        text(
            'INSERT INTO snapshot (outlet, url, fetched_at, status, file, "offset", length, digest)'
            " VALUES ('herald', :url, :at, 200, :file, :offset, 10, 'sha1:A') RETURNING id"
        ),
        {"url": answer().url, "at": NOON, "file": one.file, "offset": at},
    ).scalar_one()


@pytest.fixture
def edited(session: Session) -> tuple[int, int]:
    """Two revisions of one article, by their ids."""
    begin_crawl(session)
    store(session, reading(article("Snow fell."), snapshot_id=keep(session, 0)))
    store(session, reading(article("Rain fell."), NOON + DAY, snapshot_id=keep(session, 1)))
    first, second = session.scalars(text("SELECT id FROM revision ORDER BY number"))
    return first, second


def rows(session: Session, columns: str) -> list[dict[str, Any]]:
    found = session.execute(text(f"SELECT {columns} FROM revision ORDER BY number"))
    return [dict(row) for row in found.mappings()]


def reads(edited: tuple[int, int], first: Article, second: Article) -> Mapping[int, Article]:
    return dict(zip(edited, (first, second), strict=True))


def test_a_corrected_revision_keeps_its_facts(session: Session, edited: tuple[int, int]) -> None:
    before = rows(session, FACTS)

    correct(session, {edited[1]: article("Rain fell.", authors=("Ann Lee",))}, RULES)

    assert rows(session, FACTS) == before
    assert rows(session, "authors") == [{"authors": []}, {"authors": ["Ann Lee"]}]


def test_what_changed_is_told_by_field(session: Session, edited: tuple[int, int]) -> None:
    read = article("Rain fell.", authors=("Ann Lee",), date_published=NOON, headline="Rain")

    [told] = correct(session, {edited[1]: read}, RULES)

    assert told.fields == {
        "headline": ("Snow", "Rain"),
        "authors": ([], ["Ann Lee"]),
        "date_published": (None, NOON),
    }


def test_a_dry_run_tells_the_same_and_writes_nothing(
    session: Session, edited: tuple[int, int]
) -> None:
    before = rows(session, "*")
    read = {edited[1]: article("Rain fell.", authors=("Ann Lee",))}

    told = compare(session, read, RULES)

    assert rows(session, "*") == before
    assert told == correct(session, read, RULES)


def test_what_reads_as_before_is_marked_and_not_told(
    session: Session, edited: tuple[int, int]
) -> None:
    session.execute(text("UPDATE revision SET extractor_version = '0', rules_version = 'old'"))

    told = correct(session, reads(edited, article("Snow fell."), article("Rain fell.")), RULES)

    assert told == []
    assert (
        rows(session, "extractor_version, rules_version")
        == [{"extractor_version": VERSION, "rules_version": RULES}] * 2
    )


def test_neighbours_that_become_equal_stay_and_are_shown_once(
    session: Session, edited: tuple[int, int]
) -> None:
    correct(session, {edited[1]: article("Snow fell.")}, RULES)

    assert len(rows(session, "id")) == 2
    assert session.scalars(text("SELECT revision_id FROM revisions")).all() == [edited[0]]
    assert session.scalars(text("SELECT revision_id FROM article")).one() == edited[0]
    assert session.scalars(text("SELECT count(*) FROM edits")).one() == 0


def test_an_edit_is_compared_anew(session: Session, edited: tuple[int, int]) -> None:
    first, second = article("Snow fell."), article("Rain fell.")
    texts = ("Snow fell.", "A new line of text.")

    correct(session, reads(edited, first, saying(second, *texts)), RULES)

    [changes] = session.scalars(text("SELECT changes FROM edits"))
    assert changes == {"added": ["A new line of text."], "is_silent": True}


def test_what_postgres_cannot_store_is_no_difference(session: Session) -> None:
    begin_crawl(session)
    odd = article("Snow\x00 fell.", headline="Half \ud800 a pair")
    store(session, reading(odd, snapshot_id=keep(session, 0)))
    [id_] = session.scalars(text("SELECT id FROM revision"))

    assert correct(session, {id_: odd}, RULES) == []


@pytest.mark.parametrize(
    ("change", "scope", "found"),
    [
        ("", {}, 0),
        ("", {"again": True}, 1),
        ("extractor_version = '0'", {}, 1),
        ("rules_version = 'old'", {}, 1),
        ("extractor_version = '0', snapshot_id = NULL", {}, 0),
        ("extractor_version = '0'", {"since": (NOON + DAY).date()}, 1),
        ("extractor_version = '0'", {"since": (NOON + 2 * DAY).date()}, 0),
        ("extractor_version = '0'", {"article": -1}, 0),
    ],
)
def test_articles_are_read_again_where_todays_code_has_not_read_them(
    session: Session, edited: tuple[int, int], change: str, scope: dict[str, Any], found: int
) -> None:
    if change:
        session.execute(text(f"UPDATE revision SET {change}"))

    ids = articles_to_read(session, ReplayScope(outlet="herald", **scope), RULES, 0, 10)

    assert len(ids) == found


def test_blocks_alone_are_told_where_the_text_is_the_same(
    session: Session, edited: tuple[int, int]
) -> None:
    read = article("Rain fell.")
    marked = replace(read, blocks=tuple(replace(b, marks=("story",)) for b in read.blocks))

    [told] = correct(session, {edited[1]: marked}, RULES)

    assert list(told.fields) == ["blocks"]
