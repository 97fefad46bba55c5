"""Indexes that are built beside running crawls, after the schema."""

import threading

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.database import late_indexes
from newscrawl.archive.database.late_indexes import has_indexes
from newscrawl.archive.database.migrate import upgrade

_NAME = "revision_edits_idx"
_IS_VALID = text("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(:name)")
_OUTLET = "INSERT INTO outlet (name, title, home, language) VALUES (:name, 'T', 'h', 'en')"


def test_an_index_that_is_not_there_is_built(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"DROP INDEX {_NAME}"))
        assert not has_indexes(connection)

    assert [upgrade(engine), upgrade(engine)] == [True, False]


def test_an_index_that_a_kill_left_half_built_is_built_anew(engine: Engine) -> None:
    _leave_half_built(engine)

    assert upgrade(engine)

    with engine.connect() as connection:
        assert connection.scalar(_IS_VALID, {"name": _NAME}) is True


def test_who_reads_for_long_keeps_no_crawl_waiting(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What began before the index is waited for a while; the next one tries again."""
    monkeypatch.setattr(late_indexes, "_PATIENCE", "200ms")
    with engine.begin() as connection:
        connection.execute(text(f"DROP INDEX {_NAME}"))
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as reading:
        reading.execute(text("SELECT count(*) FROM articles"))
        assert not upgrade(engine)
    assert _NAME in caplog.text

    assert upgrade(engine)


def test_writers_do_not_wait_for_an_index(engine: Engine) -> None:
    """While it waits for one who began before, others write what they have to."""
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX deletion_gone_at_idx"))
        connection.execute(text(_OUTLET), {"name": "herald"})
        connection.execute(text(_ARTICLE))
    done: list[bool] = []
    building = threading.Thread(target=lambda: done.append(upgrade(engine)))
    with engine.connect() as before, engine.connect() as writer:
        before.execute(text(_DELETION))
        building.start()
        while not writer.scalar(text(_WAITS)):
            writer.rollback()
            assert building.is_alive()
        writer.execute(text("SET LOCAL lock_timeout = '300ms'"))
        writer.execute(text(_DELETION))
        assert writer.scalar(_IS_VALID, {"name": "deletion_gone_at_idx"}) is False
        writer.commit()
        before.commit()
    building.join(30)

    assert done == [True]


_WAITS = """
SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
               AND datname = current_database() AND query LIKE 'CREATE INDEX CONCURRENTLY%')
"""
_ARTICLE = """
INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at)
VALUES (1, 'herald', '1', '1', now(), now())
"""
_DELETION = """
INSERT INTO deletion (article_id, missing_since, gone_at, evidence) VALUES (1, now(), now(), '{}')
"""


def _leave_half_built(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass(:name)"),
            {"name": _NAME},
        )
