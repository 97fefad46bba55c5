"""A page of which it is known what its text is: each of its blocks is wanted, or is not."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newscrawl.article import BlockKind
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.element_selectors import selectors_of
from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import Place
from newscrawl.page import Page

_WHOLES = frozenset({"article", "main"})
#: Kinds of cuts that are no lines of the body.
_WORDLESS = frozenset({BlockKind.EMBED, BlockKind.CAPTION})
#: A shorter line stands in a text by chance.
_TELLING = 25


class Step(NamedTuple):
    """An element above a block: which one it is, and the selectors that find it."""

    element: int
    selectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaughtPage:
    """The blocks of a page with what each is worth, in order."""

    page: Page
    #: Letters: more than 0 where the block is of the text, less where it is not, 0 either way.
    worth: tuple[int, ...]
    #: For each block, the elements above it, outermost first.
    steps: tuple[tuple[Step, ...], ...] = field(repr=False)

    @property
    def wanted(self) -> int:
        return sum(worth for worth in self.worth if worth > 0)


def taught(page: Page, lines: Collection[str], either: Collection[str] = ()) -> TaughtPage | None:
    """The page with the lines that are known to be its text; None where it has no body.

    What is in ``either`` may be in the text or not: rules of words take it wherever it stands.
    """
    body = page.tree.body
    if body is None:
        return None
    _, cuts = cuts_in(body)
    known, passed = {fold(line) for line in lines}, {fold(line) for line in either}
    whole = " ".join(fold(line) for line in lines)
    known_steps = dict[int, tuple[Step, ...]]()
    return TaughtPage(
        page,
        tuple(_worth(cut, known, whole, passed) for cut in cuts),
        tuple(_steps(cut.place, known_steps) for cut in cuts),
    )


def _worth(cut: Cut, known: Collection[str], whole: str, passed: Collection[str]) -> int:
    line = fold(cut.text)
    if cut.kind in _WORDLESS or line in passed:
        return 0
    is_known = line in known or (len(line) >= _TELLING and line in whole)
    return len(line) if is_known else -len(line)


def _steps(place: Place, known: dict[int, tuple[Step, ...]]) -> tuple[Step, ...]:
    if id(place) not in known:
        above = _steps(place.above, known) if place.above else ()
        known[id(place)] = (*above, Step(place.node.mem_id, tuple(_selectors(place))))
    return known[id(place)]


def _selectors(place: Place) -> Iterator[str]:
    if place.above is None:
        return
    if place.tag in _WHOLES:
        yield place.tag
    yield from selectors_of(place.node)
