from dataclasses import replace
from datetime import timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.revisions.text_hashes import read_hash, rules_version, text_hash
from newscrawl.article import Article, Block, BlockKind, Image
from newscrawl.boilerplate import Says, clean
from tests.archive.making import DAY, NOON, article
from tests.rows import every_row

SAID = article(
    'Snow fell on the city - it was "deep".',
    "More is to come...",
    description="A café froze",
    lead="It is winter.",
    authors=("Ann Ash", "Bob Birch"),
    date_published=NOON,
    images=(Image("https://herald.test/a.jpg", "A street", "AFP"),),
    keywords=("snow", "city"),
    related=("https://herald.test/2",),
)


def _with_blocks(*blocks: Block) -> Article:
    return replace(SAID, blocks=blocks)


@every_row(
    "same",
    [
        replace(SAID, date_modified=NOON + DAY),
        replace(SAID, keywords=("city", "snow")),
        replace(SAID, section="Weather"),
        replace(SAID, related=()),
        replace(SAID, url="https://herald.test/new-slug", layout="other"),
        replace(SAID, images=(Image("https://cdn.test/b.jpg", "A street", "AFP"),)),
        replace(SAID, images=(*SAID.images, Image("https://herald.test/no-caption.jpg"))),
        replace(SAID, description="A  cafe\u0301\u00a0froze "),
        replace(SAID, headline=" Snow\n"),
        replace(SAID, date_published=NOON.astimezone(timezone(timedelta(hours=3)))),
        _with_blocks(
            Block(BlockKind.PARAGRAPH, "  Snow fell on the\ncity — it was «deep». "),
            Block(BlockKind.PARAGRAPH, "More is to come…\u200b", marks=("new-class",)),
        ),
    ],
)
def test_how_a_page_is_set_is_no_change_of_what_it_says(same: Article) -> None:
    assert text_hash(same) == text_hash(SAID)


@every_row(
    "other",
    [
        replace(SAID, headline="Rain"),
        replace(SAID, description=None),
        replace(SAID, lead="It is spring."),
        replace(SAID, authors=("Ann Ash",)),
        replace(SAID, date_published=NOON + DAY),
        replace(SAID, date_published=None),
        replace(SAID, images=(Image("https://herald.test/a.jpg", "A square", "AFP"),)),
        replace(SAID, images=(Image("https://herald.test/a.jpg", "A street", "Reuters"),)),
        _with_blocks(SAID.blocks[0]),
        _with_blocks(*reversed(SAID.blocks)),
        _with_blocks(SAID.blocks[0], Block(BlockKind.QUOTE, SAID.blocks[1].text)),
        _with_blocks(SAID.blocks[0], Block(BlockKind.PARAGRAPH, "MORE is to come...")),
    ],
)
def test_what_a_page_says_is_a_change(other: Article) -> None:
    assert text_hash(other) != text_hash(SAID)


def test_text_that_moves_from_one_field_to_the_next_is_a_change() -> None:
    assert text_hash(replace(SAID, description="a b", lead="")) != text_hash(
        replace(SAID, description="a", lead="b")
    )


def test_what_postgres_cannot_store_counts_as_what_it_will_read_back() -> None:
    assert text_hash(article("a\x00b\ud800")) == text_hash(article("a\ufffdb\ufffd"))


def test_the_hash_of_all_that_was_read_does_not_depend_on_the_rules() -> None:
    read = article("News.", "Please give.")
    cleaned = clean(read, [Says("plea", "^Please give")])

    assert read_hash(cleaned) == read_hash(read)
    assert text_hash(cleaned) == text_hash(article("News."))


@given(st.text(), st.text())
def test_any_text_has_a_hash(headline: str, body: str) -> None:
    assert len(text_hash(article(body, headline=headline))) == 32


def test_the_version_of_rules_changes_with_any_rule() -> None:
    one, other = Says("plea", "^Please"), Says("plea", "^Kindly")

    assert len({rules_version(rules) for rules in ((), (one,), (other,), (one, other))}) == 4
    assert rules_version((one,)) == rules_version((Says("plea", "^Please"),))
