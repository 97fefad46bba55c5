"""An export is of one moment, and can be had again, whatever happens to the archive since."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.visit import Stored
from newscrawl.archive.queries import export_rows as rows_of
from newscrawl.archive.queries.export_rows import export, freeze, outlet_parts, read_rows, settle
from newscrawl.errors import UsageError
from newscrawl.export.formats_and_columns import COLUMNS, ExportRequest
from newscrawl.export.manifest import Manifest, as_json, differences, read_manifest
from newscrawl.extract import VERSION
from newscrawl.selection import Selection
from tests.archive.making import DAY, NOON, article, begin_crawl, reading, set_clock, store
from tests.rows import every_row

LATER = NOON + 365 * DAY


def quiet(_: int) -> Any:
    return lambda _: None


def rows(session: Session, as_of: datetime = LATER, **filters: Any) -> list[dict[str, Any]]:
    request = ExportRequest(as_of=as_of, selection=Selection(**filters))
    found = [tuple(row) for some in read_rows(session, request) for row in some]
    parts = outlet_parts(session, request)
    assert len(found) == sum(part.articles for part in parts.values())
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


@pytest.fixture
def filled(session: Session) -> Session:
    """Three articles: one edited, one gone, one in Russian without a date."""
    set_clock(session, NOON)
    begin_crawl(session)
    for one in (
        article("Snow fell.", key="1", authors=("Ann Lee",), section="News", date_published=NOON),
        article("Rain fell.", key="2", language="en", date_published=NOON + DAY),
        article("Выпал снег.", key="3", language="ru"),
    ):
        store(session, reading(one))
    set_clock(session, NOON + DAY)
    edited = article(
        "Hail fell.", key="1", authors=("Ann Lee",), section="News", date_published=NOON
    )
    store(session, reading(edited, NOON + DAY))
    session.execute(
        text(
            "INSERT INTO deletion (article_id, missing_since, gone_at, evidence) "
            "SELECT id, archive_now(), archive_now(), '{}' FROM article WHERE key = '2'"
        )
    )
    return session


@every_row(
    ("filters", "keys"),
    [
        ({}, "123"),
        ({"outlet": "herald"}, "123"),
        ({"outlet": "tribune"}, ""),
        ({"since": date(2026, 3, 1)}, "12"),
        ({"since": date(2026, 3, 2)}, "2"),
        ({"until": date(2026, 3, 1)}, "1"),
        ({"author": "ann l"}, "1"),
        ({"author": "%"}, ""),
        ({"author": "Anne Lee"}, "1"),
        ({"section": "news"}, "1"),
        ({"language": "ru"}, "3"),
        ({"edited": True}, "1"),
        ({"gone": True}, "2"),
        ({"edited": False}, "23"),
        ({"gone": False}, "13"),
        ({"query": "снега"}, "3"),
        ({"query": "hail OR rain"}, "12"),
        ({"query": "snow", "outlet": "herald", "gone": True}, "2"),
    ],
)
def test_a_filter_keeps_what_fits(filled: Session, filters: dict[str, Any], keys: str) -> None:
    assert "".join(row["key"] for row in rows(filled, **filters)) == keys


def test_nothing_is_known_before_it_was_recorded(filled: Session) -> None:
    assert rows(filled, NOON - timedelta(seconds=1)) == []


def test_edits_and_deletions_count_from_when_they_were_recorded(filled: Session) -> None:
    before, after = rows(filled, NOON), rows(filled, NOON + DAY)

    assert [(r["body"], r["revision_count"], r["gone_at"]) for r in before[:2]] == [
        ("Snow fell.", 1, None),
        ("Rain fell.", 1, None),
    ]
    assert [(r["body"], r["revision_count"], r["gone_at"]) for r in after[:2]] == [
        ("Hail fell.", 2, None),
        ("Rain fell.", 1, NOON + DAY),
    ]


def test_a_page_that_is_imported_later_changes_nothing_about_before(filled: Session) -> None:
    before = rows(filled, NOON + DAY)
    set_clock(filled, NOON + 9 * DAY)
    # As an import does: an older capture takes the first number, and one comes between that says
    # what the later of its neighbours says.
    for change in ("-number WHERE true", "2 WHERE number = -1", "4 WHERE number = -2"):
        renumbered = text(f"UPDATE revision SET number = {change} AND article_id = :a")
        filled.execute(renumbered, _one(filled))
    columns = [
        c for c in _columns(filled) if c not in {"id", "number", "fetched_at", "recorded_at"}
    ]
    for number, like, days in ((1, 2, -5), (3, 4, 0)):
        filled.execute(
            text(
                f"INSERT INTO revision ({', '.join(columns)}, number, fetched_at) "
                f"SELECT {', '.join(columns)}, :number, :at FROM revision "
                "WHERE article_id = :a AND number = :like"
            ),
            {**_one(filled), "number": number, "like": like, "at": NOON + days * DAY},
        )
    filled.execute(
        text("UPDATE article SET first_seen_at = :at WHERE id = :a"),
        {**_one(filled), "at": NOON - 5 * DAY},
    )

    assert rows(filled, NOON + DAY) == before
    assert rows(filled)[0]["first_seen_at"] == NOON - 5 * DAY


def _one(session: Session) -> dict[str, int]:
    return {"a": session.scalars(text("SELECT id FROM article WHERE key = '1'")).one()}


def _columns(session: Session) -> list[str]:
    asked = text(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'revision'::regclass AND attnum > 0"
        " AND NOT attisdropped"
    )
    return list(session.scalars(asked))


def test_the_latest_state_is_that_of_the_view(filled: Session) -> None:
    set_clock(filled, NOON + 2 * DAY)
    store(filled, reading(article("Fog came.", key="1"), NOON + 2 * DAY))
    # Both were cleaned anew, and the later one says no more than the one before it.
    filled.execute(
        text(
            "UPDATE revision SET text_hash = (SELECT text_hash FROM revision "
            "WHERE article_id = :a AND number = 2) WHERE article_id = :a AND number = 3"
        ),
        _one(filled),
    )
    second = text("SELECT id FROM revision WHERE article_id = :a AND number = 2")
    filled.execute(
        text("UPDATE article SET revision_id = :r WHERE id = :a"),
        {**_one(filled), "r": filled.scalar(second, _one(filled))},
    )
    shown = filled.execute(
        text("SELECT revision_id, revision_count FROM articles ORDER BY article_id")
    )

    assert [(r["revision_id"], r["revision_count"]) for r in rows(filled)] == [
        tuple(r) for r in shown
    ]


@pytest.fixture
def engine(engine: Engine) -> Engine:
    """An archive of the test's own, with one article."""
    with Session(engine) as session:
        begin_crawl(session)
        store(session, reading(article("Snow fell.")))
        session.commit()
    return engine


def exported(engine: Engine, moment: datetime | None = None) -> tuple[bytes, Manifest]:
    file = io.BytesIO()
    with Session(engine) as session:
        request = ExportRequest(as_of=settle(session, moment))
        freeze(session)
        return file.getvalue(), export(session, request, file, None, quiet)


def again(engine: Engine, manifest: Manifest) -> Manifest:
    with Session(engine) as session:
        freeze(session)
        return export(session, manifest.request, None, None, quiet)


def add(session: Session, key: str, body: str = "Rain fell.") -> Stored:
    return store(session, reading(article(body, key=key)))


def test_what_a_transaction_that_was_open_records_is_not_in_the_export_then_or_later(
    engine: Engine,
) -> None:
    with Session(engine) as crawl:
        begun = crawl.scalar(text("SELECT now()"))
        assert begun is not None
        _, manifest = exported(engine)
        add(crawl, "2")
        crawl.commit()

    later = again(engine, manifest)

    assert manifest.request.as_of < begun
    assert (later.sha256, later.rows) == (manifest.sha256, 1)
    # The control: as of any later moment the two would not have been the same.
    at_once = replace(manifest, request=replace(manifest.request, as_of=begun))
    assert again(engine, at_once).rows == 2


def test_a_transaction_that_only_reads_holds_no_export_back(engine: Engine) -> None:
    with Session(engine) as other:
        freeze(other)
        begun = other.scalar(text("SELECT now()"))
        assert begun is not None

        _, manifest = exported(engine)

    assert manifest.request.as_of > begun


def test_what_is_stored_while_an_export_runs_does_not_disturb_it(engine: Engine) -> None:
    file = io.BytesIO()
    with Session(engine) as session, Session(engine) as crawl:
        request = ExportRequest(as_of=settle(session, None))
        freeze(session)

        def store_more(_: int) -> Any:
            add(crawl, "2")
            add(crawl, "1", "Hail fell.")
            crawl.commit()
            return lambda _: None

        manifest = export(session, request, file, None, store_more)

    [line] = file.getvalue().splitlines()
    assert json.loads(line)["body"] == "Snow fell."
    assert again(engine, manifest).sha256 == manifest.sha256


def test_an_export_of_a_moment_to_come_is_refused(engine: Engine) -> None:
    with pytest.raises(UsageError, match="in the future"):
        exported(engine, datetime.now(UTC) + DAY)


def test_an_export_after_more_news_is_the_same_and_one_of_now_is_not(engine: Engine) -> None:
    _, manifest = exported(engine)
    with Session(engine) as session:
        add(session, "1", "Hail fell.")
        add(session, "2")
        session.commit()

    assert differences(manifest, again(engine, manifest)) == []
    _, new = exported(engine)
    assert new.rows == 2
    assert differences(manifest, new) == ["herald: there were 1 articles and are 2"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "body = 'Snow.', extractor_version = 'other'",
            f"herald: 1 articles were read anew (by other, before by {VERSION})",
        ),
        (
            "body = 'Snow.', rules_version = 'new'",
            "herald: 1 articles were cleaned anew (by new, before by e3b0c44298fc)",
        ),
        ("body = 'Snow.'", "no version changed: pages were read again after"),
        ("extractor_version = 'other'", ""),
    ],
)
def test_what_changed_is_named(engine: Engine, change: str, told: str) -> None:
    _, manifest = exported(engine)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE revision SET {change}"))

    lines = differences(manifest, again(engine, manifest))

    assert [line[: len(told)] for line in lines] == ([told] if told else [])


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(since=date(2026, 3, 1), author="Ann", edited=True),
        Selection(query="snow", section="", edited=False, gone=False),
    ],
)
def test_a_manifest_is_read_back_as_it_was_written(
    engine: Engine, selection: Selection, tmp_path
) -> None:
    _, manifest = exported(engine)
    asked = replace(manifest.request, selection=selection, columns=("url", "body"))
    cited = replace(manifest, request=asked, file="articles.jsonl")
    (tmp_path / "manifest.json").write_text(as_json(cited))

    assert read_manifest(tmp_path / "manifest.json") == cited


def test_a_manifest_tells_what_compared_the_names_that_it_asked_for(engine: Engine) -> None:
    _, manifest = exported(engine)
    asked = replace(manifest.request, selection=Selection(author="Ann"))
    named = again(engine, replace(manifest, request=asked))
    with engine.begin() as connection:
        connection.execute(text("UPDATE revision SET authors = '{Anne}'"))
        connection.execute(text("DROP EXTENSION pg_trgm"))
    compared = named.versions["pg_trgm"]

    told = differences(named, again(engine, named))

    assert told == [
        f"pg_trgm was {compared} and is none",
        "herald: there were 0 articles and are 1",
    ]
    assert "pg_trgm" not in manifest.versions


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("", "Expecting value"),
        ("[]", "it says something else$"),
        ("{}", "it has no 'newscrawl_export'$"),
        ('{"newscrawl_export": 2}', "it is from another version of newscrawl$"),
        ('{"newscrawl_export": 1, "filters": {}, "as_of": "yesterday"}', "'yesterday'$"),
    ],
)
def test_a_file_that_is_no_manifest_is_refused_in_one_line(tmp_path, broken: str, why: str) -> None:
    (tmp_path / "manifest.json").write_text(broken)

    with pytest.raises(UsageError, match=f"is not the manifest of an export: .*{why}"):
        read_manifest(tmp_path / "manifest.json")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("columns", ["body; DROP TABLE article"]),
        ("filters", {"article": 1}),
        ("as_of", "2026-03-01T12:00:00"),
        ("format", "xlsx"),
        ("filters", {"since": 7}),
    ],
)
def test_a_manifest_of_strangers_can_ask_for_nothing_else(
    engine: Engine, tmp_path, name: str, value: object
) -> None:
    _, manifest = exported(engine)
    told = {**json.loads(as_json(manifest)), name: value}
    (tmp_path / "manifest.json").write_text(json.dumps(told))

    with pytest.raises(UsageError, match="is not the manifest of an export"):
        read_manifest(tmp_path / "manifest.json")


def test_rows_are_fetched_some_at_a_time_from_a_cursor_of_the_server(
    filled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_of, "_FETCHED", 2)
    fetching = read_rows(filled, ExportRequest(as_of=LATER))

    first = next(fetching)
    cursors = filled.connection().connection.dbapi_connection.cursor()
    cursors.execute("SELECT count(*) FROM pg_cursors")

    assert (len(first), cursors.fetchone()) == (2, (1,))
    assert [len(some) for some in fetching] == [1]
