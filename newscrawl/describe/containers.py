"""Find the elements that hold the text on several pages of one site, the template as witness."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.describe.taught_page import TaughtPage

#: A name that a person wrote; build tools make others, which the next build makes anew.
_WORD = r"(?:[a-z]{2,}(?:[A-Z][a-z]+)*|(?:[A-Z][a-z]+)+|[A-Z]{2,4})"
_NATURAL = re.compile(rf"[.#]?{_WORD}(?:[-_]+{_WORD})*|\[.*")
#: What styled-components give an element: a name of theirs, and beside it one of its style alone.
_STYLED = re.compile(r"\.(?:[\w-]*-)?sc-[\w-]+")
_OF_STYLE = re.compile(r"\.[A-Za-z]{5,7}")
#: Names of how something looks, and of nothing that it is.
_LOOKS = re.compile(
    r"\.(?:text|font|items|justify|space|flex|grid|col|row|bg|border|is|has|js|ml|mr|mt|mb|mx|my"
    r"|px|py|pt|pb|md|lg|sm|xl|no)(?:[-_]|$)|\.(?:container|wrapper|group|current|new|left|right)$"
)
#: Names that say what stands there.
_TELLING = re.compile(r"article-?body|body|content|story|text|entry|post|article", re.IGNORECASE)
#: By so much less is believed what finds several elements of a page.
_PARTED = 0.06
#: By so much less is believed a way to an element: one box more, and it leads elsewhere.
_WAY = 0.03
#: A container is on so many of the pages, at least.
_SHARE = 0.5
#: What a further selector or mark must better the agreement by, and how many are taken.
_BETTER, _MOST_PARTS, _MOST_MARKS = 0.004, 2, 5
#: Names of what stands above a text and belongs to it.
_STANDFIRST = re.compile(
    r"lead|standfirst|excerpt|dec?k\b|summary|sub-?(?:title|line|head)|intro|description|strap",
    re.IGNORECASE,
)
#: Letters of a standfirst, at least.
_LINE = 40
#: A place is none of the text's where so little of what stands in it is wanted.
_STRAY = 0.03

#: For each page, the numbers of blocks.
_Chosen = tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """Selectors, and marks inside of them that hold none of the text."""

    selectors: tuple[str, ...]
    #: Class names and ids.
    marks: tuple[str, ...] = ()
    #: It finds several elements of a page, which may be one kind of paragraph.
    is_parted: bool = False

    @property
    def selector(self) -> str:
        return ", ".join(self.selectors)


def is_natural(selector: str) -> bool:
    """Whether somebody named the element for what it is: such a name stays."""
    return bool(_NATURAL.fullmatch(selector)) and not _LOOKS.match(selector)


def names_of_styles(pages: Sequence[TaughtPage]) -> frozenset[str]:
    """Names that look like words, and that the next build of the site makes anew."""
    found = {step.element: step.selectors for page in pages for s in page.steps for step in s}
    styled = (names for names in found.values() if any(map(_STYLED.fullmatch, names)))
    return frozenset(
        name
        for names in styled
        for name in names
        if _OF_STYLE.fullmatch(name) or _STYLED.fullmatch(name)
    )


def containers(pages: Sequence[TaughtPage], count: int, *, is_any: bool = False) -> list[Container]:
    """So many containers in which the known text of most pages may stand, the best first.

    Where ``is_any``, names that nobody wrote will do too, and those of single paragraphs.
    """
    of_styles = frozenset[str]() if is_any else names_of_styles(pages)

    def is_lasting(name: str) -> bool:
        return is_any or (is_natural(name) and name not in of_styles)

    found = {name: held for name, held in _by_selector(pages).items() if is_lasting(name)}
    fewest = max(min(2, len(pages)), len(pages) * _SHARE)
    often = {name: chosen for name, chosen in found.items() if sum(map(bool, chosen)) >= fewest}
    multiple = {name for name in often if _is_of_paragraphs(name, pages)}
    firsts = [name for name in often if is_any or name not in multiple]

    def rank(name: str) -> tuple[float, ...]:
        return _rank(name, pages, often[name], _PARTED if name in multiple else 0)

    first = sorted(firsts, key=rank, reverse=True)[:count]
    made = [
        replace(_container(pages, name, often, is_lasting, is_any), is_parted=name in multiple)
        for name in first
    ]
    return list({(each.selectors, each.marks): each for each in made}.values())


def _container(
    pages: Sequence[TaughtPage],
    first: str,
    often: dict[str, _Chosen],
    is_lasting: Callable[[str], bool],
    is_any: bool,
) -> Container:
    """The container with what stands beside it, and without what is none of the text in it."""

    def with_fellows(chosen: _Chosen) -> dict[str, _Chosen]:
        # A standfirst stands above the text; what stands below it is another's.
        return {
            name: tuple(a | b for a, b in zip(chosen, other, strict=True))
            for name, other in often.items()
            if _is_fellow(pages, chosen, other)
            and (is_any or (_STANDFIRST.search(name) and _is_above(chosen, other)))
        }

    def without_strays(chosen: _Chosen) -> dict[str, _Chosen]:
        return {
            mark: tuple(a - b for a, b in zip(chosen, held, strict=True))
            for mark, held in _by_mark(pages, selectors, chosen).items()
            if is_lasting(mark) and _is_stray(pages, held)
        }

    further, chosen = _bettered(pages, often[first], with_fellows, _MOST_PARTS)
    selectors = (first, *further)
    marks, _ = _bettered(pages, chosen, without_strays, _MOST_MARKS)
    return Container(selectors=selectors, marks=tuple(mark[1:] for mark in marks))


def _bettered(
    pages: Sequence[TaughtPage],
    chosen: _Chosen,
    trials: Callable[[_Chosen], dict[str, _Chosen]],
    most: int,
) -> tuple[list[str], _Chosen]:
    """The best trials, one upon the other as long as they better what is chosen, and the blocks."""
    names = list[str]()
    for _ in range(most):
        found = trials(chosen)
        best = max(found, key=lambda name: _rank(name, pages, found[name]), default=None)
        if best is None or _score(pages, found[best]) < _score(pages, chosen) + _BETTER:
            break
        names, chosen = [*names, best], found[best]
    return names, chosen


def _by_selector(pages: Sequence[TaughtPage]) -> dict[str, _Chosen]:
    """What each selector holds on each page; none that finds an element inside another."""
    held: defaultdict[str, list[set[int]]] = defaultdict(lambda: [set() for _ in pages])
    nested = set[str]()
    for number, page in enumerate(pages):
        for at, steps in enumerate(page.steps):
            counts = Counter(name for step in steps for name in step.selectors)
            nested |= {name for name, n in counts.items() if n > 1}
            for name in counts:
                held[name][number].add(at)
    return {
        name: tuple(map(frozenset, chosen)) for name, chosen in held.items() if name not in nested
    }


def _is_of_paragraphs(selector: str, pages: Sequence[TaughtPage]) -> bool:
    """Whether it finds several elements on a page: it may be the name of one kind of paragraph."""
    found = [
        {step.element for steps in page.steps for step in steps if selector in step.selectors}
        for page in pages
    ]
    return any(len(elements) > 1 for elements in found)


def _score(pages: Sequence[TaughtPage], chosen: _Chosen) -> float:
    return fmean(map(_agreement, pages, chosen))


def _agreement(page: TaughtPage, chosen: frozenset[int]) -> float:
    """How far the blocks are those that are wanted, by their letters: F1."""
    right = sum(page.worth[at] for at in chosen if page.worth[at] > 0)
    wrong = -sum(page.worth[at] for at in chosen if page.worth[at] < 0)
    return 2 * right / (right + wrong + page.wanted) if right else 0.0


def _rank(
    name: str, pages: Sequence[TaughtPage], chosen: _Chosen, less: float = 0
) -> tuple[float, ...]:
    """The better comes last; of two that are as good, what a person wrote, and what holds less."""
    most = sum(map(len, chosen))
    less += _WAY if " > " in name else 0
    score = round(_score(pages, chosen) - less, 2)
    return (score, is_natural(name), bool(_TELLING.search(name)), -most, -len(name))


def _is_fellow(pages: Sequence[TaughtPage], chosen: _Chosen, other: _Chosen) -> bool:
    """Whether it stands apart from what is chosen, and holds text on each page that has it."""
    pairs = zip(pages, chosen, other, strict=True)
    return all(
        not held & had and sum(page.worth[at] for at in held) >= _LINE
        for page, had, held in pairs
        if held
    )


def _is_above(chosen: _Chosen, other: _Chosen) -> bool:
    return all(not a or not b or max(b) < min(a) for a, b in zip(chosen, other, strict=True))


def _by_mark(
    pages: Sequence[TaughtPage], selectors: Sequence[str], chosen: _Chosen
) -> dict[str, _Chosen]:
    """What stands under each name or id below the container, of what is chosen."""
    held: defaultdict[str, list[set[int]]] = defaultdict(lambda: [set() for _ in pages])
    for number, page in enumerate(pages):
        for at in chosen[number]:
            is_inside = False
            for step in page.steps[at]:
                if is_inside:
                    for mark in (name for name in step.selectors if name[0] in ".#"):
                        held[f".{mark[1:]}"][number].add(at)
                is_inside = is_inside or any(name in step.selectors for name in selectors)
    return {mark: tuple(map(frozenset, found)) for mark, found in held.items()}


def _is_stray(pages: Sequence[TaughtPage], held: _Chosen) -> bool:
    """Whether several pages have it and nothing in it is wanted."""
    worth = [page.worth[at] for page, found in zip(pages, held, strict=True) for at in found]
    wanted = sum(each for each in worth if each > 0)
    on = sum(any(page.worth[at] < 0 for at in f) for page, f in zip(pages, held, strict=True))
    return on >= min(2, len(pages)) and wanted <= _STRAY * sum(map(abs, worth))
