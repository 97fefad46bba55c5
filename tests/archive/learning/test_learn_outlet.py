"""An outlet's appeals leave the archive though nobody wrote a rule, and come back whole."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine, delete, select, text
from sqlalchemy.orm import Session

from bench.boilerplate import RIVER, apply, crawl, kept_and_lost, read, texts
from bench.campaigns import pages
from newscrawl.archive import models
from newscrawl.archive.database.engine import SessionFactory, connect, session_factory
from newscrawl.archive.learning.rule_rows import ACCEPTED, REFUSED, decide, notes
from newscrawl.archive.revisions.revision_rows import article_of
from newscrawl.article import Block, blocks_as_read
from tests.conftest import MakeDatabase

PAGES = tuple(pages())
#: Small batches see campaigns begin, as crawls do; in random orders the end alone counts.
_AT_A_TIME, _AT_ONCE = 50, 150

MakeArchive = Callable[[], SessionFactory]


@pytest.fixture(scope="module")
def make_archive(make_database: MakeDatabase) -> Iterator[MakeArchive]:
    engines: list[Engine] = []

    def make() -> SessionFactory:
        engines.append(connect(make_database.with_schema()))
        return session_factory(engines[-1])

    yield make
    for engine in engines:
        engine.dispose()


@dataclass(frozen=True, slots=True)
class End:
    """What an archive came to: its accepted rules, and the texts of its articles."""

    rules: dict[str, list[str]]
    texts: dict[str, tuple[str, ...]]


@pytest.fixture(scope="module")
def archive(make_archive: MakeArchive) -> SessionFactory:
    """Crawled in the order of publication. Who changes it, puts it back."""
    sessions = make_archive()
    crawl(sessions, PAGES, _AT_A_TIME)
    return sessions


@pytest.fixture(scope="module")
def end(archive: SessionFactory) -> End:
    return _end(archive)


def _end(sessions: SessionFactory) -> End:
    with sessions() as session:
        found = notes(session, RIVER.name, ACCEPTED)
        return End({note.name: note.wordings for note in found}, texts(sessions))


def test_appeals_leave_the_archive_without_a_written_rule(end: End) -> None:
    stayed, _ = kept_and_lost(end.texts, PAGES)

    assert len(stayed) <= 0.01 * sum(len(page.appeals) for page in PAGES), stayed[:5]


def test_journalism_that_repeats_stays(end: End) -> None:
    _, lost = kept_and_lost(end.texts, PAGES)

    assert len(lost) <= 0.001 * sum(len(page.article) for page in PAGES), lost[:5]


def test_without_learning_every_appeal_stays() -> None:
    """The control: nothing but the learned rules takes an appeal."""
    left = {page.key: tuple(block.text for block in read(page).blocks) for page in PAGES}

    stayed, lost = kept_and_lost(left, PAGES)
    assert len(stayed) == sum(len(page.appeals) for page in PAGES)
    assert lost == []


def test_every_campaign_is_a_rule_of_its_own(end: End) -> None:
    assert len(end.rules) == 6


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_does_not_matter(
    make_archive: MakeArchive, end: End, seed: int
) -> None:
    shuffled = random.Random(seed).sample(PAGES, len(PAGES))
    sessions = make_archive()

    crawl(sessions, shuffled, _AT_ONCE)

    assert _end(sessions) == end


def test_learning_makes_no_revision(archive: SessionFactory) -> None:
    with archive() as session:
        assert session.scalar(text("SELECT count(*) FROM revision")) == len(PAGES)


def _refuse_all(session: Session) -> None:
    for note in notes(session, RIVER.name, ACCEPTED):
        decide(session, RIVER.name, note.name, REFUSED)


def _remove_all(session: Session) -> None:
    session.execute(delete(models.RuleRow))


@pytest.mark.parametrize("undo", [_refuse_all, _remove_all])
def test_without_its_rules_everything_is_back_byte_for_byte(
    archive: SessionFactory, end: End, undo: Callable[[Session], None]
) -> None:
    kept = _rows(archive)
    with archive.begin() as session:
        undo(session)

    apply(archive)

    assert _blocks(archive) == {page.key: (read(page).blocks, ()) for page in PAGES}
    _put_back(archive, kept)
    assert _end(archive) == end


def test_what_is_kept_and_what_was_taken_is_what_was_read(archive: SessionFactory) -> None:
    read_again = {page.key: read(page).blocks for page in PAGES}

    with archive() as session:
        found = {key: blocks_as_read(article_of(revision)) for key, revision in _revisions(session)}

    assert found == read_again


def _rows(sessions: SessionFactory) -> list[dict[str, object]]:
    columns = [column for column in models.RuleRow.__table__.columns if column.name != "id"]
    with sessions() as session:
        return [dict(row) for row in session.execute(select(*columns)).mappings()]


def _put_back(sessions: SessionFactory, rows: list[dict[str, object]]) -> None:
    with sessions.begin() as session:
        session.execute(delete(models.RuleRow))
        session.add_all(models.RuleRow(**row) for row in rows)
    apply(sessions)


def _revisions(session: Session) -> list[tuple[str, models.Revision]]:
    row = models.Revision
    asked = select(models.ArticleRow.key, row).join(row, row.id == models.ArticleRow.revision_id)
    return [(key, revision) for key, revision in session.execute(asked)]


def _blocks(sessions: SessionFactory) -> dict[str, tuple[tuple[Block, ...], tuple[object, ...]]]:
    """Blocks and removals by key."""
    with sessions() as session:
        found = {key: article_of(revision) for key, revision in _revisions(session)}
    return {key: (article.blocks, article.removed) for key, article in found.items()}
