import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database import grants
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.article import Block, BlockKind, Image, Removal
from newscrawl.screen import Outcome
from tests.archive.making import DAY, HERALD, NOON, article, begin_crawl, reading, set_clock, store
from tests.rows import every_row

_ARTICLES = """
article_id bigint, revision_id bigint, outlet text, key text, url text, kind text, headline text,
description text, lead text, authors text[], date_published timestamptz, date_modified timestamptz,
section text, keywords text[], language text, is_free boolean, body text, word_count bigint,
images jsonb, revision_count bigint, first_seen_at timestamptz, last_seen_at timestamptz,
fetched_at timestamptz, gone_at timestamptz"""
_ENTRIES = """
article_id bigint, revision_id bigint, outlet text, key text, entry_key text, url text,
position integer, headline text, authors text[], date_published timestamptz,
date_modified timestamptz, body text, word_count bigint,"""
_SEEN = (
    """last_seen_at timestamptz, fetched_at timestamptz, gone_at timestamptz, is_shown boolean"""
)
VIEWS = {
    "articles": _ARTICLES,
    "revisions": f"{_ARTICLES}, number bigint, recorded_at timestamptz, cause text",
    "images": """article_id bigint, revision_id bigint, position integer, url text, caption text,
        credit text""",
    "removed_text": """article_id bigint, revision_id bigint, at integer, rule text, kind text,
        text text""",
    "snapshots": """article_id bigint, revision_id bigint, snapshot_id bigint, outlet text,
        url text, fetched_at timestamptz, status bigint, file text, file_offset bigint,
        file_length bigint, digest text""",
    "entries": f"{_ENTRIES} revision_count bigint, first_seen_at timestamptz, {_SEEN}",
    "entry_revisions": f"{_ENTRIES} {_SEEN}, number bigint, recorded_at timestamptz, cause text",
    "crawls": """crawl_id bigint, outlet text, started_at timestamptz, finished_at timestamptz,
        finish_reason text, exit_code bigint, stats jsonb""",
    "edits": """article_id bigint, revision_id bigint, previous_revision_id bigint, outlet text,
        key text, url text, fetched_at timestamptz, recorded_at timestamptz, is_silent boolean,
        headline_before text, headline_after text, authors_changed boolean,
        date_published_changed boolean, paragraphs_added integer, paragraphs_removed integer,
        paragraphs_changed integer, words_added bigint, numbers_changed integer,
        quotes_removed text[], correction text, changes jsonb, entries_changed bigint""",
    "duplicates": """cluster bigint, article_id bigint, revision_id bigint, outlet text, key text,
        url text, headline text, similarity real, first_seen_at timestamptz, is_first boolean,
        via text""",
    "deletions": """article_id bigint, outlet text, key text, url text, headline text,
        missing_since timestamptz, gone_at timestamptz, evidence text[], back_at timestamptz""",
    "recorded": """revision_id bigint, article_id bigint, number bigint, recorded_at timestamptz,
        url text, kind text, headline text, description text, lead text, authors text[],
        date_published timestamptz, date_modified timestamptz, section text, keywords text[],
        language text, is_free boolean, body text, word_count bigint, images jsonb,
        fetched_at timestamptz, text_hash bytea, extractor_version text, rules_version text""",
    "links": """link_id bigint, outlet text, key text, url text, listed_by text, listed_in text[],
        listed_at timestamptz, claimed_at timestamptz, outcome text, reason text, last_result text,
        attempts bigint, failing_since timestamptz, visited_at timestamptz,
        next_visit_at timestamptz, robots text[], crawl_id bigint""",
    "visits": """visit_id bigint, link_id bigint, outlet text, key text, url text,
        visited_at timestamptz, crawl_id bigint, status smallint, outcome text, reason text,
        error text, stored text, snapshot_id bigint""",
    "outlets": """outlet text, title text, home text, language text, timezone text,
        articles bigint""",
    "sources": """outlet text, url text, asked_at timestamptz, answered_at timestamptz,
        new_at timestamptz, last_result text, complaint text""",
    "hosts": """host text, delay real, blocked_until timestamptz, reason text, failures bigint,
        robots_status bigint, robots_at timestamptz""",
    "crawl_arguments": "crawl_id bigint, outlet text, arguments jsonb",
    "gaps": """outlet text, source text, begins_at timestamptz, ends_at timestamptz,
        found_at timestamptz, filled_at timestamptz""",
    "quarantined": """quarantine_id bigint, outlet text, key text, url text, reason text,
        error text, happened_at timestamptz, crawl_id bigint, snapshot_id bigint, state text,
        settled_at timestamptz, outcome text""",
    "learned_rules": """outlet text, name text, wordings text[], prints integer[], state text,
        decided_by text, decided_at timestamptz, learned_at timestamptz, evidence jsonb""",
    "readings": """revision_id bigint, article_id bigint, cause text, snapshot_id bigint,
        layout text, kicker text, date_source text, date_raw text, is_sponsored boolean,
        credits text[], opinion_disclaimer boolean, legal_label boolean, republished_from text,
        related text[], blocks jsonb, removed jsonb, entries jsonb, has_more_entries boolean""",
    "kept_pages": """snapshot_id bigint, outlet text, kind text, url text, fetched_at timestamptz,
        status bigint, file text, file_offset bigint, file_length bigint, digest text,
        part_of bigint, same_as bigint""",
    "outlet_days": "outlet text, day date, listed bigint, "
    + ", ".join(
        f"{outcome} bigint"
        for outcome in (
            "in_feeds in_sitemaps in_sections in_text "
            "waiting stored not_article refused blocked failed quarantined gone missing offsite "
            "duplicate not_stored"
        ).split()
    ),
}
_KINDS = ("in_feeds", "in_sitemaps", "in_sections", "in_text")
_DOC = Path(__file__).parents[2] / "docs" / "archive.md"


@every_row("view", VIEWS)
def test_a_view_has_exactly_its_columns_in_order(session: Session, view: str) -> None:
    found = session.execute(
        text(
            "SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute "
            "WHERE attrelid = cast(:view AS regclass) AND attnum > 0 ORDER BY attnum"
        ),
        {"view": f"public.{view}"},
    )

    columns = [f"{row.attname} {row.type}" for row in found]

    assert columns == [
        column.replace("timestamptz", "timestamp with time zone") for column in _columns(view)
    ]


def test_every_outcome_has_a_column_of_its_own() -> None:
    others = {"outlet", "day", "listed", *_KINDS, "not_stored"}
    assert set(_names("outlet_days")) == {*others, *map(str, Outcome)}


def test_an_article_is_shown_as_its_latest_revision_says(session: Session) -> None:
    begin_crawl(session)
    store(session, reading(article("Snow fell.")))
    store(session, reading(article("Rain fell.", headline="Rain"), NOON + DAY))

    row = session.execute(text("SELECT * FROM articles")).one()

    assert (row.headline, row.body, row.word_count, row.revision_count) == (
        "Rain",
        "Rain fell.",
        2,
        2,
    )
    assert (row.first_seen_at, row.last_seen_at) == (NOON, NOON + DAY)


def test_a_revision_that_came_to_say_what_the_one_before_it_says_is_hidden(
    session: Session,
) -> None:
    begin_crawl(session)
    for number, body in enumerate(("Snow.", "Rain.", "Hail.")):
        store(session, reading(article(body), NOON + number * DAY))
    session.execute(
        text(
            "UPDATE revision SET text_hash = (SELECT text_hash FROM revision WHERE number = 1) "
            "WHERE number = 2"
        )
    )

    assert session.scalars(text("SELECT number FROM revisions ORDER BY number")).all() == [1, 3]
    assert session.scalar(text("SELECT revision_count FROM articles")) == 2


def test_images_and_removals_are_rows(session: Session) -> None:
    begin_crawl(session)
    plea = Removal("plea", 1, Block(BlockKind.ASIDE, "Give!"))
    pictures = (Image("https://herald.test/a.jpg", "Snow", "AFP"), Image("b.jpg"))
    store(session, reading(article("Snow.", images=pictures, removed=(plea,))))

    images = session.execute(text("SELECT position, url, caption, credit FROM images")).all()
    removed = session.execute(text("SELECT at, rule, kind, text FROM removed_text")).all()

    assert [tuple(row) for row in images] == [
        (1, "https://herald.test/a.jpg", "Snow", "AFP"),
        (2, "b.jpg", None, None),
    ]
    assert [tuple(row) for row in removed] == [(1, "plea", "aside", "Give!")]


def test_days_are_counted_in_utc_and_add_up(session: Session) -> None:
    set_clock(session, datetime(2026, 3, 1, 23, 59, tzinfo=UTC))
    begin_crawl(session)
    listed = [ListedLink(key=str(outcome), url=outcome, outcome=outcome) for outcome in Outcome]
    list_links(session, "herald", "feed", listed)

    row = session.execute(text("SELECT * FROM outlet_days")).one()._asdict()

    assert row.pop("day").isoformat() == "2026-03-01"
    assert (row.pop("outlet"), row.pop("listed")) == ("herald", len(Outcome))
    assert (row.pop("in_feeds"), row.pop("not_stored")) == (0, 6)
    assert [row.pop(name) for name in _KINDS[1:]] == [0, 0, 0]
    assert set(row.values()) == {1}


def _examples() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", _DOC.read_text(encoding="utf-8"), re.DOTALL)


def test_the_document_has_examples() -> None:
    assert len(_examples()) >= 8


@every_row("example", _examples())
def test_an_example_of_the_document_runs(session: Session, example: str) -> None:
    session.execute(text(example.replace(":", r"\:")))


def test_the_document_tells_the_day_that_an_outlets_readers_saw(session: Session) -> None:
    begin_crawl(session, replace(HERALD, timezone="America/New_York"))
    days = ("2026-03-02T03:30:00+00:00", "2026-03-01T14:00:00+00:00", "2026-03-03T05:00:00+00:00")
    for key, day in enumerate(days):
        moment = datetime.fromisoformat(day)
        store(session, reading(article(f"Snow {key}.", key=str(key), date_published=moment)))

    example = next(sql for sql in _examples() if "AT TIME ZONE timezone" in sql)
    found = session.execute(text(example.replace(":", r"\:")))

    assert [(row.day.isoformat(), row.articles) for row in found] == [
        ("2026-03-03", 1),
        ("2026-03-01", 2),
    ]


@every_row("view", VIEWS)
def test_the_document_describes_every_column_of_a_view(view: str) -> None:
    section = _DOC.read_text(encoding="utf-8").split(f"\n## `{view}`\n")[1].split("\n## ")[0]

    described = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)

    # Those of an article are not told twice.
    told = len(_names("articles")) if view == "revisions" else 0
    assert described == _names(view)[told:]


def _columns(view: str) -> list[str]:
    return [" ".join(column.split()) for column in VIEWS[view].split(",")]


def _names(view: str) -> list[str]:
    return [column.split()[0] for column in _columns(view)]


def test_every_view_for_readers_is_held_to_its_columns() -> None:
    assert sorted(VIEWS) == sorted(grants.VIEWS)
