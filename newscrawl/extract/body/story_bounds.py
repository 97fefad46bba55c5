"""Cut a body where its story begins and ends: behind the headline, before what comes next."""

import re
from collections import Counter
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.boilerplate.folding import letters
from newscrawl.extract.body.below_story import comments_below, last_heading_below
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.headline_witness import NEAR, own_headings
from newscrawl.extract.body.homes import Look, homes_of, look_of
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.speakers import speaks_first, without_speakers
from newscrawl.extract.fields.headline import OWN_LIKENESS, best_likeness, is_headline
from newscrawl.page import Page

#: A line of more characters is a paragraph even where it ends like a title.
_PARAGRAPH_LENGTH = 100
#: What stands behind the page's headline is the story if it is this share of the prose.
_BEHIND = 0.2
#: The next article begins at a headline of its own, after so many characters and this share.
_STORY_LENGTH, _STORY_SHARE = 300, 0.1
#: A byline stands so near below its headline, is a line of so many characters, and so many other
#: articles follow: where more headings are signed they are entries of one.
_NEAR, _LINE_LENGTH, _FEW_SIGNED = 2, 80, 2
_BYLINE = re.compile(
    r"(?:(?i:(?:written |story |words |posted |published )?by|von|par|por|di|af|av|door))"
    r" [^\W\d_a-z][\w.'’-]{0,30} [^\W\d_a-z]"
)
#: Headlines that are looked at.
_MOST_HEADLINES = 50
_SENTENCE = re.compile(r"[.!?…:;。！？؟।】][\"'”’»“)\]）」』】]*$")
#: How a line ends that says whom a letter is to; so many lines are a list of results.
_ADDRESSED, _RESULTS = (",", "，", "،"), 3
#: How an excerpt ends, and paragraphs that it may be taken of.
_CUT_SHORT, _EXCERPTED = ("…", "..."), 6
#: What an element of notes is called, or of questions with their answers.
_NOTES = re.compile(
    r"(?:wp-block-)?(?:foot|end)-?notes?(?:[-_]content)?|(?:.*[-_])?(?:faqs?|accordion)(?:[-_].*)?",
    re.IGNORECASE,
)
#: So many questions with their answers belong to the story before them.
_ASKED, _QUESTIONS = ("?", "？", "؟"), 3
_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST})
_HEADING, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH


def story(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> range:
    """Where the story stands: behind the headline, from the first sentence to the last.

    Around it are the byline, the date, tags and links, and the next article. The end is looked
    for where most of the prose is at home; boxes behind it are somewhere else.
    """
    homes = homes_of(cuts, weights)
    first = _after_headline(page, cuts, weights)
    end = min(
        _next_headline(page, cuts, weights, first, homes),
        # Where readers, or lawyers, begin to speak.
        comments_below(cuts, weights, first),
        last_heading_below(cuts, weights, first),
    )
    told = [at for at in range(first, end) if _is_told(cuts[at], weights[at])]
    if not told:
        return range(first, end)
    start = _with_opening(page, cuts, told[0], first, homes)
    if _is_dek(page, cuts[told[0]], homes) or _is_excerpt(cuts, told):
        start = told[0] + 1
    at_home = (at for at in range(start, end) if _is_text(cuts[at], homes) or _is_note(cuts[at]))
    last = max(at_home, default=told[-1])
    return range(start, max(last, _last_answer(cuts, range(last + 1, end))) + 1)


def labels(cuts: Sequence[Cut], weights: Sequence[int]) -> set[int]:
    """The few words that label boxes, buttons and cards between the paragraphs."""
    homes = homes_of(cuts, weights)
    found = {at for at, cut in enumerate(cuts) if _is_label(cut, homes)}
    return without_speakers(cuts, {at for at in found if not _opens_told(cuts, weights, at)})


def _opens_told(cuts: Sequence[Cut], weights: Sequence[int], at: int) -> bool:
    """Whether a line opens an element that tells something below it."""
    place, below = cuts[at].place, at + 1
    return (
        place.tag == "summary"
        and place.above is not None
        and below < len(cuts)
        and weights[below] > 0
        and cuts[below].place.is_in(place.above)
    )


def _after_headline(page: Page, cuts: Sequence[Cut], weights: Sequence[int]) -> int:
    """Behind the page's headline, or the first that has most of the prose behind it.

    One that stands among the story's paragraphs is no headline, but a heading of the story's own.
    So are all where the page's headline stands elsewhere.
    """
    heads = [at for at, cut in enumerate(cuts) if cut.place.tag == "h1"]
    if not heads:
        return 0
    own = own_headings(page, cuts)
    if not own and page.once(best_likeness) >= OWN_LIKENESS:
        return 0
    head, total = (own or heads)[0], sum(weights)
    is_near = own and any(weights[head : head + NEAR])
    share = 1 - _BEHIND if is_near else 0.5
    if sum(weights[:head]) > share * total:
        return 0
    holders = _holders(cuts)
    around = {holders[at] for at in range(head) if weights[at]}
    return 0 if holders[head] in around else head + 1


def _holders(cuts: Sequence[Cut]) -> list[Place | None]:
    """For each cut the element that holds it among others, above what wraps it alone."""
    held = Counter(cut.place.above for cut in cuts)
    return [
        above.above if (above := cut.place.above) and held[above] == 1 else above for cut in cuts
    ]


def _next_headline(
    page: Page, cuts: Sequence[Cut], weights: Sequence[int], first: int, homes: set[Look]
) -> int:
    """Where the next article begins; a headline among the paragraphs is one of the story's own."""
    signed, has_own = _signed_headings(cuts, first), page.once(best_likeness) >= OWN_LIKENESS
    heads = [at for at in range(first, len(cuts)) if cuts[at].place.tag == "h1" or at in signed]
    heads = [at for at in heads if not is_headline(page, cuts[at].text)]
    if not heads:
        return len(cuts)
    prose = [at for at in range(first, len(cuts)) if weights[at]]
    holders, least = _holders(cuts), max(_STORY_LENGTH, _STORY_SHARE * sum(weights))
    for head in heads[:_MOST_HEADLINES]:
        before = [at for at in prose if at < head]
        told = sum(weights[at] for at in before)
        around = {holders[at] for at in before}
        # One element's paragraphs are of one story, whatever stands between them; several who sign
        # parts of it argue with each other.
        is_next = has_own and signed == {head} and cuts[head].place.tag == "h1"
        goes_on = not is_next and any(holders[at] in around for at in prose if at > head)
        if told <= least or goes_on:
            continue
        is_others = head in signed or look_of(cuts[head].place) not in homes
        if is_others or _begins_alike(page, cuts, head):
            return head
    return len(cuts)


def _signed_headings(cuts: Sequence[Cut], first: int) -> set[int]:
    """The headings with a byline below; none where so many are that the page is a blog's day."""
    found = {
        at
        for at in range(first, len(cuts) - 1)
        if cuts[at].kind is _HEADING
        and any(_BYLINE.match(cut.text) for cut in cuts[at + 1 : at + 1 + _NEAR] if _is_line(cut))
    }
    return found if len(found) <= _FEW_SIGNED else set()


def _is_line(cut: Cut) -> bool:
    return cut.kind is _PARAGRAPH and len(cut.text) <= _LINE_LENGTH and not is_sentence(cut.text)


def _begins_alike(page: Page, cuts: Sequence[Cut], head: int) -> bool:
    """Whether a headline begins an element beside one like it, which the page's own begins."""
    holder = cuts[head].place.above
    if holder is None or cuts[head - 1].place.is_in(holder):
        return False
    firsts: dict[Place, Cut] = {}
    for cut in cuts[:head]:
        for place in cut.place.path():
            firsts.setdefault(place, cut)
    return any(
        place.above is holder.above
        and place.tag == holder.tag
        and first.place.tag == "h1"
        and is_headline(page, first.text)
        for place, first in firsts.items()
    )


def _with_opening(page: Page, cuts: Sequence[Cut], start: int, first: int, homes: set[Look]) -> int:
    """The start with what opens the story: a heading, whom a letter is to, or lists of results.

    A list may have brief lines and headings of its own before it; of other brief lines among the
    paragraphs most are bylines.
    """
    if start > first and speaks_first(cuts, start - 1):
        start -= 1
    opening, has_list = start, False
    while opening > first and _may_open(page, cuts[opening - 1], cuts, homes):
        opening -= 1
        cut = cuts[opening]
        has_list = has_list or (cut.kind is BlockKind.LIST and cut.text.count("\n") >= _RESULTS - 1)
        is_addressed = cut.kind is _PARAGRAPH and cut.text.endswith(_ADDRESSED)
        if has_list or is_addressed or (cut.kind is _HEADING and opening == start - 1):
            start = opening
    return start


def _may_open(page: Page, cut: Cut, cuts: Sequence[Cut], homes: set[Look]) -> bool:
    if look_of(cut.place) not in homes:
        return False
    if cut.kind is _HEADING:
        return not _is_lone_headline(page, cuts, cut.text)
    return cut.kind in _TEXTS and not cut.is_link


def _is_lone_headline(page: Page, cuts: Sequence[Cut], heading: str) -> bool:
    """Whether a heading is the headline of a page that has no main heading."""
    return not any(cut.place.tag == "h1" for cut in cuts) and is_headline(page, heading)


def is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text))


def _is_told(cut: Cut, weight: int) -> bool:
    """Whether a cut is text of an article, by the way it ends or its length."""
    if cut.kind is _HEADING:
        return weight > 0
    is_long = len(cut.text) > _PARAGRAPH_LENGTH
    return cut.kind in _TEXTS and not cut.is_link and (is_long or is_sentence(cut.text))


def _is_text(cut: Cut, homes: set[Look]) -> bool:
    """Whether a cut stands among the paragraphs, and is one, however short."""
    return cut.kind in _TEXTS and not cut.is_link and look_of(cut.place) in homes


def _is_note(cut: Cut) -> bool:
    """Whether a cut stands among the notes that a story's figures lead to."""
    return cut.kind in _TEXTS and any(map(_NOTES.fullmatch, cut.place.names_near()))


def _last_answer(cuts: Sequence[Cut], behind: range) -> int:
    """Where the last of several questions is answered that stand behind a story; -1 for none."""
    last, answered, question = -1, set[int](), None
    for at in behind:
        cut = cuts[at]
        if cut.kind is _HEADING or cut.place.tag == "summary":
            is_asked = cut.text.endswith(_ASKED) and not cut.is_link
            if answered and not is_asked:
                break
            question = at if is_asked else None
        elif question is not None and _is_told(cut, 0):
            last = at
            answered.add(question)
    return last if len(answered) >= _QUESTIONS else -1


def _is_dek(page: Page, cut: Cut, homes: set[Look]) -> bool:
    """Whether a cut is what the page calls its description, and no paragraph among others."""
    described = {page.metas.get(name) for name in ("description", "og:description")}
    return cut.text in described and look_of(cut.place) not in homes


def _is_excerpt(cuts: Sequence[Cut], told: Sequence[int]) -> bool:
    """Whether the first text is the beginning of those behind it, cut short."""
    text = cuts[told[0]].text.rstrip()
    begun = letters(text) if text.endswith(_CUT_SHORT) else ""
    behind = "".join(letters(cuts[at].text) for at in told[1:_EXCERPTED]) if begun else ""
    return bool(begun) and len(behind) > len(begun) and behind.startswith(begun)


def _is_label(cut: Cut, homes: set[Look]) -> bool:
    """Whether a cut is a few words that stand in no paragraph's place, or a line of stars."""
    if cut.is_link:
        return cut.kind is _HEADING and look_of(cut.place) not in homes
    if cut.kind is _PARAGRAPH and not any(map(str.isalnum, cut.text)):
        return True
    # What is shown as it is written is no label, but code or a table.
    is_short = cut.kind is _PARAGRAPH and cut.place.tag != "pre" and not _is_told(cut, 0)
    return is_short and look_of(cut.place) not in homes
