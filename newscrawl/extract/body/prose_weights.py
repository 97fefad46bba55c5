"""Weigh the cuts of a page: how much prose each is that may be the article's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common.common_class_names import PLACES
from newscrawl.boilerplate.rules.applicable_rules import any_word
from newscrawl.boilerplate.rules.heading_ids import anchors_among
from newscrawl.boilerplate.rules.rule_types import folded_lines
from newscrawl.boilerplate.rules.telling_names import Named, telling
from newscrawl.extract.body.below_story import answered_cuts
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.headline_witness import (
    PARAGRAPHS,
    behind_headline,
    headline_at,
    is_told_first,
)
from newscrawl.extract.body.hidden_text import seen_of
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.extract.body.text_size import size_of
from newscrawl.extract.fields.headline import is_headline
from newscrawl.page import Page

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
#: A paragraph of fewer characters says little about where the body is.
_TELLING_LENGTH = 40
#: Where longer paragraphs hold no more of the prose than this, the shorter ones are the text.
_ONE_LINERS = 0.2
#: So many paragraphs that a page says more than once are no box but its text; so are so many
#: characters, where fewer paragraphs are left.
_TEXT_PARAGRAPHS, _TEXT_LENGTH = 3, 400
#: A dek and a byline have so many characters.
_BRIEF_LENGTH = 200
#: A list is prose where lines that may be some hold this share of it.
_TOLD_SHARE = 0.6
#: A text of so many characters with hardly a space is data, unless its script parts no words.
_DATA_LENGTH, _DATA_WORD = 200, 60
#: A heading of so many characters that ends like a sentence is told as one.
_SENTENCE_LENGTH = 80
#: What stands in these is beside the article.
_BESIDE = frozenset({"aside", "nav", "footer", "label", "button"})
#: A page's footer has prose as well, which may be longer than the article.
_BOXES = (*PLACES, Named("footer", r"(?:page|site|main|global)?footer|colophon", share=0.8))
_ANY_BOX = any_word(_BOXES)
#: Those that no page has around its article.
_SURE_BOXES = tuple(
    box for box in _BOXES if box.name in {"consent", "comments", "form", "hidden", "footer"}
)


class ProseWeights:
    """Characters of prose of each cut; none where it is link, heading or boilerplate."""

    def __init__(self, page: Page, top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> None:
        self._cuts = cuts
        self._head = headline_at(page, cuts)
        taken = _taken(top, cuts, rules)
        may_be = _prose(cuts, self._head)
        seen = seen_of(page, may_be, cuts, self._head)
        #: What no reader sees, of what might be prose.
        self.unseen = frozenset(may_be).difference(seen)
        prose = _said_once(seen, cuts)
        self._prose = [at for at in prose if at not in taken]
        readers = answered_cuts(cuts, self._prose)
        self._prose = [at for at in self._prose if at not in readers]
        names = _telling_names(page, cuts, (cuts[at].place for at in self._prose))
        marks, said = dict[Place, tuple[str, ...]](), [cuts[at] for at in self._prose]
        self._blocks = [Block(cut.kind, cut.text, _marks(cut.place, names, marks)) for cut in said]
        #: Without what stands in boxes.
        self.plain = self._without(_BOXES)

    def with_boxes(self) -> list[int]:
        """The weights where a box is told by nothing but a name that articles may have."""
        return self._without(_SURE_BOXES)

    def _without(self, boxes: Sequence[Named]) -> list[int]:
        beside = self._beside(boxes)
        lengths = [0] * len(self._cuts)
        for at in self._prose:
            lengths[at] = 0 if at in beside else len(self._cuts[at].text)
        # A page of one-liners is weighed by its one-liners.
        telling = [length if length >= _TELLING_LENGTH else 0 for length in lengths]
        told = telling if sum(telling) > _ONE_LINERS * sum(lengths) else lengths
        return list(behind_headline(told, self._head))

    def _beside(self, boxes: Sequence[Named]) -> set[int]:
        """Which of the prose stands in boxes; none where that would leave no prose at all.

        Each rule sees what those before it left: beside a thousand comments any name of the
        article's own would hold but a small share of the text.
        """
        left, held = self._prose, self._blocks
        marks = frozenset(chain.from_iterable({block.marks for block in held}))
        for rule in (rule for rule in boxes if telling(rule.words, marks)):
            taken = set(rule.matches(held, ()))
            apart = {left[i] for i in taken}
            rest = [at for at in left if at not in apart]
            if not taken or is_told_first(apart, rest, self._cuts, self._head):
                own = frozenset(chain.from_iterable(held[i].marks for i in taken))
                _forget(telling(rule.words, own), apart, self._cuts)
            else:
                left, held = rest, [block for i, block in enumerate(held) if i not in taken]
        return set(self._prose) - set(left) if left else set()


def _said_once(prose: Sequence[int], cuts: Sequence[Cut]) -> list[int]:
    """Without what a page says twice: it is of boxes, for wide and for narrow screens.

    Of a text and its hidden copies, for paper say, the one that readers see counts; and where all
    is said twice, the first time.
    """
    said = defaultdict[str, list[int]](list)
    for at in prose:
        said[cuts[at].text].append(at)
    copies = {text: places for text, places in said.items() if len(places) > 1}
    seen = {
        text: [at for at in places if cuts[at].place.hidden_in() is None]
        for text, places in copies.items()
    }
    once = {at for places in seen.values() if len(places) == 1 for at in places}
    left = [at for at in prose if cuts[at].text not in copies or at in once]
    if not left or _outweighs([t for t in copies if len(t) >= _TELLING_LENGTH], left, cuts):
        return sorted((seen.get(text) or places)[0] for text, places in said.items())
    return left


def _outweighs(copies: Sequence[str], left: Sequence[int], cuts: Sequence[Cut]) -> bool:
    """Whether what is said more than once is longer than all else: the text, for each screen."""
    said = sum(map(len, copies))
    others = [length for at in left if (length := len(cuts[at].text)) >= _TELLING_LENGTH]
    is_brief = len(others) < _TEXT_PARAGRAPHS and said >= _TEXT_LENGTH
    is_text = len(copies) >= _TEXT_PARAGRAPHS or is_brief
    return is_text and said > sum(len(cuts[at].text) for at in left)


def _around_headline(page: Page, cuts: Sequence[Cut]) -> frozenset[str]:
    """Names of the elements that hold the page's headline: they hold its article as well.

    "content-sidebar-wrap" is what stands around both the article and what is beside it.
    """
    heads = (cut for cut in cuts if cut.place.tag == "h1")
    own = next((cut for cut in heads if is_headline(page, cut.text)), None)
    if own is None or own.place.above is None:
        return frozenset()
    return frozenset(name for place in own.place.above.path() for name in place.names())


def _telling_names(page: Page, cuts: Sequence[Cut], places: Iterable[Place]) -> frozenset[str]:
    """The names of elements around these places that a box may be told by.

    A section's that are made of its heading's words tell nothing of a box.
    """
    names = dict[Place, tuple[str, ...]]()
    for place in places:
        for above in place.path():
            if above in names:
                break
            names[above] = above.names()
    told = telling(_ANY_BOX, frozenset(chain.from_iterable(names.values())))
    heads = [cut for cut in cuts if cut.kind is BlockKind.HEADING] if told else []
    known = dict[Place, tuple[str, ...]]()
    anchors = anchors_among(told, ((cut.text, _marks(cut.place, told, known)) for cut in heads))
    return told - anchors - _around_headline(page, cuts)


def _marks(
    place: Place, among: frozenset[str], known: dict[Place, tuple[str, ...]]
) -> tuple[str, ...]:
    """The marks of a place that are among these, each once."""
    if place.above is None or not among:
        return ()
    if place not in known:
        above = _marks(place.above, among, known)
        own = [name for name in place.names() if name in among and name not in above]
        known[place] = (*above, *own) if own else above
    return known[place]


def _forget(names: frozenset[str], among: Iterable[int], cuts: Sequence[Cut]) -> None:
    """Let names of boxes be none of these cuts' marks: the rules that clean would go by them."""
    places = {place for at in among for place in cuts[at].place.path()}
    for place in places:
        place.forget(names)


def _taken(top: Place, cuts: Sequence[Cut], rules: Sequence[Rule]) -> set[int]:
    if not rules:
        return set()
    blocks = [cut.block(top) for cut in cuts]
    lines = folded_lines(blocks)
    return {at for rule in rules for at in rule.matches(blocks, lines)}


def _prose(cuts: Sequence[Cut], head: int | None) -> list[int]:
    """What may be prose and stands beside nothing; all of it where a page has it in boxes alone."""
    found = [at for at, cut in enumerate(cuts) if _may_be_prose(cut)]
    known = dict[Place, Place | None]()
    boxes = {at: box for at in found if (box := _box_around(cuts[at].place, known))}
    left = [at for at in found if at not in boxes]
    lists = _lists_alone(cuts, head, left or found)
    if lists and (not left or _are_results(cuts, lists, left)):
        return sorted([*left, *lists])
    if not left or not boxes:
        return found
    fellows = defaultdict[tuple[Place | None, str], list[int]](list)
    for at, box in boxes.items():
        fellows[box.above, box.tag].append(at)
    # No story is told in so few: there may be as many boxes as elements.
    for inside in (each for each in fellows.values() if len(each) >= PARAGRAPHS):
        if is_told_first(inside, left, cuts, head):
            _forget(frozenset({f"<{tag}>" for tag in _BESIDE}), inside, cuts)
            return sorted([*left, *inside])
    return left


def _lists_alone(cuts: Sequence[Cut], head: int | None, others: Sequence[int]) -> list[int]:
    """The lists of a page that tells nothing else behind its headline: results, names, dates."""
    behind = range(0 if head is None else head + 1, len(cuts))
    lists = [at for at in behind if cuts[at].kind is BlockKind.LIST and not cuts[at].is_link]
    lists = [at for at in lists if _box_around(cuts[at].place, {}) is None]
    is_more = sum(len(cuts[at].text) for at in lists) > sum(len(cuts[at].text) for at in others)
    return lists if is_more else []


def _are_results(cuts: Sequence[Cut], lists: Sequence[int], left: Sequence[int]) -> bool:
    """Whether lists below headings in one element are the story, and all else a dek, a byline."""
    headed = (at for at in lists if cuts[at - 1].kind is BlockKind.HEADING)
    fellows = Counter(cuts[at].place.above for at in headed)
    sizes = (size_of(cuts[at].text) for at in left)
    is_brief = sum(size for size in sizes if size >= _TELLING_LENGTH) <= _BRIEF_LENGTH
    # Shorter ones are what a page offers below a brief report.
    is_long = sum(size_of(cuts[at].text) for at in lists) > _BRIEF_LENGTH
    return is_brief and is_long and max(fellows.values(), default=0) >= _TEXT_PARAGRAPHS


def _may_be_prose(cut: Cut) -> bool:
    if cut.is_link or _is_data(cut.text):
        return False
    return cut.kind in PROSE or _is_told_list(cut) or _is_told_heading(cut)


def _is_data(text: str) -> bool:
    """Whether a text is encoded for a program: a placeholder's markup, a picture."""
    is_long = len(text) > _DATA_LENGTH and text.count(" ") * _DATA_WORD < len(text)
    return is_long and text.isascii()


def _is_told_heading(cut: Cut) -> bool:
    """Whether a heading is a sentence of the story: some tell it in headings and pictures."""
    is_long = cut.kind is BlockKind.HEADING and size_of(cut.text) >= _SENTENCE_LENGTH
    return is_long and cut.place.tag != "h1" and is_sentence(cut.text)


def _box_around(place: Place, known: dict[Place, Place | None]) -> Place | None:
    """The outermost element that stands beside articles; one that holds ``main`` was left open."""
    if place.tag == "main":
        return None
    if place not in known:
        outer = _box_around(place.above, known) if place.above is not None else None
        known[place] = outer or (place if place.tag in _BESIDE else None)
    return known[place]


def _is_told_list(cut: Cut) -> bool:
    """Whether a list is text of an article: its lines are sentences, or as long as such."""
    if cut.kind is not BlockKind.LIST:
        return False
    lines = cut.text.split("\n")
    told = sum(size_of(line) for line in lines if size_of(line) >= _TELLING_LENGTH)
    return told >= _TOLD_SHARE * size_of(cut.text)
