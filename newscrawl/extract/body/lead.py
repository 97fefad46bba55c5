"""Find what stands between the headline and the story and belongs to it: standfirst and lead."""

import re
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.extract.body.blocks import Cut
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.page import Page

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE})
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
#: So many letters tell one text from another.
_HEAD = 60
#: A description of fewer letters may begin like any sentence.
_TELLING_LENGTH = 30
#: A paragraph of more characters is no caption, date or byline.
_PARAGRAPH_LENGTH = 100
#: What editors call a standfirst.
_STANDFIRST = re.compile(
    r"(?:^|[-_])(?:dek|deck|standfirst|excerpt|sub-?title|sub-?head(?:er|line|ing)?|strap-?line"
    r"|lead|intro|chapo|vorspann|ingress)(?:$|[-_])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")


def lead(
    page: Page, cuts: Sequence[Cut], weights: Sequence[int], told: Sequence[int], container: Place
) -> list[int]:
    """Which cuts before the story are its standfirst, or paragraphs that were laid out apart.

    ``told`` are the indexes of the story's cuts. What the page calls its description is a
    standfirst wherever it stands before them; other cuts have to stand behind the headline.
    """
    start = told[0]
    headline = next((at for at in range(start - 1, -1, -1) if cuts[at].place.tag == "h1"), None)
    described = [_letters(page.metas.get(name, "")) for name in _DESCRIPTIONS]
    looks = {cuts[at].place.names() for at in told if weights[at]}
    above = set(container.path())
    said = {_letters(cuts[at].text)[:_HEAD] for at in told}
    found = []
    for at in range(0 if headline is None else headline + 1, start):
        cut, letters = cuts[at], _letters(cuts[at].text)
        if cut.is_link or cut.kind not in _KINDS or letters[:_HEAD] in said:
            continue
        is_lead = headline is not None and (
            (weights[at] > 0 and _is_paragraph(cut, looks, above)) or _is_standfirst(cut)
        )
        if is_lead or _is_described(letters, described):
            found.append(at)
            said.add(letters[:_HEAD])
    return found


def _is_described(letters: str, described: Sequence[str]) -> bool:
    """Whether a text is what the page tells of itself, in full or cut short."""
    return any(
        len(said) > _TELLING_LENGTH < len(letters)
        and (said.startswith(letters) or letters.startswith(said))
        for said in described
    )


def _is_paragraph(cut: Cut, looks: set[tuple[str, ...]], above: set[Place]) -> bool:
    """Whether a cut is a paragraph beside the container, or one that looks like the story's."""
    if cut.place.tag != "p":
        return False
    is_long = len(cut.text) > _PARAGRAPH_LENGTH
    return (is_long and is_sentence(cut.text)) or cut.place.above in above


def _is_standfirst(cut: Cut) -> bool:
    around = cut.place.above
    names = (*cut.place.names(), *(around.names() if around else ()))
    return is_sentence(cut.text) and any(
        _STANDFIRST.search(_CAMEL.sub("-", name).lower()) for name in names
    )


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()
