"""Find what stands between the headline and the story and belongs to it: standfirst and lead."""

import re
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.boilerplate.folding import letters
from newscrawl.extract.body.captions_beside_pictures import has_picture
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.extract.fields.headline import is_headline
from newscrawl.page import Page

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST})
#: No headline is longer.
_HEADLINE_LENGTH = 300
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
#: So many letters tell one text from another; as many characters mostly hold them.
_HEAD, _ENOUGH = 60, 120
#: A description of fewer letters may begin like any sentence.
_TELLING_LENGTH = 30
#: A paragraph of more characters is no caption, date or byline.
_PARAGRAPH_LENGTH = 100
#: What editors call a standfirst.
_STANDFIRST = re.compile(
    r"(?:^|[-_])(?:dek|deck|standfirst|excerpt|sub-?title|sub-?head(?:er|line|ing)?|strap-?line"
    r"|lead|intro|teaser(?:-text)?|chapo|vorspann|ingress)(?:$|[-_])"
)
#: A point of a story has more characters than this, and a story has so many at most.
_POINT_LENGTH, _MOST_POINTS = 20, 8
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def lead(
    page: Page, cuts: Sequence[Cut], weights: Sequence[int], told: Sequence[int], container: Place
) -> list[int]:
    """Which cuts before the story are its standfirst, or paragraphs that were laid out apart.

    ``told`` are the indexes of the story's cuts. What the page calls its description is a
    standfirst wherever it stands before them; other cuts have to stand behind the headline.
    """
    start = told[0]
    headline = _headline(page, cuts, start)
    described = [letters(page.metas.get(name, "")) for name in _DESCRIPTIONS]
    above = set(container.path())
    before = [
        at for at in range(0 if headline is None else headline + 1, start) if _may_be_lead(cuts[at])
    ]
    said = {_head(cuts[at].text) for at in told} if before else set[str]()
    found = []
    for at in before:
        cut, is_points = cuts[at], "\n" in cuts[at].text
        if (head := _head(cut.text)) in said:
            continue
        is_lead = headline is not None and (
            (weights[at] > 0 and (is_points or _is_paragraph(cut, above))) or _is_standfirst(cut)
        )
        if is_lead or _is_described(letters(cut.text), described):
            found.append(at)
            said.add(head)
    return found


def _may_be_lead(cut: Cut) -> bool:
    return not cut.is_link and cut.kind in _KINDS and ("\n" not in cut.text or _is_told(cut))


def _headline(page: Page, cuts: Sequence[Cut], start: int) -> int | None:
    """The page's headline above the story; else the nearest main heading."""
    heads = [at for at in range(start - 1, -1, -1) if cuts[at].place.tag == "h1"]
    own = next((at for at in heads if is_headline(page, cuts[at].text)), None)
    if own is None and not heads:
        lines = (at for at in range(start - 1, -1, -1) if len(cuts[at].text) <= _HEADLINE_LENGTH)
        own = next((at for at in lines if _names_page(page, cuts[at])), None)
    return own if own is not None else next(iter(heads), None)


def _names_page(page: Page, cut: Cut) -> bool:
    """Whether a line that is no main heading is the headline: some pages have none."""
    return not cut.is_link and is_headline(page, cut.text)


def _is_described(told: str, described: Sequence[str]) -> bool:
    """Whether a text is what the page tells of itself, in full or cut short."""
    return any(
        len(said) > _TELLING_LENGTH < len(told) and (said.startswith(told) or told.startswith(said))
        for said in described
    )


def _is_paragraph(cut: Cut, above: set[Place]) -> bool:
    """Whether a cut is a long text, or a paragraph beside the container."""
    if len(cut.text) > _PARAGRAPH_LENGTH and is_sentence(cut.text):
        return cut.place.tag == "p" or not has_picture(cut.place.above or cut.place)
    return cut.place.tag == "p" and cut.place.above in above


def _is_told(cut: Cut) -> bool:
    """Whether a list is of a few points, each a sentence, that tell the story in short."""
    points = cut.text.split("\n")
    is_told = all(is_sentence(point) and len(point) > _POINT_LENGTH for point in points)
    return cut.kind is BlockKind.LIST and len(points) <= _MOST_POINTS and is_told


def _is_standfirst(cut: Cut) -> bool:
    return is_sentence(cut.text) and any(
        _STANDFIRST.search(_CAMEL.sub("-", name).lower()) for name in cut.place.names_near()
    )


def _head(text: str) -> str:
    begun = letters(text[:_ENOUGH])
    return (begun if len(begun) > _HEAD else letters(text))[:_HEAD]
