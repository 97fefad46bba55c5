"""A test can lay out one more article from plain lines."""

import pytest

from tests.site.example import ExampleSite, layout_page, story_from_dump

PARAGRAPHS = [f"Paragraph {number} says something, and then it stops." for number in range(1, 8)]
NEWSLETTER = ["Sign up for our free weekly newsletter", "Subscribers agree to the Privacy Policy"]
MESSAGE = ["A Message from The Moscow Times:", "Dear readers,", "Give.", "Once", "Remind me later."]
DUMP = "\n\n".join(
    [
        "Support The Moscow Times!",
        "A Headline, Invented",
        "A harbor. Nobody / Agency",
        *PARAGRAPHS,
        *NEWSLETTER,
        *MESSAGE,
        "Read more",
    ]
)
RULES = ["newsletter-words"] * 2 + ["support-message"] * 5 + ["read-more"]


def laid_out(**how: object) -> tuple[ExampleSite, str]:
    site = ExampleSite()
    story = story_from_dump(DUMP, caption="A harbor.", credit="Nobody / Agency", **how)
    site.publish(story)
    return site, story.key


@pytest.mark.parametrize("how", [{}, {"place": "middle"}, {"split": True}])
def test_a_dump_becomes_an_article_with_its_appeals_removed(how: dict[str, object]) -> None:
    site, key = laid_out(**how)
    truth = site.truth(key)

    assert truth["headline"] == "A Headline, Invented"
    assert truth["body"] == "\n\n".join(PARAGRAPHS)
    assert [each["rule"] for each in truth["removed"]] == RULES
    assert [(image["caption"], image["credit"]) for image in truth["images"]] == [
        ("A harbor.", "Nobody / Agency")
    ]


def test_appeals_stand_behind_the_text_or_in_its_middle() -> None:
    at_end = [each["at"] for each in laid_out()[0].truth("90001")["removed"]]
    amid = [each["at"] for each in laid_out(place="middle")[0].truth("90001")["removed"]]

    assert at_end == [7, 8, 9, 10, 11, 12, 13, 14]
    assert amid == [6, 7, 8, 9, 10, 11, 12, 14]


def test_a_page_can_be_laid_out_with_hashed_names() -> None:
    story = story_from_dump(DUMP, caption="A harbor.", credit="Nobody / Agency")

    assert b"article__content" in layout_page(story)
    assert b"article__content" not in layout_page(story, hashed=True)


def test_a_dump_without_its_caption_is_an_error() -> None:
    with pytest.raises(ValueError, match="is not in list"):
        story_from_dump(DUMP, caption="Another harbor.", credit="Nobody / Agency")


def test_a_dump_without_an_appeal_is_an_error() -> None:
    dump = DUMP.partition("Sign up for")[0]

    with pytest.raises(ValueError, match="no appeal"):
        story_from_dump(dump, caption="A harbor.", credit="Nobody / Agency")
