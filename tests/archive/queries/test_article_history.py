"""Reading articles, outlets and links back from the archive."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.sessions import EmptyArchive, reading
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.queries.article_history import (
    find_article,
    latest,
    most_removed,
    read_stored,
)
from newscrawl.archive.queries.outlet_ledger import links_with, outlet_notes
from newscrawl.archive.revisions.compare_with_latest import Reading
from newscrawl.article import Article, Block, BlockKind, Image, Kind, Removal
from newscrawl.config import Config
from newscrawl.errors import ConfigError, DatabaseUnavailable, NotFound
from newscrawl.outlet import Outlet
from newscrawl.screen import Outcome
from tests.archive.making import store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HERALD = Outlet(
    name="herald",
    title="The Herald",
    home="https://herald.test",
    language="en",
    aliases=("old-herald.test",),
    articles=(r"/[^/]+-a(?P<key>\d+)$", r"/archive/[^/]+$"),
)
#: Every field says something.
FULL = Article(
    url="https://herald.test/snow-a7",
    canonical_url="https://herald.test/snow-a7",
    outlet="herald",
    key="7",
    kind=Kind.OPINION,
    headline="Snow",
    description="It fell.",
    lead="All day.",
    kicker="Weather",
    authors=("Olga Brandt",),
    date_published=NOON,
    date_modified=NOON + timedelta(hours=1),
    date_source="meta",
    date_raw="2026-03-01",
    section="News",
    keywords=("Snow",),
    language="en",
    is_free=True,
    is_sponsored=True,
    credits=("AFP",),
    opinion_disclaimer=True,
    legal_label=True,
    republished_from="The Gazette",
    images=(Image("https://herald.test/snow.jpg", "Snow.", "AFP"),),
    related=("https://herald.test/rain-a8",),
    blocks=(Block(BlockKind.PARAGRAPH, "Snow fell.", ("body",)),),
    removed=(Removal("plea", 1, Block(BlockKind.PARAGRAPH, "Give.")),),
    layout="main",
)


def keep(session: Session, *articles: Article) -> list[int]:
    crawls.begin(session, HERALD, {})
    for hour, article in enumerate(articles):
        store(session, Reading(article=article, fetched_at=NOON + timedelta(hours=hour)))
    keys = dict.fromkeys(article.key for article in articles)
    found = session.execute(text("SELECT key, id FROM article"))
    ids = {row.key: row.id for row in found}
    return [ids[key] for key in keys]


def saying(text: str, article: Article = FULL) -> Article:
    return replace(article, blocks=(Block(BlockKind.PARAGRAPH, text),))


def test_an_article_comes_back_as_it_was_stored(session: Session) -> None:
    [found] = keep(session, FULL)

    assert read_stored(session, found).article == FULL


@pytest.mark.parametrize(
    "wanted",
    [
        "https://herald.test/snow-a7",
        "https://herald.test/another-slug-a7?utm_source=x#top",
        "http://www.herald.test/snow-a7",
        "https://old-herald.test/snow-a7",
        "herald.test/x-a7",
    ],
)
def test_any_url_of_an_article_finds_it(session: Session, wanted: str) -> None:
    [found] = keep(session, FULL)

    assert find_article(session, wanted, [HERALD]) == found


def test_an_id_finds_its_article(session: Session) -> None:
    [found] = keep(session, FULL)

    assert find_article(session, str(found), []) == found


def test_a_url_finds_its_article_when_its_outlet_file_is_gone(session: Session) -> None:
    [found] = keep(session, FULL)

    assert find_article(session, FULL.url, []) == found


@pytest.mark.parametrize("wanted", ["0", "9" * 30, "https://herald.test/x-a9", "elsewhere.test/7"])
def test_what_is_not_there_is_not_found(session: Session, wanted: str) -> None:
    keep(session, FULL)

    with pytest.raises(NotFound, match="no such article"):
        find_article(session, wanted, [HERALD])


def test_each_revision_can_be_read(session: Session) -> None:
    [found] = keep(session, FULL, saying("It melted."))

    first, now = read_stored(session, found, 1), read_stored(session, found)

    assert (first.article.body, now.article.body) == ("Snow fell.", "It melted.")
    assert [(note.number, note.cause) for note in now.revisions] == [(1, "first"), (2, "edit")]
    assert (first.shown.number, now.shown.number) == (1, 2)
    assert now.shown.fetched_at == NOON + timedelta(hours=1)


def test_a_revision_that_is_not_there_is_named(session: Session) -> None:
    [found] = keep(session, FULL)

    with pytest.raises(NotFound, match="no revision 3 of this article: there are 1"):
        read_stored(session, found, 3)


def test_the_latest_come_by_their_dates(session: Session) -> None:
    old = replace(FULL, key="1", date_published=NOON - timedelta(days=1))
    undated = replace(FULL, key="2", date_published=None)
    keep(session, undated, old, FULL)

    assert [stored.article.key for stored in latest(session, 2)] == ["7", "1"]


def test_the_most_cleaned_article_is_found(session: Session) -> None:
    keep(session, replace(FULL, key="1", removed=()), FULL)

    assert most_removed(session).article.key == "7"


def test_an_outlet_is_told_with_its_last_crawl(session: Session) -> None:
    keep(session, FULL)
    for code, created in ((0, 5), (3, 2)):
        crawl = crawls.begin(session, HERALD, {})
        crawls.finish(session, crawl, "finished", code, {"archive/created": created})
    crawls.source_failed(session, "herald", "https://herald.test/rss", "timeout")

    note = outlet_notes(session)["herald"]

    assert note.last_crawl is not None
    assert (note.last_crawl.exit_code, note.last_crawl.created, note.articles) == (3, 2, 1)
    assert [(source.url, source.last_result) for source in note.sources] == [
        ("https://herald.test/rss", "timeout")
    ]


def test_the_links_of_an_outcome_are_told(session: Session) -> None:
    crawls.begin(session, HERALD, {})
    waiting = ListedLink(key="1", url="https://herald.test/x-a1")
    refused = ListedLink(key="/", url="https://herald.test/", outcome=Outcome.NOT_ARTICLE)
    list_links(session, "herald", "feed", [waiting, refused])

    assert [link["key"] for link in links_with(session, "herald", "not_article")] == ["/"]


def config(url: str) -> Config:
    return Config.from_env({"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_HOME": "/nowhere"})


def test_a_database_without_tables_is_an_empty_archive(empty_database_url: str) -> None:
    with pytest.raises(EmptyArchive), reading(config(empty_database_url), print):
        pass


def test_a_reader_cannot_write(database_url: str) -> None:
    with (
        pytest.raises(Exception, match="read-only transaction"),
        reading(config(database_url), print) as session,
    ):
        session.execute(text("DELETE FROM article"))


def test_a_schema_of_another_time_is_named(database_url: str) -> None:
    with connected(database_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'future'"))

    with pytest.raises(Exception, match="newer"), reading(config(database_url), print):
        pass


def test_a_server_that_goes_away_is_one_error(database_url: str) -> None:
    with (
        pytest.raises(DatabaseUnavailable, match="the database failed"),
        reading(config(database_url), print) as session,
    ):
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def test_a_login_that_may_not_read_is_told_so(database_url: str) -> None:
    with (
        pytest.raises(ConfigError, match="may not do that"),
        reading(config(database_url), print) as session,
    ):
        session.execute(text("SET ROLE pg_monitor; SELECT * FROM article"))
