"""Find how a site's pages are read since its templates changed, from articles that are known.

What an article said before stands on its page as it looks now, in other places: the known text
tells which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any

from newscrawl.article import Article
from newscrawl.boilerplate import Rule, Under
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.agreement import agreement, article_of
from newscrawl.describe.containers import Container, containers
from newscrawl.describe.field_witness import FieldReader, field_reader
from newscrawl.describe.taught_page import taught
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

#: Fields that are read otherwise where the pages lost them.
FIELDS = ("headline", "date_published", "authors", "section")
#: Containers that are tried.
_TRIED = 8
#: A text that agrees so far is whole; a repair must better it by so much.
_WHOLE, _BETTER = 0.95, 0.03
#: By so much less is believed what may be the name of one kind of paragraph.
_PARTED = 0.02
#: By so much a text is worth less that general rules read where there are layouts.
_UNLAID = 0.06
#: Of so many pages a field must be lost.
_LOST = 0.5
#: From so many pages on that lost a field, a reader is looked for that finds it on more.
_SOME = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownArticle:
    """What an article said, and its page as it looks now."""

    page: Page
    body: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownReading:
    """How far a page is read as it is known: 0 to 1, and the fields that are not."""

    url: str
    layout: str | None
    text: float
    lost: tuple[str, ...]

    @property
    def body_score(self) -> float:
        """A text that no layout read may be whole today, and nothing tells when it is not."""
        return self.text - (_UNLAID if self.layout == "generic" else 0.0)

    @property
    def score(self) -> float:
        return self.body_score - 0.1 * len(self.lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What to change, and what that comes to on the known pages."""

    #: The layout that comes first; None where nothing is to be changed, or nothing helps.
    layout: Layout | None = None
    #: Its readers, as code.
    readers: Mapping[str, FieldReader]
    rules: tuple[Rule, ...] = ()
    before: tuple[KnownReading, ...]
    after: tuple[KnownReading, ...]
    #: How much of the known text stands on the pages at all: 0 to 1.
    present: float
    #: Whether the outlet had a layout, which the new one rests on.
    has_layouts: bool

    @property
    def is_better(self) -> bool:
        return self.layout is not None and _mean(self.after) > _mean(self.before)

    @property
    def worse(self) -> tuple[KnownReading, ...]:
        """Pages that the change reads worse than they are read today."""
        pairs = zip(self.before, self.after, strict=True)
        return tuple(now for was, now in pairs if now.score < was.score - _BETTER)

    @property
    def still_lost(self) -> tuple[str, ...]:
        """Fields that most pages still lack, and ``body``."""
        lost = [name for one in self.after for name in one.lost]
        short = sum(one.text < _WHOLE for one in self.after) > len(self.after) * _LOST
        often = {n for n in lost if lost.count(n) > len(self.after) * _LOST}
        return (*(["body"] if short else []), *(name for name in FIELDS if name in often))


def repaired(outlet: Outlet, repair: Repair) -> Outlet:
    """The outlet with the change."""
    if repair.layout is None:
        return outlet
    layouts = (repair.layout, *outlet.layouts)
    return replace(outlet, layouts=layouts, boilerplate=(*repair.rules, *outlet.boilerplate))


def repair_of(outlet: Outlet, known: Sequence[KnownArticle], name: str) -> Repair:
    """The change that reads the known articles best; ``name`` is that of its layout."""
    before = readings(outlet, known)
    base = next(iter(outlet.layouts), None) or Layout(name, "article")
    body, rules = _container_of(outlet, replace(base, name=name), known, before)
    tried = replace(base, name=name, body=body or base.body)
    own = replace(
        outlet, layouts=(tried, *outlet.layouts), boilerplate=(*rules, *outlet.boilerplate)
    )
    readers = _readers(own, known, readings(own, known))
    given = {field: reader.read for field, reader in readers.items()}
    layout = replace(tried, fields={**tried.fields, **given})
    if not body:
        layout = replace(layout, body=_guarded(layout.body, readers))
    found = Repair(
        layout=layout if body or readers else None,
        readers=readers,
        rules=rules,
        before=before,
        after=before,
        has_layouts=bool(outlet.layouts),
        present=fmean(_present(each) for each in known) if known else 0.0,
    )
    found = replace(found, after=readings(repaired(outlet, found), known))
    return found if found.is_better else replace(found, layout=None, after=before)


def readings(outlet: Outlet, known: Sequence[KnownArticle]) -> tuple[KnownReading, ...]:
    return tuple(_reading(article_of(each.page, outlet), each) for each in known)


def _reading(found: Article | None, known: KnownArticle) -> KnownReading:
    lost = (
        name
        for name, value in known.fields.items()
        if value and (found is None or getattr(found, name) != value)
    )
    return KnownReading(
        url=known.page.url,
        layout=found.layout if found else None,
        text=agreement(found.body, known.body) if found else 0.0,
        lost=tuple(lost),
    )


def _container_of(
    outlet: Outlet, layout: Layout, known: Sequence[KnownArticle], before: Sequence[KnownReading]
) -> tuple[str, tuple[Rule, ...]]:
    """The body's selector and rules of place, where those read the texts better than today's."""
    best = fmean(one.body_score for one in before) if before else 1.0
    if best >= _WHOLE:
        return "", ()
    samples = [
        sample
        for each in known
        if (sample := taught(each.page, each.body.split("\n\n"), _taken(each, outlet)))
    ]
    chosen: tuple[str, tuple[Rule, ...]] = ("", ())
    for container in containers(samples, _TRIED, is_any=True) if samples else ():
        rules = _rules_of(container)
        own = replace(layout, body=container.selector)
        tried = replace(
            outlet, layouts=(own, *outlet.layouts), boilerplate=(*rules, *outlet.boilerplate)
        )
        text = fmean(one.body_score for one in readings(tried, known))
        text -= _PARTED if container.is_parted else 0.0
        if text > best + (0.002 if chosen[0] else _BETTER):
            best, chosen = text, (container.selector, rules)
    return chosen


def _rules_of(container: Container) -> tuple[Rule, ...]:
    return tuple(Under(f"no-text-{at}", mark) for at, mark in enumerate(container.marks, 1))


def _taken(known: KnownArticle, outlet: Outlet) -> list[str]:
    """Lines that rules take as the page is read today: they may stand anywhere."""
    found = article_of(known.page, outlet)
    return [removal.block.text for removal in found.removed] if found else []


def _readers(
    outlet: Outlet, known: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> dict[str, FieldReader]:
    """New readers of the fields that some pages lost, each right on more of them than today's."""
    found = dict[str, FieldReader]()
    for name in FIELDS:
        told = [(each.page, each.fields.get(name)) for each in known if each.fields.get(name)]
        lost = sum(name in one.lost for one in now)
        if told and lost > len(told) * _SOME:
            reader = field_reader(name, told, (), outlet, len(told) - lost + 1)
            found |= {name: reader} if reader else {}
    return found


def _guarded(body: str, readers: Mapping[str, FieldReader]) -> str:
    """The selector for pages alone that have what the new readers read: older ones have not."""
    place = next((reader.place for reader in readers.values() if reader.place), None)
    if place is None:
        return body
    return ", ".join(f"html:has({place}) {each.strip()}" for each in _parted(body))


def _parted(selector: str) -> list[str]:
    """The selectors of a list, whose commas stand outside of brackets."""
    parts, depth = [""], 0
    for sign in selector:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _present(known: KnownArticle) -> float:
    """How much of the text stands on the page, wherever."""
    lines = [fold(line) for line in known.body.split("\n\n") if line.strip()]
    body = known.page.tree.body
    text = fold(body.text(separator=" ")) if body else ""
    total = sum(map(len, lines))
    return sum(len(line) for line in lines if line in text) / total if total else 1.0


def _mean(found: Sequence[KnownReading]) -> float:
    return fmean(one.score for one in found) if found else 0.0
