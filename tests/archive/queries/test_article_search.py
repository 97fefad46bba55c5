"""Search: each article in the grammar of its own language, the best first."""

import itertools
import random
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.queries.article_search import (
    MATCH_END,
    MATCH_START,
    Search,
    count,
    facets,
    search,
)
from newscrawl.archive.revisions.compare_with_latest import Reading
from newscrawl.article import Article, Block, BlockKind
from newscrawl.errors import UsageError
from newscrawl.outlet import Outlet
from newscrawl.selection import Selection
from tests.archive.making import store
from tests.rows import every_row

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OUTLETS = [
    Outlet(name=name, title=name, home=f"https://{name}.test", language="en")
    for name in ("herald", "gazette")
]


def saying(key: str, body: str, **fields: Any) -> Article:
    outlet = fields.pop("outlet", "herald")
    url = f"https://{outlet}.test/{key}"
    given: dict[str, Any] = {"headline": f"Headline {key}", "language": "en", **fields}
    blocks = (Block(BlockKind.PARAGRAPH, body),)
    return Article(
        url=url, canonical_url=url, outlet=outlet, key=key, blocks=blocks, layout="main", **given
    )


def keep(session: Session, *articles: Article) -> None:
    for outlet in OUTLETS:
        crawls.begin(session, outlet, {})
    for article in articles:
        store(session, Reading(article=article, fetched_at=NOON))


def found(
    session: Session,
    query: str | None,
    *,
    order_by: str = "rank",
    seed: int = 0,
    limit: int = 10,
    **filters: Any,
) -> list[str]:
    """Keys of what is found, in order."""
    selection = Selection(query=query, **filters)
    wanted = Search(selection=selection, order_by=order_by, seed=seed, limit=limit)
    hits = search(session, wanted)
    return [hit.url.rpartition("/")[2] for hit in hits]


@pytest.fixture
def languages(session: Session) -> Session:
    keep(
        session,
        saying("en", "The bridges were closed, and the ferries ran."),
        saying("ru", "Все мосты были закрыты, ходили паромы.", language="ru"),
        saying("de", "Die Brücken waren gesperrt, und die Fähren fuhren.", language="de"),
        saying("xx", "The bridges were closed too.", language="xx"),
        saying("none", "Bridges without a language.", language=None),
    )
    return session


@every_row(
    ("query", "keys"),
    [
        ("bridge", {"en"}),
        ("bridges", {"en", "xx", "none"}),
        ("мост", {"ru"}),
        ("мостами", {"ru"}),
        ("Brücke", {"de"}),
        ("ferry or паромы or Fähre", {"en", "ru", "de"}),
        ('"bridges were closed"', {"en", "xx"}),
        ("bridges -ferries", {"xx", "none"}),
        # A stop word is no word in its own language, and is one where no language is known.
        ("the", {"xx"}),
    ],
)
def test_each_article_is_searched_in_its_own_language(
    languages: Session, query: str, keys: set[str]
) -> None:
    assert set(found(languages, query)) == keys


@pytest.mark.parametrize("query", ["", " ", "&", "!"])
def test_a_query_without_words_is_refused(languages: Session, query: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search(languages, Search(selection=Selection(query=query)))


@every_row("query", ["'", '"', "a & | !", "x:*", "\\", "%", "bridge\x00", "\ud800 a"])
def test_no_query_breaks_it(languages: Session, query: str) -> None:
    with suppress(UsageError):
        search(languages, Search(selection=Selection(query=query)))

    assert found(languages, "bridge") == ["en"]


def test_a_headline_counts_more_than_a_body(session: Session) -> None:
    keep(
        session,
        saying("body", "A goose was seen."),
        saying("head", "A bird was seen.", headline="Goose"),
    )

    assert found(session, "goose") == ["head", "body"]


def test_equal_ones_come_newest_first_and_always_in_the_same_order(session: Session) -> None:
    dates = {"a": datetime(2026, 1, 1, tzinfo=UTC), "b": datetime(2026, 2, 1, tzinfo=UTC)}
    undated = [saying(key, "A goose.", headline="x") for key in ("d", "c")]
    dated = [
        saying(key, "A goose.", headline="x", date_published=day) for key, day in dates.items()
    ]
    keep(session, *undated, *dated)

    assert found(session, "goose") == ["b", "a", "d", "c"]
    assert found(session, "goose", limit=2) == ["b", "a"]


def test_only_what_an_article_says_now_is_found(session: Session) -> None:
    first = saying("1", "A goose.")
    keep(session, first, replace(first, blocks=(Block(BlockKind.PARAGRAPH, "A heron."),)))

    assert (found(session, "goose"), found(session, "heron")) == ([], ["1"])


@pytest.fixture
def shelf(session: Session) -> Session:
    keep(
        session,
        saying(
            "1",
            "Goose.",
            date_published=datetime(2026, 3, 1, 23, 59, tzinfo=UTC),
            authors=("Olga Brandt", "Ann_a"),
            section="News",
        ),
        saying("2", "Goose.", date_published=datetime(2026, 3, 2, tzinfo=UTC), section="Opinion"),
        saying("3", "Goose.", outlet="gazette", language="ru", authors=("Anna",)),
    )
    return session


@every_row(
    ("filters", "keys"),
    [
        ({}, {"1", "2", "3"}),
        ({"outlet": "gazette"}, {"3"}),
        ({"outlet": "nobody"}, set()),
        ({"since": date(2026, 3, 2)}, {"2"}),
        ({"until": date(2026, 3, 1)}, {"1"}),
        ({"since": date(2026, 3, 1), "until": date(2026, 3, 2)}, {"1", "2"}),
        ({"author": "brandt"}, {"1"}),
        ({"author": "n_a"}, {"1"}),
        ({"author": "%"}, set()),
        ({"section": "news"}, {"1"}),
        ({"language": "ru"}, {"3"}),
        ({"language": "ru", "outlet": "herald"}, set()),
    ],
)
def test_filters_narrow_what_is_found(
    shelf: Session, filters: dict[str, Any], keys: set[str]
) -> None:
    assert set(found(shelf, "goose", **filters)) == keys


_SLEEP, _NIGHT = "The town was asleep. " * 50, "The night was long. " * 50


@pytest.mark.parametrize(
    ("body", "query", "begins", "ends"),
    [
        (f"{_SLEEP}Geese were seen.\n{_NIGHT}", "geese", "… ", " …"),
        (f"Geese were seen.\n{_NIGHT}", "geese", "[Geese] were seen.", " …"),
        (f"{_SLEEP}Geese were seen", "geese", "… ", "[Geese] were seen"),
        ("Geese were seen.", "geese", "[Geese]", "were seen."),
        # Where the headline alone says it, or nothing was asked: whole words of the beginning.
        (_SLEEP, "snow", "The town was asleep. The", "asleep. The town …"),
        (_SLEEP, None, "The town was asleep. The", "asleep. The town …"),
        ("Asleep.", None, "Asleep.", "Asleep."),
        ("雪" * 300, None, "雪" * 200, "雪 …"),
    ],
)
def test_a_snippet_tells_what_it_leaves_out(
    session: Session, body: str, query: str | None, begins: str, ends: str
) -> None:
    keep(session, replace(saying("1", body), headline="Snow"))

    (hit,) = search(session, Search(selection=Selection(query=query)))

    shown = hit.snippet.replace(MATCH_START, "[").replace(MATCH_END, "]")
    assert (shown[: len(begins)], shown[-len(ends) :]) == (begins, ends)
    assert len(shown) < 300


def explained(session: Session, query: str) -> Sequence[str]:
    """The plan of what search puts to its table."""
    asked = "SELECT search_statement(:query, null, null, null, null, null, null, null, null)"
    statement = session.scalar(text(asked), {"query": query})
    found = session.connection().exec_driver_sql(f"EXPLAIN {statement}")
    return [row[0] for row in found]


def test_the_index_is_used(session: Session) -> None:
    keep(session, *(saying(str(at), f"Word{at} and snow.") for at in range(300)))
    # For so few rows any other way is cheaper: what counts is that the index can serve the query.
    session.execute(text("DROP INDEX searchable_configuration_idx"))
    for way in ("seqscan", "indexscan", "nestloop"):
        session.execute(text(f"SET LOCAL enable_{way} = off"))

    plan = explained(session, "word7")
    assert any("searchable_words_idx" in line for line in plan), plan
    assert not any("Filter" in line and "@@" in line for line in plan), plan


def test_what_fits_is_found_behind_many_that_only_rank(session: Session) -> None:
    """More than are looked at first: all have two of the words in their headline, one the third."""
    louder = (saying(str(at), "Other.", headline="Coal coal steel steel") for at in range(120))
    keep(session, *louder, saying("fits", "Ferries.", headline="Coal and some other steel"))

    assert found(session, "coal steel ferries", limit=1) == ["fits"]
    assert len(found(session, "coal steel", limit=50)) == 50


def test_an_author_is_found_by_a_name_that_is_nearly_the_same(session: Session) -> None:
    keep(session, saying("1", "Goose.", authors=("Petr Ivanov",)), saying("2", "Goose."))

    assert found(session, "goose", author="Ivanow") == ["1"]


def test_a_server_that_cannot_compare_names_finds_parts_of_them(session: Session) -> None:
    keep(session, saying("1", "Goose.", authors=("Petr Ivanov",)))
    session.execute(text("DROP EXTENSION pg_trgm"))

    assert found(session, "goose", author="ivan") == ["1"]
    assert found(session, "goose", author="Ivanow") == []


def test_a_change_of_what_is_stored_is_found_by_whoever_makes_it(session: Session) -> None:
    keep(session, saying("1", "A goose."))
    session.execute(text("UPDATE revision SET body = 'A heron.'"))
    assert (found(session, "goose"), found(session, "heron")) == ([], ["1"])

    session.execute(text("UPDATE article SET gone_at = now()"))
    assert (found(session, "heron", gone=True), found(session, "heron", gone=False)) == (["1"], [])


def test_an_edited_article_is_told_from_one_that_never_changed(session: Session) -> None:
    first = saying("1", "A goose.")
    again = replace(first, blocks=(Block(BlockKind.PARAGRAPH, "A grey goose."),))
    keep(session, first, again, saying("2", "A goose."))

    assert found(session, "goose", edited=True) == ["1"]
    assert found(session, "goose", edited=False) == ["2"]
    assert found(session, None, edited=True) == ["1"]


def test_an_article_is_not_edited_once_its_revisions_are_cleaned_to_the_same(
    session: Session,
) -> None:
    first = saying("1", "A goose.")
    keep(session, first, replace(first, blocks=(Block(BlockKind.PARAGRAPH, "A grey goose."),)))
    assert found(session, "goose", edited=True) == ["1"]

    # The earlier revision is written last.
    session.execute(
        text(
            "UPDATE revision r SET text_hash = n.text_hash FROM revision n"
            " WHERE n.article_id = r.article_id AND r.number = 1 AND n.number = 2"
        )
    )
    assert (found(session, "goose", edited=True), found(session, None, edited=False)) == ([], ["1"])


WORDS = "goose heron stork crane swift".split()


@pytest.fixture
def flock(session: Session) -> tuple[Session, dict[str, set[str]]]:
    """Articles of generated texts, and the words of each."""
    chance = random.Random(3)
    said = {str(at): chance.sample(WORDS, chance.randint(1, 4)) for at in range(120)}
    keep(
        session,
        *(
            saying(
                key,
                " ".join(words),
                language=("en", "de", "xx", None)[int(key) % 4],
                outlet=("herald", "gazette")[int(key) % 2],
                date_published=NOON.replace(month=1 + int(key) % 3),
                headline="x",
            )
            for key, words in said.items()
        ),
    )
    return session, {key: set(words) for key, words in said.items()}


@pytest.mark.parametrize("outlet", [None, "herald"])
def test_all_that_fits_is_found_and_nothing_else(
    flock: tuple[Session, dict[str, set[str]]], outlet: str | None
) -> None:
    session, said = flock
    mine = {key: words for key, words in said.items() if outlet is None or int(key) % 2 == 0}
    expected = {}
    for one, other in itertools.permutations(WORDS, 2):
        expected[f"{one} -{other}"] = {k for k, w in mine.items() if one in w and other not in w}
    for one, other in itertools.combinations(WORDS, 2):
        expected[f"{one} {other}"] = {k for k, w in mine.items() if {one, other} <= w}
        expected[f"{other} OR {one}"] = {k for k, w in mine.items() if {one, other} & w}
    for query, keys in expected.items():
        for order in ("rank", "newest", "sample"):
            hits = found(session, query, order_by=order, limit=1000, outlet=outlet)
            assert (len(hits), set(hits)) == (len(keys), keys), (query, order)
        counts = count(session, Selection(query=query, outlet=outlet), "month")
        assert sum(articles for _, articles in counts) == len(keys), query


#: Words of three languages in more than one form, with stop words between them.
SAID = {
    "en": "ferry ferries bridge bridges closed closing the of river rivers well-known isn't",
    "ru": "мост мосты мостами паром паромы и на река реки закрыт закрыты",
    "de": "Brücke Brücken Fähre Fähren und die gesperrt Fluss Flüsse",
}
STOPS = ("the", "of", "isn't", "и", "на", "und", "die")
#: What the revisions themselves say, read without ``searchable``: once for all questions.
READ_NAIVELY = """
CREATE TEMPORARY TABLE naively ON COMMIT DROP AS
WITH spoken AS MATERIALIZED (
    SELECT r.*, text_configuration(language) AS grammar FROM revision r
), brief AS MATERIALIZED (
    SELECT *, setweight(to_tsvector(grammar, headline), 'A')
        || setweight(to_tsvector(grammar, coalesce(description, '') || ' '), 'B') AS brief
    FROM spoken
)
SELECT a.id, key, outlet, gone_at, section, language, date_published, grammar, brief,
       brief || to_tsvector(grammar, body) AS words
FROM article a JOIN brief ON brief.id = a.revision_id
"""
#: The same question, put to them: no index.
NAIVELY = """
WITH liked AS MATERIALIZED (
    SELECT grammar, websearch_to_tsquery(grammar, :query) AS asked,
           websearch_to_tsquery(grammar, :liked) AS liked
    FROM (SELECT DISTINCT grammar FROM naively) AS each
)
SELECT key FROM naively JOIN liked USING (grammar)
WHERE words @@ asked
  AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
  AND (cast(:section AS text) IS NULL OR lower(section) = lower(:section))
  AND (cast(:language AS text) IS NULL OR language = :language)
  AND (cast(:since AS date) IS NULL OR (date_published AT TIME ZONE 'UTC')::date >= :since)
  AND (cast(:gone AS boolean) IS NULL OR (gone_at IS NOT NULL) = :gone)
ORDER BY CASE WHEN :order_by = 'rank' AND ts_rank(brief, liked) > 1e-10
              THEN ts_rank(brief, liked) ELSE 0 END DESC,
         date_published DESC NULLS LAST, id
"""


@pytest.fixture
def library(session: Session) -> Session:
    """Articles of generated texts in three languages."""
    chance = random.Random(5)

    def some(language: str, most: int) -> str:
        return " ".join(chance.choices(SAID[language].split(), k=chance.randint(1, most)))

    keep(
        session,
        *(
            saying(
                f"{language}{at}",
                some(language, 14),
                language=language,
                headline=some(language, 3),
                description=some(language, 3) if at % 3 else None,
                outlet=("herald", "gazette")[at % 2],
                section=("News", "Opinion", None)[at % 3],
                date_published=NOON.replace(day=1 + at % 9) if at % 7 else None,
            )
            for language in SAID
            for at in range(70)
        ),
    )
    session.execute(text("UPDATE article SET gone_at = now() WHERE id % 5 = 0"))
    # Now search knows how many there are, and looks among the newest first.
    session.execute(text("ANALYZE searchable"))
    return session


def test_an_article_counts_once_for_each_of_its_authors(session: Session) -> None:
    bylines = (
        ("Ann",),
        ("Ann", "Bob"),
        ("Bob", "Ann", "Bob"),
        ("Ann", "Ann"),
        (),
        ("Cy", "Di", "Di"),
    )
    keep(session, *(saying(str(at), "Snow", authors=each) for at, each in enumerate(bylines)))

    counted = facets(session, Selection(query="snow"), 5000)

    assert counted
    assert counted.articles == 6
    assert counted.author == [("Ann", 4), ("Bob", 2), ("Cy", 1), ("Di", 1)]
    assert counted.author == [
        each for each in count(session, Selection(query="snow"), "author") if each[0]
    ]
    assert counted.outlet == [("herald", 6)]
    assert counted.month == [(None, 6)]


def asked(chance: random.Random) -> tuple[str, str]:
    """A query of words and phrases, some unwanted, some alternatives; and what it wants alone."""
    words = SAID[chance.choice(list(SAID))].split()
    # A stop word within a phrase is asked for by a test of its own.
    plain = [word for word in words if word not in STOPS]
    alternatives: list[list[str]] = [[]]
    for _ in range(chance.randint(1, 3)):
        phrase = f'"{" ".join(chance.choices(plain, k=chance.randint(2, 3)))}"'
        part = chance.choice((phrase, phrase, chance.choice(words)))
        alternatives[-1].append(chance.choice(("", "", "-")) + part)
        alternatives += [[]] if chance.random() < 0.3 else []
    wanted = [[part for part in parts if not part.startswith("-")] for parts in alternatives]
    return either(alternatives), either(wanted)


def either(alternatives: list[list[str]]) -> str:
    return " OR ".join(" ".join(parts) for parts in alternatives if parts)


def test_what_is_found_is_what_a_look_at_every_article_finds(library: Session) -> None:
    chance = random.Random(6)
    answers = 0
    library.execute(text(READ_NAIVELY))
    for _ in range(200):
        query, liked = asked(chance)
        wanted = {
            "outlet": chance.choice((None, None, "herald")),
            "section": chance.choice((None, None, "news")),
            "language": chance.choice((None, None, "ru", "en")),
            "since": chance.choice((None, None, date(2026, 3, 5))),
            "gone": chance.choice((None, None, True, False)),
            "order_by": chance.choice(("rank", "newest")),
        }
        expected = list(library.scalars(text(NAIVELY), {"query": query, "liked": liked, **wanted}))
        limit = chance.choice((1, 3, 1000))
        try:
            hits = found(library, query, limit=limit, **wanted)
        except UsageError:
            hits = []
        assert hits == expected[:limit], (query, wanted)
        answers += bool(hits)
    assert answers > 60


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ('"bank of Russia"', {"bank"}),
        ('"bank Russia"', {"close"}),
        ('"the bank of the Russia"', {"wide"}),
        ('"Bank of Russia" OR "closed bridge"', {"bank", "bridge"}),
        ('bridge -"closed bridges"', {"open"}),
    ],
)
def test_words_of_a_phrase_stand_as_far_apart_as_in_the_question(
    session: Session, query: str, keys: set[str]
) -> None:
    keep(
        session,
        saying("bank", "Said the bank of Russia."),
        saying("close", "Said Bank Russia."),
        saying("wide", "Said the bank of the Russia."),
        saying("other", "Said the bank blue Russia."),
        saying("bridge", "They closed bridges."),
        saying("open", "They opened bridges."),
    )

    assert set(found(session, query)) == keys


def test_a_page_of_the_ranked_goes_on_where_the_one_before_ended(library: Session) -> None:
    call = "search_articles('ferry bridge', max_rows => :most, skip_rows => :skip)"
    statement = f"SELECT article_id FROM {call}"
    whole = list(library.scalars(text(statement), {"most": None, "skip": 0}))
    pages = [
        list(library.scalars(text(statement), {"most": 4, "skip": at}))
        for at in range(0, len(whole) + 4, 4)
    ]

    assert len(whole) > 12
    assert list(itertools.chain.from_iterable(pages)) == whole


def test_as_many_as_there_may_be_are_no_more_than_there_are(library: Session) -> None:
    statement = "SELECT count(*) FROM search_articles('ferry bridge', max_rows => :most)"

    counts = {library.scalar(text(statement), {"most": most}) for most in (None, 2**31 - 1)}

    assert len(counts) == 1


def test_a_sample_depends_on_its_seed_alone_and_favors_nobody(
    flock: tuple[Session, dict[str, set[str]]],
) -> None:
    session, said = flock
    chosen = [
        tuple(found(session, None, order_by="sample", seed=seed, limit=30, since=date(2026, 1, 1)))
        for seed in range(200)
    ]
    again = found(session, None, order_by="sample", seed=7, limit=30, since=date(2026, 1, 1))
    often = Counter(key for sample in chosen for key in sample)

    assert chosen[7] == tuple(again)
    assert len(set(chosen)) == 200
    # 200 samples of a quarter: 50 times each, by six standard deviations.
    assert all(13 < often[key] < 87 for key in said)
