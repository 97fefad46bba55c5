"""Find what holds the known text of articles on their pages as they look now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.boilerplate import Rule, Under
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.bracketed_text import parts_between
from newscrawl.describe.containers import Container, containers
from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.taught_page import TaughtPage, taught
from newscrawl.outlet import Layout, Outlet
from newscrawl.read_page import article_of

#: A text that agrees so far is whole; a repair must better it by so much.
WHOLE, BETTER = 0.95, 0.03
#: Containers that are tried, and boxes inside of each.
_TRIED, _BOXES = 8, 3
#: By so much less is believed what may be the name of one kind of paragraph, or is a way.
_PARTED = 0.02
#: By so much less for each further selector or mark: what says less holds on more pages.
_FURTHER = 0.003
#: By so much one trial must better another.
_STEP = 0.002


@dataclass(frozen=True, slots=True)
class RepairedBody:
    """A body's selector with rules of place; empty where today's reads the texts well."""

    selector: str = ""
    rules: tuple[Rule, ...] = ()
    #: By how much less it is believed than it agrees.
    less: float = 0.0

    def in_outlet(self, outlet: Outlet, layout: Layout) -> Outlet:
        own = replace(layout, body=self.selector or layout.body)
        return with_layout(outlet, own, self.rules)


def with_layout(outlet: Outlet, layout: Layout, rules: Sequence[Rule]) -> Outlet:
    """The outlet with a layout and rules that come before its own."""
    layouts, boilerplate = (layout, *outlet.layouts), (*rules, *outlet.boilerplate)
    return replace(outlet, layouts=layouts, boilerplate=boilerplate)


def repaired_body(
    outlet: Outlet, layout: Layout, known: Sequence[KnownArticle], before: Sequence[KnownReading]
) -> RepairedBody:
    """The body that reads the texts best, where one reads them better than they are read today."""
    best = fmean(one.body_score for one in before) if before else 1.0
    chosen = RepairedBody()
    for trial in () if best >= WHOLE else _trials(outlet, layout, known):
        text = _score(trial, outlet, layout, known)
        if text > best + (_STEP if chosen.selector else BETTER):
            best, chosen = text, trial
    return chosen


def _score(
    trial: RepairedBody, outlet: Outlet, layout: Layout, known: Sequence[KnownArticle]
) -> float:
    tried = trial.in_outlet(outlet, layout)
    return fmean(one.body_score for one in readings(tried, known)) - trial.less


def _trials(
    outlet: Outlet, layout: Layout, known: Sequence[KnownArticle]
) -> Iterator[RepairedBody]:
    """Today's body with boxes of its own, then others without and with them."""
    samples = [sample for each in known if (sample := _sample(each, outlet))]
    found = containers(samples, _TRIED, is_any=True) if samples else []
    rest = _rest_of(layout.body, samples)
    bodies = [RepairedBody(layout.body)] if outlet.layouts else []
    bodies += [_body(each, rest) for each in found]
    for body in bodies:
        yield body
        for box in _boxes(body.in_outlet(outlet, layout), known):
            for inside in (box, f":is({body.selector}) {box}"):
                whole = f"{body.selector}, {inside}"
                yield replace(body, selector=whole, less=body.less + _FURTHER)


def _body(container: Container, rest: Sequence[str]) -> RepairedBody:
    rules = (Under(f"no-text-{at}", mark) for at, mark in enumerate(container.marks, 1))
    further = len(container.marks) + len(container.selectors) - 1
    ways = sum(" > " in selector for selector in container.selectors)
    less = _FURTHER * further + _PARTED * (ways + container.is_parted)
    return RepairedBody(", ".join([*container.selectors, *rest]), tuple(rules), less)


def _taken(known: KnownArticle, outlet: Outlet, *, is_text: bool) -> list[str]:
    """What rules take of the page as it is read: of what is known to be its text, or of else."""
    found = article_of(known.page, outlet)
    own = {fold(line) for line in known.body.split("\n\n")}
    taken = [removal.block.text for removal in found.removed] if found else []
    return [text for text in taken if (fold(text) in own) is is_text]


def _sample(known: KnownArticle, outlet: Outlet) -> TaughtPage | None:
    """The page with its known text; what rules take as it is read today may stand anywhere."""
    return taught(known.page, known.body.split("\n\n"), _taken(known, outlet, is_text=False))


def _boxes(outlet: Outlet, known: Sequence[KnownArticle]) -> list[str]:
    """Elements whose names make rules of place take what is known to be the text."""
    taken = ((each.page, _taken(each, outlet, is_text=True)) for each in known)
    samples = [sample for page, texts in taken if texts and (sample := taught(page, texts))]
    if len(samples) < 2:
        return []
    found_boxes = containers(samples, _BOXES, is_any=True)
    return [name for box in found_boxes for name in box.selectors[:1]]


def _rest_of(body: str, samples: Sequence[TaughtPage]) -> list[str]:
    """Parts of today's selector that stay, where another part of it finds what is no text now.

    On pages that have not what the others have, that other part would be read.
    """
    parts = parts_between(body, ",")
    wrong = [part for part in parts if any(_finds_strange(part, page) for page in samples)]
    return [part for part in parts if part not in wrong] if wrong else []


def _finds_strange(selector: str, page: TaughtPage) -> bool:
    found = {node.mem_id for node in page.page.tree.css(selector)}
    inside = [
        worth
        for worth, steps in zip(page.worth, page.steps, strict=True)
        if any(step.element in found for step in steps)
    ]
    return sum(inside) < 0
