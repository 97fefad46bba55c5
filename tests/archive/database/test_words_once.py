"""The upgrade to 0012: words kept once, names by themselves, links that are looked at again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.database import shipped
from newscrawl.archive.database.engine import connected, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.queries.article_search import Search, search
from newscrawl.selection import Selection
from tests.archive.older import make_older
from tests.archive.searchable import UNLIKE

_WORDS = Path(shipped.__file__).with_name("words.sql").read_text()
#: What an archive of 0011 says made its words, when all of them were made by what is there.
_INDEXED = """
INSERT INTO indexing (words, below)
SELECT md5(string_agg(prosrc, ' ' ORDER BY proname)) || ' '
       || current_setting('server_version_num')::integer / 10000 || ' '
       || (SELECT datctype FROM pg_database WHERE datname = current_database()), 0
FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND proname IN (
    'text_configuration', 'parted_text', 'searched_text', 'searched_words', 'searched_brief',
    'keep_searchable')
"""
_ARTICLES = """
INSERT INTO outlet (name, title, home, language) VALUES ('herald', 'H', 'h', 'en');
INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at)
SELECT i, 'herald', i, i, now(), now() FROM generate_series(1, 3) AS i;
INSERT INTO revision (id, article_id, number, cause, fetched_at, url, kind, headline, authors,
    keywords, language, is_sponsored, credits, opinion_disclaimer, legal_label, images, related,
    blocks, removed, body, word_count, layout, read_hash, text_hash, prints, sketch, bands,
    extractor_version, rules_version)
SELECT i, i, 1, 'first', now(), i, 'article', 'Ferries', ARRAY['Petr Ivanov', 'Pen ' || i], '{}',
       'en', false, '{}', false, false, '[]', '{}', '[]', '[]', 'The ferries sailed.', 3, 'main',
       'x', 'x', '{}', '{}', '{}', '1', '1' FROM generate_series(1, 3) AS i;
UPDATE article SET revision_id = id;
"""


@pytest.fixture
def old(empty_database_url: str) -> Iterator[Engine]:
    """An archive of 0011 with three articles, whose words were made by today's functions."""
    with connected(empty_database_url) as engine:
        with engine.begin() as connection:
            make_older(connection, "0011")
            kept = "searched_words(r.language, r.headline, r.description, r.lead, r.body)\n"
            assert kept in _WORDS
            connection.exec_driver_sql(
                _WORDS.replace(kept, "r.search\n"), execution_options={"no_parameters": True}
            )
            for statement in (*filter(str.strip, _ARTICLES.split(";\n")), _INDEXED):
                connection.execute(text(statement))
        yield engine


def test_words_are_kept_with_the_latest_revision_alone(old: Engine) -> None:
    upgrade(old)

    with old.connect() as connection:
        assert connection.execute(text(UNLIKE)).all() == []
        assert connection.scalars(text(_VECTORS)).all() == ["searchable.brief", "searchable.words"]


def test_what_the_oldest_archive_holds_is_found_after_the_upgrade(empty_database_url: str) -> None:
    with connected(empty_database_url) as engine:
        with engine.begin() as connection:
            make_older(connection)
            for statement in filter(str.strip, _ARTICLES.split(";\n")):
                connection.execute(text(statement))

        upgrade(engine)

        with session_factory(engine)() as session:
            hits = search(session, Search(selection=Selection(query="ferry", author="Petr Ivanov")))
            assert {hit.article_id for hit in hits} == {1, 2, 3}
            assert session.execute(text(UNLIKE)).all() == []


_VECTORS = """
SELECT table_name || '.' || column_name FROM information_schema.columns
WHERE data_type = 'tsvector' AND table_schema = current_schema() ORDER BY 1
"""


@pytest.mark.parametrize("is_same", [True, False], ids=["the same functions", "other functions"])
def test_words_that_the_same_functions_made_are_not_made_again(old: Engine, is_same: bool) -> None:
    with old.begin() as connection:
        connection.execute(text("UPDATE searchable SET words = 'as:1 it:2 was:3'"))
        if not is_same:
            connection.execute(text("UPDATE indexing SET words = 'other functions'"))

    upgrade(old)

    with old.connect() as connection:
        left = connection.scalar(text("SELECT count(*) FROM searchable WHERE words @@ 'was'"))
    assert left == (3 if is_same else 0)


def test_names_of_the_archive_are_found_and_counted(old: Engine) -> None:
    upgrade(old)

    with old.connect() as connection:
        found = connection.execute(text("SELECT author, articles FROM find_authors('ivanov')"))
        assert found.all() == [("Petr Ivanov", 3)]


@pytest.mark.parametrize(
    ("row", "is_due"),
    [
        ("'quarantined', 'no_headline', interval '0', NULL", True),
        ("'quarantined', 'empty_body', interval '13 days', NULL", True),
        ("'quarantined', 'empty_body', interval '14 days', NULL", False),
        ("'quarantined', 'url_too_long', interval '0', NULL", False),
        ("'quarantined', 'no_headline', interval '0', 'dropped'", False),
        ("'failed', 'http_500', interval '0', NULL", False),
    ],
)
def test_a_link_that_was_given_up_at_once_is_looked_at_again(
    old: Engine, row: str, is_due: bool
) -> None:
    with old.begin() as connection:
        connection.execute(text(_GIVEN_UP.format(row=row)))

    upgrade(old)

    with old.connect() as connection:
        link = connection.execute(text("SELECT next_visit_at, outcome FROM link")).one()
    assert (link.next_visit_at is not None) is is_due
    assert link.outcome in row


_GIVEN_UP = """
WITH given (outcome, reason, looked, settlement) AS (VALUES ({row})), listed AS (
    INSERT INTO link (outlet, key, url, outcome, reason, failing_since, visited_at, next_visit_at)
    SELECT 'herald', 'k', 'u', outcome, reason, now() - interval '90 days',
           now() - interval '90 days' + looked, NULL FROM given
)
INSERT INTO quarantine (outlet, key, url, reason, error, settlement)
SELECT 'herald', 'k', 'u', reason, 'error', settlement FROM given
"""


def test_two_who_write_new_names_at_once_do_not_wait_for_each_other(
    database_url: str,
) -> None:
    """In either order, though neither has ended: a unique name would be a deadlock."""
    with connected(database_url, lock_timeout="2s") as engine:
        upgrade(engine)
        with engine.connect() as one, engine.connect() as other:
            for connection, article, name in (
                (one, 1, "Anna"), (other, 2, "Boris"), (one, 3, "Boris"), (other, 4, "Anna"),
            ):  # fmt: skip
                connection.execute(text(_SEARCHED), {"id": article, "names": [name]})
            one.commit()
            other.commit()
        with engine.connect() as connection:
            names = connection.execute(text("SELECT author, articles FROM find_authors('a')")).all()

    assert names == [("Anna", 2)]


_SEARCHED = """
INSERT INTO searchable (article_id, revision_id, outlet, configuration, authors, is_edited, brief,
                        words)
VALUES (:id, :id, 'herald', 'simple', :names, false, '', '')
"""


def test_a_name_that_no_article_has_any_more_is_not_found(old: Engine) -> None:
    upgrade(old)
    with old.begin() as connection:
        connection.execute(text("UPDATE revision SET authors = '{Vera Lugov}'"))

    with old.connect() as connection:
        names = connection.scalars(text("SELECT author FROM find_authors('v')")).all()
    assert names == ["Vera Lugov"]
