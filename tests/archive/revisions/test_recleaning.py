"""Today's rules over yesterday's revisions: nothing lost, nothing invented, beside a crawl."""

import itertools
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.database.engine import SessionFactory, connected, session_factory
from newscrawl.archive.revisions.recleaning import CleaningScope, Recleaned, reclean
from newscrawl.archive.revisions.revision_rows import article_of, cleaned_columns
from newscrawl.archive.revisions.stored_blocks import shortened
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.article import Article, LiveEntry, blocks_as_read
from newscrawl.boilerplate import Field, Repeated, Rule, Says, clean
from newscrawl.boilerplate.rules.fingerprints import prints_of
from tests.archive.making import (
    DAY,
    NOON,
    article,
    begin_crawl,
    lease,
    reading,
    record_visits,
    saying,
    store_all,
    visit,
)
from tests.archive.searchable import UNLIKE
from tests.conftest import MakeDatabase

PLEA_TEXT = "Please give us five coins for our old ship."
PLEA: tuple[Rule, ...] = (Says("plea", "^Please give"),)
LEARNED: tuple[Rule, ...] = (
    Repeated("learned-please", ("please give us five coins for our old ship.",)),
)
ALL = CleaningScope(outlet="herald")
#: The first two blocks are of one, the third of the other.
_ENTRIES = (LiveEntry(key="a", at=(0, 1)), LiveEntry(key="b", at=(2,)))


@pytest.fixture(scope="module")
def engine(make_database: MakeDatabase) -> Iterator[Engine]:
    with connected(make_database.with_schema()) as engine:
        yield engine


@pytest.fixture
def sessions(engine: Engine) -> Iterator[SessionFactory]:
    found = session_factory(engine)
    with found.begin() as session:
        begin_crawl(session)
    yield found
    with found.begin() as session:
        assert session.execute(text(UNLIKE)).all() == [], "search follows whatever is cleaned"
        session.execute(text("TRUNCATE outlet CASCADE"))
        assert session.execute(text(UNLIKE)).all() == [], "and what is taken away"


def put(
    sessions: SessionFactory, *articles: Article, rules: Sequence[Rule] = (), days: int = 0
) -> None:
    with sessions.begin() as session:
        given = [reading(clean(one, rules), NOON + days * DAY) for one in articles]
        store_all(session, given, rules)


def begging(key: str, **fields: Any) -> Article:
    return article(f"News of {key}.", PLEA_TEXT, f"More of {key}.", key=key, **fields)


def ask(sessions: SessionFactory, statement: str, **values: Any) -> list[Any]:
    with sessions() as session:
        return list(session.execute(text(statement), values))


def rows(sessions: SessionFactory) -> list[Any]:
    """All that is stored of revisions, and the version of each row."""
    return ask(sessions, "SELECT xmin, r.* FROM revision r ORDER BY id")


def run(
    sessions: SessionFactory,
    rules: Sequence[Rule],
    scope: CleaningScope = ALL,
    dry_run: bool = False,
) -> list[Recleaned]:
    return list(reclean(sessions, scope, rules, dry_run))


def test_a_dry_run_shows_the_difference_and_changes_nothing(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), article("Snow.", key="2"))
    before = rows(sessions)

    (change,) = run(sessions, PLEA, dry_run=True)

    assert [(r.rule, r.at, r.block.text) for r in change.taken] == [("plea", 1, PLEA_TEXT)]
    assert change.returned == ()
    assert rows(sessions) == before


def test_a_run_does_what_its_dry_run_said(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), begging("2"), article("Snow.", key="3"))
    said = run(sessions, PLEA, dry_run=True)

    assert run(sessions, PLEA) == said
    assert run(sessions, PLEA) == []


def test_revisions_become_what_storing_today_would_make_of_them(sessions: SessionFactory) -> None:
    put(sessions, begging("1"))
    run(sessions, PLEA)

    expected = shortened(cleaned_columns(clean(begging("1"), PLEA), rules_version(PLEA)))
    (row,) = ask(sessions, "SELECT * FROM revision")
    stored = row._mapping

    assert {name: _plain(stored[name]) for name in expected} == expected


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def test_no_revision_is_invented(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), begging("2"))
    put(sessions, saying(begging("1"), "Other news.", PLEA_TEXT), days=1)
    before = ask(sessions, "SELECT id, article_id, number, cause, fetched_at FROM revision")

    run(sessions, PLEA)

    assert sorted(
        ask(sessions, "SELECT id, article_id, number, cause, fetched_at FROM revision")
    ) == sorted(before)


def test_taking_the_rules_away_brings_everything_back(sessions: SessionFactory) -> None:
    put(sessions, begging("1"))
    columns = "blocks, removed, body, word_count, text_hash, read_hash, sketch, bands, credits"
    before = ask(sessions, f"SELECT {columns} FROM revision")

    (taken,) = run(sessions, PLEA)
    (returned,) = run(sessions, ())

    assert returned.returned == taken.taken
    assert ask(sessions, f"SELECT {columns} FROM revision") == before


def test_an_interrupted_run_goes_on_where_it_ended(sessions: SessionFactory) -> None:
    put(sessions, *(begging(str(number)) for number in range(230)))

    begun = reclean(sessions, ALL, PLEA)
    first = next(begun)
    begun.close()
    (done,) = ask(sessions, "SELECT count(*) FROM revision WHERE removed <> '[]'")[0]
    rest = run(sessions, PLEA)

    assert 0 < done < 230
    assert len(rest) == 230 - done
    assert first.article_id not in {change.article_id for change in rest}
    assert ask(sessions, "SELECT count(*) FROM revision WHERE removed = '[]'")[0] == (0,)


def test_what_is_of_todays_rules_is_not_touched(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), article("Snow.", key="2"), rules=PLEA)
    before = rows(sessions)

    assert run(sessions, PLEA) == []
    assert rows(sessions) == before


def test_what_stays_as_it_is_says_under_which_rules(sessions: SessionFactory) -> None:
    put(sessions, article("Snow."))

    assert run(sessions, PLEA) == []
    assert ask(sessions, "SELECT rules_version FROM revision")[0] == (rules_version(PLEA),)


def test_a_rule_that_comes_to_fill_a_field_fills_it_beside_who_signed(
    sessions: SessionFactory,
) -> None:
    put(sessions, begging("1", credits=("Reuters",)), rules=PLEA)

    (change,) = run(sessions, (Says("plea", "^Please give", fills=Field.CREDITS),))

    assert (change.taken, change.returned) == ((), ())
    assert ask(sessions, "SELECT credits FROM revision")[0] == (["Reuters", PLEA_TEXT],)


def test_a_rule_of_another_name_takes_over(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), rules=PLEA)

    (change,) = run(sessions, (Says("appeal", "^Please give"),))

    assert [removal.rule for removal in change.taken] == ["appeal"]
    assert ask(sessions, "SELECT rule FROM removed_text") == [("appeal",)]


@pytest.mark.parametrize(
    ("scope", "keys"),
    [
        (ALL, {"1", "2", "3"}),
        (replace(ALL, since=date(2026, 3, 5)), {"2", "3"}),
        (replace(ALL, since=date(2026, 3, 6)), {"3"}),
        (replace(ALL, rule="plea"), {"1", "2"}),
        (replace(ALL, rule="toll"), {"3"}),
        (replace(ALL, rule="another"), set()),
        (replace(ALL, prints=frozenset(prints_of(article("Ship.").blocks))), {"3"}),
        (replace(ALL, prints=frozenset()), set()),
        (CleaningScope(outlet="another"), set()),
    ],
)
def test_a_scope_bounds_what_is_cleaned(
    sessions: SessionFactory, scope: CleaningScope, keys: set[str]
) -> None:
    rules = (*PLEA, Says("toll", "^Pay the toll"))
    put(
        sessions,
        begging("1", date_published=NOON),
        begging("2", date_published=NOON.replace(day=5, hour=0)),
        article("Ship.", "Pay the toll.", key="3", date_published=NOON.replace(day=9)),
    )

    run(sessions, rules, scope)

    found = ask(
        sessions,
        "SELECT key FROM article a JOIN revision r ON r.article_id = a.id WHERE removed <> '[]'",
    )
    assert {row.key for row in found} == keys


def test_an_article_without_a_date_counts_from_when_it_was_fetched(
    sessions: SessionFactory,
) -> None:
    put(sessions, begging("1"), days=0)
    put(sessions, begging("2"), days=9)

    assert len(run(sessions, PLEA, replace(ALL, since=date(2026, 3, 5)))) == 1


def test_what_a_learned_rule_took_is_reached_without_its_prints(sessions: SessionFactory) -> None:
    put(sessions, begging("1"), rules=LEARNED)
    put(sessions, begging("2"), rules=PLEA)

    (change,) = run(sessions, (), replace(ALL, prints=frozenset()))

    assert [removal.rule for removal in change.returned] == ["learned-please"]


_SHOWN = "SELECT revision_id, body FROM revisions ORDER BY revision_id"
_LATEST = "SELECT revision_id FROM article"


def test_neighbours_that_come_to_say_the_same_are_shown_once_and_twice_again(
    sessions: SessionFactory,
) -> None:
    put(sessions, article("Snow."))
    put(sessions, article("Snow.", PLEA_TEXT), days=1)
    before, latest = ask(sessions, _SHOWN), ask(sessions, _LATEST)
    assert len(before) == 2

    run(sessions, PLEA)

    assert ask(sessions, _SHOWN) == before[:1]
    assert ask(sessions, _LATEST) == [(before[0].revision_id,)]

    run(sessions, ())

    assert ask(sessions, _SHOWN) == before
    assert ask(sessions, _LATEST) == latest


def test_what_changed_follows_what_is_said(sessions: SessionFactory) -> None:
    put(sessions, article("Snow."))
    put(sessions, article("Rain.", PLEA_TEXT), days=1)
    changes = "SELECT changes FROM revision WHERE number = 2"
    before = ask(sessions, changes)

    run(sessions, PLEA)
    cleaned = ask(sessions, changes)
    run(sessions, ())

    assert "Please" in str(before)
    assert "Please" not in str(cleaned)
    assert ask(sessions, changes) == before


@pytest.mark.parametrize("rules", [PLEA, LEARNED])
def test_what_is_taken_leaves_the_entries_of_a_live_blog_too(
    sessions: SessionFactory, rules: tuple[Rule, ...]
) -> None:
    """A plea that changed was an edit of its entry, until a rule came to take it."""
    first = article("News.", PLEA_TEXT, "Rain.", entries=_ENTRIES)
    put(sessions, first)
    put(sessions, saying(first, "News.", "Please give us six.", "Rain."), days=1)
    put(sessions, saying(first, "News.", PLEA_TEXT, "Hail."), days=2)
    asked = "SELECT entry_key, number, body FROM entry_revisions ORDER BY entry_key, number"
    before = [tuple(row) for row in ask(sessions, asked)]

    run(sessions, rules)

    after = [tuple(row) for row in ask(sessions, asked)]
    assert [row[:2] for row in before] == [("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2)]
    others = [] if rules is PLEA else [("a", 2, "News.\n\nPlease give us six."), ("a", 3, "News.")]
    assert after == [("a", 1, "News."), *others, ("b", 1, "Rain."), ("b", 2, "Hail.")]
    run(sessions, ())
    assert [tuple(row) for row in ask(sessions, asked)] == before


def test_a_latest_revision_that_repeats_is_not_stored_again(sessions: SessionFactory) -> None:
    put(sessions, article("Snow."))
    put(sessions, article("Snow.", PLEA_TEXT), days=1)
    run(sessions, PLEA)

    put(sessions, article("Snow.", PLEA_TEXT), rules=PLEA, days=2)
    put(sessions, article("Rain."), rules=PLEA, days=3)

    assert [row.body for row in ask(sessions, _SHOWN)] == ["Snow.", "Rain."]
    assert ask(sessions, "SELECT max(number) FROM revision") == [(3,)]


_ROUNDS, _ARTICLES = 12, 120


def test_beside_a_running_crawl_nothing_is_lost_and_nobody_waits_for_ever(
    sessions: SessionFactory,
) -> None:
    keys = [str(number) for number in range(_ARTICLES)]
    put(sessions, *map(begging, keys))
    with sessions.begin() as session:
        crawl = begin_crawl(session)
    faults: list[BaseException] = []
    crawler = threading.Thread(target=lambda: _crawl(sessions, crawl, keys, faults))

    crawler.start()
    both = itertools.cycle((PLEA, ()))
    while crawler.is_alive():
        run(sessions, next(both))
    crawler.join()
    run(sessions, PLEA)

    assert faults == []
    said = {
        (row.key, row.number): blocks_as_read(article_of(row))
        for row in ask(
            sessions, "SELECT a.key, r.* FROM article a JOIN revision r ON r.article_id = a.id"
        )
    }
    expected = {(key, 1): begging(key).blocks for key in keys} | {
        (key, round_ + 1): _edited(key, round_).blocks
        for round_ in range(1, _ROUNDS)
        for key in keys[round_ % 2 :: 2]
    }
    assert {key for key, _ in said} == set(keys)
    assert sorted(map(str, said.values())) == sorted(map(str, expected.values()))
    assert ask(sessions, "SELECT count(*) FROM revisions WHERE strpos(body, 'Please') > 0") == [
        (0,)
    ]
    assert ask(
        sessions,
        "SELECT count(*) FROM article WHERE revision_id NOT IN (SELECT revision_id FROM revisions)",
    ) == [(0,)]


def _edited(key: str, round_: int) -> Article:
    return saying(begging(key), f"News of {key}, round {'x' * round_}.", PLEA_TEXT)


def _crawl(
    sessions: SessionFactory, crawl: int, keys: Sequence[str], faults: list[BaseException]
) -> None:
    """Edit every other article in each round, as the writer of a crawl does."""
    try:
        for round_ in range(1, _ROUNDS):
            edited = keys[round_ % 2 :: 2]
            with sessions.begin() as session:
                links = lease(session, crawl, *edited)
                record_visits(
                    session,
                    crawl,
                    *(visit(link, _edited(link.key, round_)) for link in reversed(links)),
                )
    except Exception as fault:  # the thread's, to be judged by the test
        faults.append(fault)
