import random
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.duplicates import near_duplicates as near
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.duplicates.text_sketch import bands_of, sketch_of
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.revisions.recleaning import CleaningScope, reclean
from newscrawl.article import Article
from newscrawl.boilerplate import Says
from newscrawl.outlet import Outlet
from tests.archive.duplicates.near_text import near_revision, near_text, similarity
from tests.archive.making import DAY, HERALD, NOON, article, begin_crawl, reading, store, store_all

TIMES = Outlet(name="times", title="The Times", home="https://times.test", language="de")
HOUR = timedelta(hours=1)


def words(seed: int, count: int = 200) -> list[str]:
    return random.Random(seed).choices([f"w{number}" for number in range(5000)], k=count)


def prose(seed: int, changed: int = 0, by: int = 0) -> str:
    """200 words that follow from the seed; the last ones of them changed by somebody."""
    kept = words(seed)[: 200 - changed]
    return " ".join([*kept, *words(seed + 1000 * (by + 1), changed)])


def said(body: str, key: str, outlet: str = "herald", **fields: Any) -> Article:
    return replace(article(body, key=key), outlet=outlet, **fields)


def clusters(session: Session) -> set[tuple[str, ...]]:
    """The outlets and keys of each cluster, its first one first."""
    rows = session.execute(
        text(
            "SELECT array_agg(outlet || ' ' || key ORDER BY NOT is_first, outlet, key) AS named "
            "FROM duplicates GROUP BY cluster"
        )
    )
    return {tuple(row.named) for row in rows}


@pytest.fixture
def archive(session: Session) -> Session:
    """Two outlets were crawled."""
    begin_crawl(session, HERALD)
    begin_crawl(session, TIMES)
    return session


@pytest.fixture
def sessions(sessions: SessionFactory) -> SessionFactory:
    """Two outlets were crawled, in a database for transactions that run at once."""
    with sessions.begin() as session:
        crawls.begin(session, HERALD, {})
        crawls.begin(session, TIMES, {})
    return sessions


def test_articles_like_a_text_are_found_best_first(archive: Session) -> None:
    for key, changed in (("far", 150), ("near", 25), ("same", 0), ("close", 10)):
        store(archive, reading(said(prose(1, changed), key)))
    store(archive, reading(said(prose(2), "other")))

    found = near_text(archive, prose(1))

    assert [near.key for near in found] == ["same", "close", "near"]
    assert [near.similarity for near in found] == sorted(
        (near.similarity for near in found), reverse=True
    )
    assert found[0].similarity == 1.0
    assert (found[0].outlet, found[0].first_seen_at) == ("herald", NOON)


def test_a_crawl_of_an_older_version_gets_all_columns_that_it_asks_for(archive: Session) -> None:
    """It may be under way when a newer one renews the function that it calls."""
    store(archive, reading(said(prose(1), "1")))
    store(archive, reading(said(prose(1), "2")))

    first, second = archive.scalars(text("SELECT id FROM article ORDER BY id"))
    asked = {"ids": [second], "least": near.LEAST, "compared": near.COMPARED}
    [row] = archive.execute(near._NEAR_EACH, asked).mappings()

    assert (row["article_id"], row["url"], row["headline"]) == (
        first,
        "https://herald.test/1",
        "Snow",
    )
    assert row["revision_id"] == archive.scalar(text("SELECT min(id) FROM revision"))


def test_a_revision_is_not_like_its_own_article(archive: Session) -> None:
    store(archive, reading(said(prose(1), "1")))
    store(archive, reading(said(prose(1, 10), "1"), NOON + DAY))
    store(archive, reading(said(prose(1, 20), "2")))
    first = archive.scalars(text("SELECT id FROM revision ORDER BY id")).first()
    assert first is not None

    assert [near.key for near in near_revision(archive, first)] == ["2"]


def test_what_an_article_no_longer_says_is_not_found(archive: Session) -> None:
    store(archive, reading(said(prose(1), "1")))
    store(archive, reading(said(prose(2), "1"), NOON + DAY))

    assert near_text(archive, prose(1)) == []


def test_a_short_text_is_like_none(archive: Session) -> None:
    store(archive, reading(said("Snow fell.", "1")))
    store(archive, reading(said("Snow fell.", "2")))

    assert near_text(archive, "Snow fell.") == []
    assert clusters(archive) == set()


def test_what_was_seen_first_leads_its_cluster(archive: Session) -> None:
    store(archive, reading(said(prose(1), "later"), NOON + HOUR))
    store(archive, reading(said(prose(1, 20), "first", "times")))

    rows = archive.execute(
        text("SELECT key, similarity, is_first, first_seen_at FROM duplicates ORDER BY is_first")
    ).all()

    assert [(row.key, row.is_first) for row in rows] == [("later", False), ("first", True)]
    assert 0.6 <= rows[0].similarity < 1
    assert rows[1].similarity == 1
    assert rows[1].first_seen_at == NOON


def test_texts_that_change_a_little_each_day_are_not_one_cluster(archive: Session) -> None:
    """Each is like its neighbours; the last says nothing of what the first said."""
    whole = words(1, 600)
    for day in range(11):
        body = " ".join(whole[day * 40 : day * 40 + 200])
        store(archive, reading(said(body, f"{day:02}"), NOON + day * DAY))

    found = clusters(archive)

    assert len(found) > 1
    assert all(len(cluster) <= 3 for cluster in found)


def test_an_article_like_two_firsts_is_with_the_more_similar(archive: Session) -> None:
    whole = words(1, 300)
    for at, (start, key) in enumerate(((0, "a"), (70, "b"), (40, "between"))):
        store(archive, reading(said(" ".join(whole[start : start + 200]), key), NOON + at * HOUR))

    assert clusters(archive) == {("herald b", "herald between")}


def stories() -> list[tuple[Article, datetime]]:
    """Near texts in chains and stars, apart from each other, some seen at the same moment."""
    told = []
    for seed in range(3):
        whole = words(seed, 400)
        for at in range(5):
            body = " ".join(whole[at * 30 : at * 30 + 200])
            told.append((said(body, f"{seed}-{at}"), NOON + (at * 7 % 5) * HOUR))
        told.append((said(prose(seed + 50), f"{seed}-w", "times"), NOON))
        told.append((said(prose(seed + 50, 15), f"{seed}-w"), NOON))
    return told


@pytest.mark.parametrize("seed", range(6))
def test_clusters_do_not_depend_on_the_order_of_arrival(archive: Session, seed: int) -> None:
    shuffled = stories()
    random.Random(seed).shuffle(shuffled)
    for told, at in shuffled:
        store(archive, reading(told, at))
    found = clusters(archive)
    archive.execute(text("TRUNCATE duplicate"))

    renew_duplicates(archive, archive.scalars(text("SELECT id FROM article")).all())

    assert clusters(archive) == found == expected(stories())


def expected(told: Sequence[tuple[Article, datetime]]) -> set[tuple[str, ...]]:
    """By comparing all with all, in the order in which they were seen."""
    groups: dict[str, list[str]] = {}
    firsts: list[tuple[str, list[int]]] = []
    for one, _ in sorted(told, key=lambda pair: (pair[1], pair[0].outlet, pair[0].key)):
        name, sketch = f"{one.outlet} {one.key}", sketch_of(one.body)
        like = [
            (similarity(sketch, other), first)
            for first, other in firsts
            if similarity(sketch, other) >= 0.6 and {*bands_of(sketch)} & {*bands_of(other)}
        ]
        if not like:
            firsts.append((name, sketch))
            groups[name] = []
            continue
        best = max(near for near, _ in like)
        groups[next(first for near, first in like if near == best)].append(name)
    return {(first, *sorted(others)) for first, others in groups.items() if others}


# An edit comes after what it changes.
@pytest.mark.parametrize(
    "order", [order for order in permutations(range(4)) if order.index(3) > order.index(0)]
)
def test_nor_do_they_depend_on_when_a_text_was_edited(
    archive: Session, order: tuple[int, ...]
) -> None:
    """The first of a cluster says something else in the end; its others find a new first."""
    seen = [("a", 0, prose(1)), ("b", 1, prose(1, 20)), ("c", 2, prose(1, 20, 1))]
    edits = [*((said(body, key), NOON + at * HOUR) for key, at, body in seen)]
    edits.append((said(prose(9), "a"), NOON + DAY))
    for at in order:
        store(archive, reading(*edits[at]))

    assert clusters(archive) == {("herald b", "herald c")}


def test_all_at_once_come_to_the_same(archive: Session) -> None:
    for outlet in ("herald", "times"):
        told = [(a, at) for a, at in stories() if a.outlet == outlet]
        store_all(archive, [reading(*each) for each in told])

    assert clusters(archive) == expected(stories())


def test_to_renew_again_changes_nothing(archive: Session) -> None:
    for told, at in stories():
        store(archive, reading(told, at))
    asked = text("SELECT *, xmin, ctid FROM duplicate ORDER BY article_id")
    before = archive.execute(asked).all()

    renew_duplicates(archive, archive.scalars(text("SELECT id FROM article")).all())

    assert before
    assert archive.execute(asked).all() == before


def test_who_was_seen_earlier_than_was_known_comes_to_lead(archive: Session) -> None:
    store(archive, reading(said(prose(1), "1")))
    store(archive, reading(said(prose(1, 10), "2"), NOON + HOUR))
    assert clusters(archive) == {("herald 1", "herald 2")}

    store(archive, reading(said(prose(1, 10), "2"), NOON - DAY))

    assert clusters(archive) == {("herald 2", "herald 1")}


def test_a_cluster_of_which_one_is_left_is_none(archive: Session) -> None:
    store(archive, reading(said(prose(1), "1")))
    store(archive, reading(said(prose(1), "2")))
    store(archive, reading(said(prose(2), "2"), NOON + DAY))

    assert archive.scalar(text("SELECT count(*) FROM duplicate")) == 0


def test_texts_that_were_alike_by_an_appeal_part_when_it_is_removed(
    sessions: SessionFactory,
) -> None:
    appeal = "Give " + prose(7)
    with sessions.begin() as session:
        for key in ("1", "2"):
            told = article(" ".join(words(int(key), 30)), appeal, key=key)
            store(session, reading(told))
        assert clusters(session) == {("herald 1", "herald 2")}

    assert list(reclean(sessions, CleaningScope(outlet="herald"), (Says("plea", "^Give "),)))

    with sessions() as session:
        assert clusters(session) == set()


def test_of_a_huge_cluster_whose_first_changes_nobody_stays_with_it(
    archive: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "_WOKEN", 3)
    for key in range(8):
        store(archive, reading(said(prose(1, key), str(key)), NOON + key * HOUR))

    store(archive, reading(said(prose(2), "0"), NOON + DAY))

    assert clusters(archive) == {("herald 1", "herald 2", "herald 3")}


def test_two_crawls_that_store_the_same_copy_at_once_make_one_cluster(
    sessions: SessionFactory,
) -> None:
    """The second waits for the first, which it could not see when it began."""
    done = threading.Event()

    def store_second() -> None:
        with sessions.begin() as session:
            store(session, reading(said(prose(1), "2", "times"), NOON + HOUR))
        done.set()

    with sessions.begin() as session:
        store(session, reading(said(prose(1), "1")))
        second = threading.Thread(target=store_second)
        second.start()
        assert not done.wait(0.5)
    second.join(10)

    with sessions() as session:
        assert clusters(session) == {("herald 1", "times 2")}


def test_without_the_lock_neither_would_see_the_other(
    sessions: SessionFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "_LOCK", text("SELECT 1 WHERE cardinality(:ids) > 0"))
    with sessions.begin() as session, sessions.begin() as other:
        store(session, reading(said(prose(1), "1")))
        store(other, reading(said(prose(1), "2", "times"), NOON + HOUR))

    with sessions() as session:
        assert clusters(session) == set()


def test_crawls_of_short_texts_do_not_wait_for_each_other(sessions: SessionFactory) -> None:
    with sessions.begin() as session, sessions.begin() as other:
        store(session, reading(said("Snow fell.", "1")))
        store(other, reading(said("Snow fell.", "1", "times")))


@pytest.mark.parametrize(
    ("fields", "via"),
    [
        ({"authors": ("AFP",)}, "wire"),
        ({"authors": ("Ann Lee", "Reuters staff")}, "wire"),
        ({"credits": ("Reporting by the Associated Press.",)}, "wire"),
        ({"credits": ("(ТАСС)",)}, "wire"),
        ({"authors": ("Ada Apt",)}, None),
        ({"republished_from": "This article first appeared in The Times."}, "translation"),
        ({"republished_from": "This article first appeared in The Timeserver."}, None),
        ({"republished_from": "This article first appeared in The Times.", "language": "de"}, None),
        ({"credits": ("Editing by The Herald",)}, None),
        ({}, None),
    ],
)
def test_credits_tell_how_a_text_came_to_be_there_twice(
    archive: Session, fields: dict[str, Any], via: str | None
) -> None:
    store(archive, reading(said(prose(1), "1", "times", language="de")))
    store(archive, reading(said(prose(1), "2", **{"language": "en", **fields})))

    assert archive.scalar(text("SELECT via FROM duplicates WHERE key = '2'")) == via


def test_no_more_are_compared_than_that(archive: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "COMPARED", 2)
    for key in ("c", "a", "b"):
        store(archive, reading(said(prose(1), key)))

    assert len(near_text(archive, prose(1))) == 2


def test_a_text_that_many_others_resemble_is_compared_with_the_likest_first(
    archive: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a whole outlet repeats does not hide the copy that was recorded after it."""
    monkeypatch.setattr(near, "COMPARED", 1)
    for key, changed in (("a", 60), ("b", 50), ("copy", 0), ("c", 40)):
        store(archive, reading(said(prose(1, changed), key)))

    assert [near.key for near in near_text(archive, prose(1))] == ["copy"]
