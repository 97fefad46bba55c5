from dataclasses import replace

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.frontier.visit import Stored
from newscrawl.archive.models.article_tables import Snapshot
from newscrawl.archive.snapshots.snapshot_rows import prior_snapshots
from newscrawl.article import Article, Image
from newscrawl.boilerplate import Rule, Says, clean
from newscrawl.extract import VERSION
from tests.archive import making
from tests.archive.making import DAY, NOON, article, begin_crawl, reading, saying, store, store_all

PLEA = (Says("plea", "^Please give"),)


@pytest.fixture(autouse=True)
def _outlet(session: Session) -> None:
    begin_crawl(session)


def _store(session: Session, read: Article, rules: tuple[Rule, ...] = (), days: int = 0) -> Stored:
    return store(session, reading(clean(read, rules), NOON + days * DAY), rules)


def _revisions(session: Session) -> list[models.Revision]:
    session.expire_all()
    return list(session.scalars(select(models.Revision).order_by(models.Revision.number)))


def test_a_changed_sentence_is_one_revision(session: Session) -> None:
    assert _store(session, article("Snow fell.", "It is deep.")) is Stored.CREATED
    assert _store(session, article("Snow fell.", "It is thin."), days=1) is Stored.REVISED
    assert _store(session, article("Snow fell.", "It is thin."), days=2) is Stored.UNCHANGED
    assert [(row.number, row.cause) for row in _revisions(session)] == [(1, "first"), (2, "edit")]


def test_a_changed_plea_is_no_revision_and_what_was_removed_stays_of_its_page(
    session: Session,
) -> None:
    _store(session, article("Snow fell.", "Please give 5."), PLEA)

    assert _store(session, article("Snow fell.", "Please give 6."), PLEA, 1) is Stored.UNCHANGED

    [row] = _revisions(session)
    assert [removal["text"] for removal in row.removed] == ["Please give 5."]
    assert (row.fetched_at, row.body) == (NOON, "Snow fell.")


@pytest.mark.parametrize(
    "changed",
    [
        {"keywords": ("b", "a")},
        {"related": ("https://herald.test/3",)},
        {"date_modified": NOON + DAY},
        {"section": "Weather"},
        {"headline": " Snow "},
        {"images": (Image("https://herald.test/b.jpg"),)},
    ],
)
def test_what_outlets_change_by_the_hour_is_no_revision(
    session: Session, changed: dict[str, object]
) -> None:
    read = article("Snow — “deep”.", keywords=("a", "b"))
    _store(session, read)

    assert _store(session, replace(read, **changed), days=1) is Stored.UNCHANGED
    assert _store(session, saying(read, ' Snow - "deep".'), days=2) is Stored.UNCHANGED
    assert len(_revisions(session)) == 1


def test_rules_that_changed_since_are_no_edit(session: Session) -> None:
    """Before, the plea was text; today's rule takes it, from the stored reading too."""
    _store(session, article("Snow fell.", "Please give 5."))

    assert _store(session, article("Snow fell.", "Please give 6."), PLEA, 1) is Stored.UNCHANGED

    [row] = _revisions(session)
    assert row.body == "Snow fell."
    assert [removal["text"] for removal in row.removed] == ["Please give 5."]


def test_an_edit_under_changed_rules_is_an_edit(session: Session) -> None:
    _store(session, article("Snow fell.", "Please give 5."))

    assert _store(session, article("Rain fell.", "Please give 5."), PLEA, 1) is Stored.REVISED


def _age_extractor(session: Session, snapshot: bool) -> None:
    """Let the only revision have been read by an older extractor."""
    values: dict[str, object] = {"extractor_version": f"before {VERSION}"}
    if snapshot:
        values["snapshot_id"] = _keep(session, offset=0, digest="sha1:A")
    session.execute(update(models.Revision).values(**values))
    session.expire_all()


def test_a_difference_of_an_older_extractor_without_a_page_is_never_an_edit(
    session: Session,
) -> None:
    _store(session, article("Snow."))
    _age_extractor(session, snapshot=False)

    assert _store(session, article("Snow.", "Deep."), days=1) is Stored.REVISED
    assert [row.cause for row in _revisions(session)] == ["first", "extractor"]


@pytest.mark.parametrize(
    ("read_again", "result", "causes"),
    [
        (article("Snow.", "Deep."), Stored.UNCHANGED, ["first"]),
        (article("Snow.", "Thin."), Stored.REVISED, ["first", "edit"]),
        (None, Stored.REVISED, ["first", "extractor"]),
    ],
)
def test_a_page_that_an_older_extractor_read_is_read_again_first(
    session: Session, read_again: Article | None, result: Stored, causes: list[str]
) -> None:
    _store(session, article("Snow."))
    _age_extractor(session, snapshot=True)
    latest = reading(article("Snow.", "Deep."), NOON + DAY)

    assert store(session, latest, (), lambda _: read_again) is result
    assert [row.cause for row in _revisions(session)] == causes
    assert _revisions(session)[-1].body == "Snow.\n\nDeep."


def test_a_batch_tells_its_articles_apart(session: Session) -> None:
    _store(session, article("One.", key="1"))
    _store(session, article("Two.", key="2"))
    batch = [article("Two!", key="2"), article("One.", key="1"), article("Three.", key="3")]

    results = store_all(session, [reading(each, NOON + DAY) for each in batch])

    assert results == [Stored.REVISED, Stored.UNCHANGED, Stored.CREATED]
    assert dict(session.execute(text("SELECT key, body FROM articles")).all()) == {
        "1": "One.",
        "2": "Two!",
        "3": "Three.",
    }


def test_nothing_stores_nothing(session: Session) -> None:
    assert store_all(session, []) == []


def test_an_article_knows_when_it_was_first_and_last_seen(session: Session) -> None:
    for days in (1, 3, 2, 0):
        _store(session, article(), days=days)

    row = session.scalars(select(models.ArticleRow)).one()
    assert (row.first_seen_at, row.last_seen_at) == (NOON, NOON + 3 * DAY)


def test_a_new_slug_is_the_same_article(session: Session) -> None:
    _store(session, article())
    _store(session, replace(article(), canonical_url="https://herald.test/new-1"), days=1)

    [row] = session.scalars(select(models.ArticleRow)).all()
    session.refresh(row)
    assert row.url == "https://herald.test/new-1"


def _words(count: int, letters: str) -> str:
    """So many words, each another one."""
    size = len(letters)
    return " ".join(
        letters[n % size] + letters[n // size % size] + letters[n // size**2 % size]
        for n in range(count)
    )


@pytest.mark.parametrize(
    "body",
    [
        "walrus " + "snow fell " * 500_000,
        "walrus " + " ".join(f"w{number}" for number in range(700_000)),
        "walrus " + _words(60_000, "".join(chr(0x20000 + n) for n in range(60))),
    ],
    ids=["repeated", "ascii", "four bytes each"],
)
def test_a_very_long_text_is_stored_whole_and_found_by_its_first_words(
    session: Session, body: str
) -> None:
    _store(session, article(body, language="en"))

    [row] = _revisions(session)
    assert row.body == body
    found = text("SELECT count(*) FROM searchable WHERE words @@ to_tsquery('english', 'walrus')")
    assert session.scalar(found) == 1


@pytest.mark.parametrize("name", ["headline", "description", "lead"])
def test_a_very_long_field_does_not_keep_an_article_out(session: Session, name: str) -> None:
    long = " ".join(f"w{number}" for number in range(300_000))

    assert _store(session, article(**{name: long})) is Stored.CREATED
    assert getattr(_revisions(session)[0], name) == long


def test_keys_that_the_gate_changes_are_found_again(session: Session) -> None:
    assert _store(session, article(key="a\x00b")) is Stored.CREATED
    assert _store(session, article(key="a\x00b"), days=1) is Stored.UNCHANGED


def _keep(session: Session, offset: int, digest: str, part_of: int | None = None) -> int:
    row = Snapshot(
        outlet="herald",
        url="https://herald.test/1",
        fetched_at=NOON,
        status=200,
        file="a.warc.gz",
        offset=offset,
        length=1,
        digest=digest,
        part_of=part_of,
    )
    session.add(row)
    session.flush()
    return row.id


@pytest.mark.parametrize(
    ("parts", "result"), [(("sha1:P", "sha1:P"), "unchanged"), (("sha1:P", "sha1:Q"), "revised")]
)
def test_the_same_bytes_read_by_a_mended_outlet_are_no_edit(
    session: Session, parts: tuple[str, str], result: str
) -> None:
    """Not even where the page that was read first is lost; its parts are bytes of it too."""
    pages = [_keep(session, 10 * at, "sha1:A") for at in range(2)]
    for at in range(2):
        _keep(session, 10 * at + 1, parts[at], pages[at])
    before = article("Snow.", read_by="2/before")
    mended = article("Snow.", "Deep.", read_by="2/mended")
    store(session, reading(before, snapshot_id=pages[0]))

    stored = store(session, reading(mended, NOON + DAY, pages[1]))

    assert stored == result
    if stored is Stored.UNCHANGED:
        [row] = _revisions(session)
        assert (row.body, row.extractor_version) == ("Snow.\n\nDeep.", "2/mended")
        assert (row.fetched_at, row.snapshot_id) == (NOON, pages[0])


def test_what_a_server_says_beside_the_same_bytes_is_no_edit(session: Session) -> None:
    """As a charset that it came to name: the bytes are one record, which the second visit names."""
    first = _keep(session, 0, "sha1:A")
    again = _keep(session, 1, "sha1:A")
    session.execute(
        text("UPDATE snapshot SET same_as = :a WHERE id = :b"), {"a": first, "b": again}
    )
    store(session, reading(article("Schnee fällt."), snapshot_id=first))

    stored = store(session, reading(article("Schnee fÃ¤llt."), NOON + DAY, again))

    assert stored is Stored.UNCHANGED
    assert [row.body for row in _revisions(session)] == ["Schnee fällt."]


def test_all_revisions_are_read_again_before_a_page_is_compared(session: Session) -> None:
    """Or a return to an earlier text would look like a text that nobody knew."""
    texts = {_keep(session, at, f"sha1:{at}"): said for at, said in enumerate(("A.", "B.", "A."))}
    for at, (page, said) in enumerate(texts.items()):
        store(session, reading(article(said, read_by="2/before"), NOON + at * DAY, page))

    def reread(snapshot: int) -> Article:
        return article(texts[snapshot], "Mended.", read_by="2/mended")

    again = article("B.", "Mended.", read_by="2/mended")
    stored = store(session, reading(again, NOON + 3 * DAY, _keep(session, 9, "sha1:9")), (), reread)

    assert stored is Stored.UNCHANGED, "it may soon leave again: see flapping.py"
    assert {row.extractor_version for row in _revisions(session)} == {"2/mended"}


def test_a_page_that_says_the_same_costs_its_article_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = article("Snow fell.", "Please give 5.")
    _store(session, page, PLEA)
    asked = list[list[int]]()
    monkeypatch.setattr(making, "renew_duplicates", lambda _, ids: asked.append(list(ids)))

    assert _store(session, page, PLEA, days=1) is Stored.UNCHANGED

    assert asked == [[]]


def test_the_latest_records_of_a_pages_bytes_are_named_but_no_revisits_and_no_files_of_others(
    session: Session,
) -> None:
    pages = [_keep(session, at, "sha1:A") for at in range(9)]
    session.execute(text("UPDATE snapshot SET file = 'warc/herald/' || file"))
    for change, page in (("same_as = id", pages[3]), ("file = '/lent.warc.gz'", pages[5])):
        session.execute(text(f"UPDATE snapshot SET {change} WHERE id = :id"), {"id": page})
    url = session.scalars(text("SELECT DISTINCT url FROM snapshot")).one()

    found = prior_snapshots(session, "herald", [(url, "sha1:A"), (url, "sha1:B")])

    latest = [pages[at] for at in (8, 7, 6, 4, 2)]
    assert {key: [one.snapshot_id for one in kept] for key, kept in found.items()} == {
        (url, "sha1:A"): latest
    }
