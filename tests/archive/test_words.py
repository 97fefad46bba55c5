"""What search takes for a word: the same in texts and questions, whatever the server thinks."""

import threading
import unicodedata
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from newscrawl.archive.database import word_index as indexing
from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.queries.article_search import Search, search
from newscrawl.selection import Selection
from tests.archive.older import make_older
from tests.archive.queries.test_article_search import found, keep, saying
from tests.archive.searchable import UNLIKE

APOSTROPHES = "'’ʼ‘ʹ′`´＇"


@pytest.mark.parametrize(
    ("language", "body", "query"),
    [
        *[("uk", f"У п{a}ятницю, п{a}ятниця.", f"п{b}ятниця") for a in "'’ʼ" for b in APOSTROPHES],
        ("ru", "Партия «Единая Россия» победила.", "Россия"),
        ("ru", "Партия «Единая Россия» победила.", '"единая россия"'),
        ("ru", "Партия «Единая Россия» победила.", "“единая россия”"),
        ("ru", "Ещё раз включён", "включен"),
        ("ru", "включен", "включён"),
        ("en", "He said “in an orderly,” and left", "orderly"),
        ("en", "the war—ended", "ended"),
        ("en", "wait…what", "what wait"),
        ("en", "coal/steel", "coal"),
        ("en", "coal/steel", "steel"),
        ("en", "coal/steel", "coal/steel"),
        ("en", "coal/steel", '"coal steel"'),
        ("en", "The war ended.Moscow said", "ended"),
        ("en", "The war ended.Moscow said", "Moscow"),
        ("ru", "сказал президент.В Москве", "президент"),
        ("ru", "и/или сказал.Москва", "Москва"),
        ("en", "write to desk@herald.test", "herald"),
        ("en", "see www.herald.test/news/1", "news"),
        ("en", "budget of 2020-2026", "2026"),
        ("en", "COVID-19", "covid 19"),
        ("en", "COVID-19", "covid-19"),
        ("en", "if price<cost then cost>price", "cost"),
        ("en", "a well-known bank", "known"),
        ("en", "pro\u00adgress", "progress"),
        ("en", "cafe\u0301", "café"),
        ("en", "the U.S. said 1.5 million", "U.S. 1.5"),
        ("en", "one\u00a0hundred", "hundred"),
        ("ru", "за\u0301мок", "замок"),
        ("hy", "Ինչպե՞ս հաղթել", "ինչպես"),
        ("hy", "Պատերազմ։Երևան՝քաղաք", "Երևան"),
        ("hy", "Պատերազմ։Երևան՝քաղաք", "քաղաք"),
        ("he", "שָׁלוֹם", "שלום"),
        ("fa", "مُحَمَّد", "محمد"),
        ("ur", "جـــنگ۔امن", "جنگ"),
        ("am", "ጦርነት፣አዲስ።ሰላም", "አዲስ"),
        ("my", "စစ်ပွဲ၊မြို့။", "မြို့"),
        ("km", "សង្គ្រាម។ទីក្រុង", "ទីក្រុង"),
        ("ka", "თქვა „საქართველო“.თბილისი", "თბილისი"),
    ],
)
def test_a_word_is_found_whatever_stands_beside_it(
    session: Session, language: str, body: str, query: str
) -> None:
    keep(session, saying("1", body, language=language), saying("2", "Other.", language=language))

    assert found(session, query) == ["1"]


def test_a_letter_is_the_same_however_it_is_put_together(session: Session) -> None:
    """Every letter of the first plane but Korea's, of which two show the kind."""
    letters = [chr(c) for c in (*range(1, 0xAC02), *range(0xF900, 0xFFFE))]
    written = {c: d for c in letters if (d := unicodedata.normalize("NFD", c)) != c}
    assert len(written) > 1000

    assert (
        session.execute(_DIFFERENT, {"one": [*written], "other": [*written.values()]}).all() == []
    )


def test_a_sign_is_the_same_in_a_text_of_ascii_alone(session: Session) -> None:
    signs = [f"a{chr(one)}b," for one in range(1, 0x80)]
    among_others = [f"{sign} ä" for sign in signs]

    assert len(signs) > 100
    assert (
        session.execute(_DIFFERENT, {"one": among_others, "other": signs, "tail": " ä"}).all() == []
    )


_DIFFERENT = text("""
SELECT one, other FROM unnest(cast(:one AS text[]), cast(:other AS text[])) AS t (one, other)
WHERE searched_text(one) <> searched_text(other) || :tail
""").bindparams(tail="")


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("-coal/steel", {"steel", "uk"}),
        ("steel -coal/steel", {"steel"}),
        ("steel -coal", {"steel"}),
        ("-steel", {"uk"}),
        ("-п’ятниця", {"both", "steel"}),
        ("steel -“coal steel”", {"steel"}),
        ("coal/steel OR п’ятниця", {"both", "uk"}),
        ("steel – coal", {"both"}),
    ],
)
def test_what_is_not_wanted_is_one_thing(session: Session, query: str, keys: set[str]) -> None:
    keep(
        session,
        saying("both", "coal/steel"),
        saying("steel", "steel"),
        saying("uk", "пʼятниця", language="uk"),
    )

    assert set(found(session, query)) == keys


@pytest.mark.parametrize(
    ("body", "query", "shown"),
    [
        ("Of coal/steel", "steel", "… coal/[steel]"),
        ("It ended.Moscow said", "moscow", "… ended.[Moscow] said"),
        ("Уже пʼятниця", "п'ятниця", "Уже [п]ʼ[ятниця]"),
    ],
)
def test_a_snippet_shows_the_text_as_it_was_printed(
    session: Session, body: str, query: str, shown: str
) -> None:
    keep(session, saying("1", body))

    (hit,) = search(session, Search(selection=Selection(query=query)))

    assert hit.snippet.translate({2: "[", 3: "]"}) == shown


_CONFIGURATION = text("SELECT text_configuration(:language)::text")
#: Codes, what an article says, and what is asked: no word of it stands there as it is.
STEMMED = [
    ("ar", "المدرسة", "مدرسة"),
    ("ca", "les eleccions", "elecció"),
    ("da", "husene", "huset"),
    ("de", "Häuser", "Haus"),
    ("el", "εκλογές", "εκλογών"),
    ("en", "elections", "election"),
    ("en-GB", "elections", "election"),
    ("es", "elecciones", "elección"),
    ("eu", "mendiak", "mendi"),
    ("fi", "taloissa", "talo"),
    ("fr", "élections", "élection"),
    ("hi", "लड़कियाँ", "लड़कियों"),
    ("hu", "házakban", "házak"),
    ("hy", "դպրոցում", "դպրոց"),
    ("id", "pemilihan", "pilihan"),
    ("it", "elezioni", "elezione"),
    ("lt", "rinkimai", "rinkimų"),
    ("nb", "husene", "husets"),
    ("nl", "verkiezingen", "verkiezing"),
    ("nn", "bilane", "bilar"),
    ("no", "husene", "husets"),
    ("pt_BR", "governos", "governo"),
    ("ro", "alegerile", "alegeri"),
    ("ru", "выборы", "выборах"),
    ("sr", "izbori", "izborima"),
    ("sv", "bilarna", "bilen"),
    ("ne", "घरहरू", "घर"),
    ("ta", "வீடுகள்", "வீடு"),
    ("et", "majades", "maja"),
    ("tr", "seçimler", "seçimlerde"),
    ("ga", "bhaile", "baile"),
    ("yi", "הויז", "הױז"),
]


@pytest.mark.parametrize(("language", "said", "query"), STEMMED)
def test_other_forms_of_a_word_are_found_in_its_language(
    session: Session, language: str, said: str, query: str
) -> None:
    if session.scalar(_CONFIGURATION, {"language": language}) == "simple":
        pytest.skip("this server has no dictionary for it")
    keep(session, saying("own", said, language=language), saying("none", said, language="xx"))

    assert found(session, query) == ["own"]


def test_every_dictionary_of_the_server_is_some_languages(session: Session) -> None:
    used = text("""
        SELECT array_agg(cfgname::text) FROM pg_ts_config
        WHERE cfgname <> 'simple' AND cfgnamespace = 'pg_catalog'::regnamespace
          AND NOT (SELECT prosrc LIKE '%''' || cfgname || '''%'
                   FROM pg_proc WHERE proname = 'text_configuration')""")
    assert session.scalar(used) is None


def test_a_language_that_the_server_has_no_dictionary_for_is_searched_as_written(
    session: Session,
) -> None:
    """As estonian is on servers before 18."""
    session.execute(text("ALTER TEXT SEARCH CONFIGURATION norwegian RENAME TO norse"))
    keep(session, saying("nb", "husene", language="nb"))

    assert found(session, "husene") == ["nb"]
    assert found(session, "husets") == []


@pytest.fixture
def old_engine(database_url: str) -> Iterator[Engine]:
    """An archive whose words were made by other functions."""
    with connected(database_url) as engine:
        with Session(engine) as session:
            keep(session, *(saying(str(at), f"coal/steel {at}") for at in range(5)))
            session.execute(
                text("UPDATE searchable SET brief = '', words = to_tsvector('simple', 'x')")
            )
            session.execute(text("UPDATE indexing SET words = 'other'"))
            session.commit()
        yield engine


def _unlike(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(text(UNLIKE)).all())


def test_words_that_other_functions_made_are_made_anew(old_engine: Engine) -> None:
    with Session(old_engine) as session:
        assert found(session, "steel") == []

    assert [upgrade(old_engine), upgrade(old_engine)] == [True, False]

    with Session(old_engine) as session:
        assert set(found(session, "steel")) == {"0", "1", "2", "3", "4"}
    assert _unlike(old_engine) == 0
    # Whoever comes next may have to index, too, while this process goes on crawling.
    with old_engine.connect() as connection:
        assert connection.scalar(text(_LOCKED)) == 0


_LOCKED = """
SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
WHERE locktype = 'advisory' AND datname = current_database()
"""


def test_an_indexing_that_was_cut_off_goes_on_where_it_was(
    old_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_BATCH", 2)
    indexing._begin(old_engine)
    below = indexing._step(old_engine)

    with Session(old_engine) as session:
        assert set(found(session, "steel")) == {"3", "4"}
        keep(session, saying("new", "of steel"))
        session.commit()
    assert indexing._begin(old_engine) == below
    assert upgrade(old_engine)

    with Session(old_engine) as session:
        assert len(found(session, "steel")) == 6


def test_who_comes_while_another_indexes_does_not_wait(old_engine: Engine) -> None:
    with old_engine.connect() as other:
        other.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": indexing._LOCK})
        assert upgrade(old_engine) is False
    old_engine.dispose()
    assert upgrade(old_engine) is True


def test_an_archive_of_the_schema_before_is_indexed_by_the_upgrade(
    empty_database_url: str,
) -> None:
    with connected(empty_database_url) as engine:
        with engine.begin() as connection:
            _store_older(connection)
        upgrade(engine)

        with Session(engine) as session:
            assert found(session, "steel") == ["a"]
            assert found(session, "husets") == ["a"]
        assert _unlike(engine) == 0


def _store_older(connection: Connection) -> None:
    make_older(connection)
    connection.execute(text("INSERT INTO outlet VALUES ('herald', 'H', '', 'nb')"))
    connection.execute(
        text("""
INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
VALUES ('herald', 'a', 'https://herald.test/a', now(), now());
INSERT INTO revision (article_id, number, cause, fetched_at, url, kind, headline, authors, keywords,
    language, is_sponsored, credits, opinion_disclaimer, legal_label, images, related, blocks,
    removed, body, word_count, layout, read_hash, text_hash, prints, sketch, bands,
    extractor_version, rules_version)
SELECT id, 1, 'first', now(), url, 'article', 'Husene', '{}', '{}', 'nb', false, '{}', false, false,
    '[]', '{}', '[]', '[]', 'coal/steel', 1, 'main', '', '', '{}', '{}', '{}', '', '' FROM article;
UPDATE article SET revision_id = (SELECT id FROM revision)
""")
    )


def test_an_article_that_is_written_meanwhile_is_searched_by_what_it_says_then(
    old_engine: Engine,
) -> None:
    """The step waits for its writer, and then copies what he wrote."""
    indexing._begin(old_engine)
    step = threading.Thread(target=lambda: indexing._step(old_engine))
    with Session(old_engine) as writer:
        keep(writer, saying("3", "Ferries sailed"))
        step.start()
        with old_engine.connect() as other:
            while not other.scalar(text(_WAITS)):
                other.rollback()
                assert step.is_alive()
        writer.commit()
    step.join(20)

    assert _unlike(old_engine) == 0
    with Session(old_engine) as session:
        assert found(session, "ferries") == ["3"]


_WAITS = """
SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
               AND datname = current_database() AND query LIKE '%keep_searchable%')
"""
