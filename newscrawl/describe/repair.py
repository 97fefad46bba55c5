"""Find how a site's pages are read since its templates changed, from articles that are known.

What an article said before stands on its page as it looks now, in other places: the known text
tells which.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.fed_reading import FedReading, fed_reading
from newscrawl.describe.field_offers import FieldReader
from newscrawl.describe.field_witness import field_reader
from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.repaired_body import BETTER, WHOLE, repaired_body, with_layout
from newscrawl.outlet import Layout, Outlet

#: Fields that are read otherwise where the pages lost them.
FIELDS = ("headline", "date_published", "authors", "section", "description", "lead")
#: Of so many pages a field must be lost.
_LOST = 0.5
#: From so many pages on that lost a field, a reader is looked for that finds it on more.
_SOME = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What to change, and what that comes to on the known pages."""

    #: The layout that comes first; None where nothing is to be changed, or nothing helps.
    layout: Layout | None = None
    #: Its readers.
    readers: Mapping[str, FieldReader]
    rules: tuple[Rule, ...] = ()
    before: tuple[KnownReading, ...]
    after: tuple[KnownReading, ...]
    #: How much of the known text stands on the pages at all: 0 to 1.
    present: float
    #: Whether the outlet had a layout, which the new one rests on.
    has_layouts: bool
    #: What a feed tells of the articles that are in it; None where nothing is asked of one.
    fed: FedReading | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.layout is not None or self.fed is not None

    @property
    def is_better(self) -> bool:
        return self.changes and _mean(self.after) > _mean(self.before)

    @property
    def worse(self) -> tuple[KnownReading, ...]:
        """Pages that the change reads worse than they are read today."""
        pairs = zip(self.before, self.after, strict=True)
        return tuple(now for was, now in pairs if now.score < was.score - BETTER)

    @property
    def still_lost(self) -> tuple[str, ...]:
        """Fields that most pages still lack, and ``body``."""
        lost = [name for one in self.after for name in one.lost]
        short = sum(one.text < WHOLE for one in self.after) > len(self.after) * _LOST
        often = {n for n in lost if lost.count(n) > len(self.after) * _LOST}
        return (*(["body"] if short else []), *(name for name in FIELDS if name in often))


def repaired(outlet: Outlet, repair: Repair) -> Outlet:
    """The outlet with the change."""
    if repair.layout is not None:
        outlet = with_layout(outlet, repair.layout, repair.rules)
    return repair.fed.in_outlet(outlet) if repair.fed else outlet


def repair_of(
    outlet: Outlet, known: Sequence[KnownArticle], name: str, sections: Collection[str] = ()
) -> Repair:
    """The change that reads the known articles best; ``name`` is that of its layout.

    ``sections`` are those that the archive has of the outlet.
    """
    before = readings(outlet, known)
    base = next(iter(outlet.layouts), None) or Layout(name, "article")
    # Its texts are known: it is no witness beside the generic reader.
    base = replace(base, name=name, is_learned=False)
    body = repaired_body(outlet, base, known, before)
    own = body.in_outlet(outlet, base)
    readers = _readers(own, known, readings(own, known))
    given = {field: reader.read for field, reader in readers.items()}
    layout = replace(own.layouts[0], fields={**base.fields, **given})
    if not body.selector:
        layout = replace(layout, body=_guarded(layout.body, readers))
    found = Repair(
        layout=layout if body.selector or readers else None,
        readers=readers,
        rules=body.rules,
        before=before,
        after=before,
        has_layouts=bool(outlet.layouts),
        present=fmean(_present(each) for each in known) if known else 0.0,
    )
    found = replace(found, after=readings(repaired(outlet, found), known))
    if not found.is_better:
        found = replace(found, layout=None, readers={}, rules=(), after=before)
    mended = repaired(outlet, found)
    if fed := fed_reading(mended, base, known, found.after, sections):
        found = replace(found, fed=fed, after=fed.readings(mended, known))
    return found


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
    return f"html:has({place}) :is({body})" if place else body


def _present(known: KnownArticle) -> float:
    """How much of the text stands on the page, wherever."""
    lines = [fold(line) for line in known.body.split("\n\n") if line.strip()]
    body = known.page.tree.body
    text = fold(body.text(separator=" ")) if body else ""
    total = sum(map(len, lines))
    return sum(len(line) for line in lines if line in text) / total if total else 1.0


def _mean(found: Sequence[KnownReading]) -> float:
    return fmean(one.score for one in found) if found else 0.0
