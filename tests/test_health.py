from typing import Any

import pytest

from newscrawl.article import Article, Block, BlockKind, Removal
from newscrawl.health import CLEANED, STRIPPED, findings, is_stripped

RULE = "boilerplate/removed/support"


def counted(articles: int, **more: int) -> dict[str, Any]:
    return {CLEANED: articles, **{f"boilerplate/removed/{name}": n for name, n in more.items()}}


@pytest.mark.parametrize(
    ("last", "before", "said"),
    [
        (counted(40, support=38), counted(400, support=380), []),
        (counted(40), counted(400, support=380), ["support took nothing from 40 articles"]),
        # Too few were due to miss them.
        (counted(10), counted(400, support=380), []),
        (counted(40, support=160), counted(400, support=380), ["support took 160 blocks"]),
        (counted(40, support=110), counted(400, support=380), []),
        # A rule that is new has nothing that it could be held against.
        (counted(40, support=160), counted(400), []),
        (counted(0), counted(400, support=380), []),
        (counted(40), {}, []),
        (counted(40) | {STRIPPED: 2}, {}, ["2 articles lost over 40 %"]),
    ],
)
def test_a_rule_that_takes_more_or_nothing_is_named(
    last: dict[str, Any], before: dict[str, Any], said: list[str]
) -> None:
    found = [finding.text for finding in findings(last, [before])]

    assert len(found) == len(said)
    assert all(text.startswith(start) for text, start in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("rule", "length", "is_found"),
    [
        ("links", 41, True),
        ("links", 39, False),
        ("written", 60, False),
        ("generic.behind_story", 60, False),
    ],
)
def test_an_article_that_lost_much_to_rules_that_nobody_wrote_for_it_is_seen(
    rule: str, length: int, is_found: bool
) -> None:
    gone = Removal(rule, 1, Block(BlockKind.PARAGRAPH, "x" * length))
    article = Article(
        url="https://herald.test/1",
        canonical_url="https://herald.test/1",
        outlet="herald",
        key="1",
        headline="Snow",
        layout="main",
        blocks=(Block(BlockKind.PARAGRAPH, "y" * (100 - length)),),
        removed=(gone,),
    )

    assert is_stripped(article, frozenset({"written"})) is is_found
