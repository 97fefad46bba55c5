"""Ask the page's own ``articleBody`` which of its paragraphs are the article's."""

from collections.abc import Sequence

from newscrawl.boilerplate.folding import letters
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.json_ld_body import letters_told, told_body
from newscrawl.page import Page

#: A shorter text than this is a teaser.
_TELLING_LENGTH = 250
#: A paragraph is known by its first letters.
_HEAD = 40
#: It is believed where the page has this share of what it says.
_BELIEVED = 0.6


def in_article_body(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> Sequence[int]:
    """The weights, without those of prose that ``articleBody`` does not have.

    It may be cut short, joined with a teaser or come without headings, so it says where the
    body is, and never what it is.
    """
    said = told_body(page)
    if len(said) < _TELLING_LENGTH:
        return weights
    told = letters_told(said)
    found = [
        weight if weight and letters(cut.text[: 2 * _HEAD])[:_HEAD] in told else 0
        for cut, weight in zip(cuts, weights, strict=True)
    ]
    return found if sum(found) >= _BELIEVED * len(said) else weights
