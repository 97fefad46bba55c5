from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.article import Article, Block, BlockKind, blocks_as_read
from newscrawl.boilerplate import After, Between, Field, Rule, Run, Says, Under, clean

PROSE = (
    "A sentence that goes on for long enough to be prose, as paragraphs of real articles do. " * 2
)


def article(*texts: str | Block) -> Article:
    blocks = tuple(t if isinstance(t, Block) else Block(BlockKind.PARAGRAPH, t) for t in texts)
    return Article(
        url="https://a.test/1",
        canonical_url="https://a.test/1",
        outlet="a",
        key="1",
        headline="News",
        layout="blocks",
        blocks=blocks,
    )


def texts(of: Article) -> list[str]:
    return [block.text for block in of.blocks]


def test_a_run_is_removed_from_first_to_last_line() -> None:
    read = article("News.", "Dear readers", "Please give.", "Remind me later.", "More news.")

    cleaned = clean(read, [Between("support", "^Dear readers", "Remind me later")])

    assert cleaned.body == "News.\n\nMore news."
    assert [removal.rule for removal in cleaned.removed] == ["support"] * 3
    assert [removal.at for removal in cleaned.removed] == [1, 2, 3]


def test_a_run_without_an_end_is_left_alone() -> None:
    read = article("News.", "Dear readers", "Please give.")

    assert clean(read, [Between("support", "^Dear readers", "Remind me later")]) == read


def test_a_run_whose_end_is_too_far_is_left_alone() -> None:
    read = article("Dear readers", *["News."] * 24, "Remind me later")

    assert clean(read, [Between("support", "^Dear readers", "^Remind me later")]) == read


def test_typography_does_not_hide_a_line() -> None:
    read = article("We have been named ‘foreign\u00a0agents.’", "News.")

    assert texts(clean(read, [Says("agents", r"^We have been named 'foreign agents\.'")])) == [
        "News."
    ]


def test_what_stood_under_a_hashed_class_is_found_by_its_beginning() -> None:
    read = article(Block(BlockKind.PARAGRAPH, "Give.", ("banner-x7f",)), "News.")

    assert texts(clean(read, [Under("banner", "banner-*")])) == ["News."]
    assert clean(read, [Under("banner", "banner")]) == read


def test_the_tail_is_taken_only_where_no_prose_follows() -> None:
    rule = After("more", r"^Read more$")

    assert texts(clean(article(PROSE, "Read more", "A title", "Another"), [rule])) == [PROSE]
    assert texts(clean(article("Read more", PROSE, "End."), [rule])) == ["Read more", PROSE, "End."]


def test_a_long_link_behind_read_more_is_no_prose() -> None:
    card = Block(BlockKind.PARAGRAPH, PROSE, ("<a>",))

    assert texts(clean(article(PROSE, "Read more", card), [After("more", "^Read more$")])) == [
        PROSE
    ]


def test_a_run_of_patterns_needs_all_of_them_in_order() -> None:
    rule = Run("related", ("^news$", ".", "^Read more$"))

    assert texts(clean(article("A.", "news", "Title", "Read more", "B."), [rule])) == ["A.", "B."]
    assert texts(clean(article("A.", "news", "Title", "B."), [rule])) == [
        "A.",
        "news",
        "Title",
        "B.",
    ]


def test_a_rule_sees_what_the_rules_before_it_left() -> None:
    read = article("news", "Advert", "Title", "Read more")

    cleaned = clean(read, [Says("ad", "^Advert$"), Run("related", ("^news$", ".", "^Read more$"))])

    assert [removal.rule for removal in cleaned.removed] == ["related", "ad", "related", "related"]


def test_evidence_leaves_the_body_and_fills_its_field() -> None:
    read = article("News.", "Includes reporting from AFP.", "Not our views.")
    rules = [
        Says("wire", "^Includes reporting", fills=Field.CREDITS),
        Says("views", "^Not our views", fills=Field.OPINION_DISCLAIMER),
    ]

    cleaned = clean(read, rules)

    assert cleaned.credits == ("Includes reporting from AFP.",)
    assert cleaned.opinion_disclaimer
    assert clean(cleaned, []) == read


def test_who_signs_stays_credited_whatever_rules_take() -> None:
    read = replace(
        article("News.", "Reuters", "Includes reporting from AFP."), credits=("Reuters",)
    )
    wire = Says("wire", "^Includes reporting", fills=Field.CREDITS)

    cleaned = clean(read, [wire, Says("byline", "^Reuters$")])

    assert cleaned.credits == ("Reuters", "Includes reporting from AFP.")
    assert clean(cleaned, [wire, Says("byline", "^Reuters$")]) == cleaned


def test_alternatives_behind_an_anchor_are_all_tried() -> None:
    assert texts(clean(article("Give now", "Please give"), [Says("x", "^Give|give$")])) == []


WORDS = st.sampled_from(
    ["News.", "Dear readers", "Remind me later", "Read more", "news", PROSE, ""]
)
RULES: list[Rule] = [
    Run("related", ("^news$", ".", "^Read more$")),
    Between("support", "^Dear readers", "^Remind me later"),
    Says("dear", "^Dear readers", fills=Field.CREDITS),
    After("more", "^Read more$"),
]


@given(st.lists(WORDS, max_size=40), st.permutations(RULES))
def test_cleaning_is_idempotent_and_loses_nothing(words: list[str], rules: list[Rule]) -> None:
    read = article(*words)

    cleaned = clean(read, rules)

    assert blocks_as_read(cleaned) == read.blocks
    assert clean(cleaned, rules) == cleaned
    assert clean(cleaned, []) == read
