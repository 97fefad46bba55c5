"""Find how a site's pages are read since its templates changed, from articles that are known.

What an article said before stands on its page as it looks now, in other places: the known text
tells which.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import fmean

from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.fed_reading import FedReading, fed_reading
from newscrawl.describe.field_witness import field_reader
from newscrawl.describe.known_readings import (
    KnownArticle,
    KnownReading,
    day_of,
    lost_on_some,
    mean_score,
    readings,
)
from newscrawl.describe.outlet_code import FieldReader
from newscrawl.describe.repaired_body import BETTER, WHOLE, repaired_body, with_layout
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

#: Fields that are read otherwise where the pages lost them.
FIELDS = ("headline", "date_published", "authors", "section", "description", "lead")
#: On so many of the pages a new reader must find a field: what the others say nowhere is lost.
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What to change, and what that comes to on the known pages."""

    #: The layout that comes first; None where nothing is to be changed, or nothing helps.
    layout: Layout | None = None
    rules: tuple[Rule, ...] = ()
    before: tuple[KnownReading, ...]
    after: tuple[KnownReading, ...]
    #: How much of the known text stands on the pages at all: 0 to 1.
    present: float
    #: Which of the outlet's layouts the new one rests on; None where it had none.
    base: int | None = None
    #: What a feed tells of the articles that are in it; None where nothing is asked of one.
    fed: FedReading | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.layout is not None or self.fed is not None

    @property
    def is_better(self) -> bool:
        return self.changes and mean_score(self.after) > mean_score(self.before)

    @property
    def worse(self) -> tuple[KnownReading, ...]:
        """Pages that the change reads worse than they are read today."""
        pairs = zip(self.before, self.after, strict=True)
        return tuple(now for was, now in pairs if now.score < was.score - BETTER)

    @property
    def still_lost(self) -> dict[str, int]:
        """What is still lost, ``body`` and fields, and on how many of the pages."""
        lost = Counter(name for one in self.after for name in one.lost)
        lost["body"] = sum(one.text < WHOLE for one in self.after)
        return {name: lost[name] for name in ("body", *FIELDS) if lost[name]}

    @property
    def is_partial(self) -> bool:
        """Whether something stays lost on more than one page, which may have been edited."""
        return any(count > 1 for count in self.still_lost.values())

    @property
    def losses(self) -> str:
        """What is still lost, as people read it."""
        each = (f"{name} on {count}" for name, count in self.still_lost.items())
        days = sum(one.has_day for one in self.after)
        left = f"; the day of a date is read on {days}" if days else ""
        return f"{', '.join(each)} of {len(self.after)} pages{left}"


def repaired(outlet: Outlet, repair: Repair) -> Outlet:
    """The outlet with the change."""
    if repair.layout is not None:
        outlet = with_layout(outlet, repair.layout, repair.rules)
    return repair.fed.in_outlet(outlet) if repair.fed else outlet


def repair_of(
    outlet: Outlet,
    known: Sequence[KnownArticle],
    name: str,
    archived: Sequence[KnownArticle] = (),
    sections: Collection[str] = (),
) -> Repair:
    """The change that reads the known articles best; ``name`` is that of its layout.

    ``archived`` are further articles, without pages, by which feeds and lists are judged;
    ``sections`` are all that the archive has of the outlet.
    """
    before = readings(outlet, known)
    at = _base_of(outlet)
    base = Layout(name, "article") if at is None else outlet.layouts[at]
    # Its texts are known: it is no witness beside the generic reader.
    base = replace(base, name=name, is_learned=False, fits=None)
    body = repaired_body(outlet, base, known, before)
    own = body.in_outlet(outlet, base)
    readers = _readers(own, known, readings(own, known))
    layout = replace(own.layouts[0], fields={**base.fields, **readers})
    # Older pages have not what the new readers read, and are left to the layouts of before.
    if not body.selector and readers:
        layout = replace(layout, fits=next(iter(readers.values())))
    found = Repair(
        layout=layout if body.selector or readers else None,
        rules=body.rules,
        before=before,
        after=before,
        base=at,
        present=fmean(_present(each) for each in known) if known else 0.0,
    )
    found = replace(found, after=readings(repaired(outlet, found), known))
    if not found.is_better:
        found = replace(found, layout=None, rules=(), after=before)
    mended = repaired(outlet, found)
    rest = replace(found.layout or base, fits=None)
    if fed := fed_reading(mended, rest, known, found.after, archived, sections):
        found = replace(found, fed=fed, after=fed.readings(mended, known))
    return found


def _base_of(outlet: Outlet) -> int | None:
    """The first layout for all pages: those of an earlier repair are for some."""
    for_all = (at for at, each in enumerate(outlet.layouts) if each.fits is None)
    return next(for_all, 0 if outlet.layouts else None)


def _readers(
    outlet: Outlet, known: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> dict[str, FieldReader]:
    """New readers of the fields that some pages lost, each right on more of them than today's."""
    found = dict[str, FieldReader]()
    for name in FIELDS:
        told = [(each.page, value) for each in known if (value := each.fields.get(name))]
        if lost_on_some(name, known, now):
            right = len(told) - sum(name in one.lost for one in now)
            if name == "date_published":
                reader = _date_reader(told, outlet, right, right + sum(one.has_day for one in now))
            else:
                reader = field_reader(name, told, (), outlet, right + 1, _HALF)
            found |= {name: reader} if reader else {}
    return found


def _date_reader(
    told: Sequence[tuple[Page, datetime]], outlet: Outlet, moments: int, days: int
) -> FieldReader | None:
    """That of the moment; where pages tell it no more, that of its day.

    ``moments`` and ``days`` are on how many pages each is read today.
    """
    # Pages print it as it is where the outlet is.
    local = [(page, moment.astimezone(outlet.zone)) for page, moment in told]
    midnights = [(page, day_of(moment, outlet)) for page, moment in told]
    return field_reader("date_published", local, (), outlet, moments + 1, _HALF) or field_reader(
        "date_published", midnights, (), outlet, days + 1, _HALF
    )


def _present(known: KnownArticle) -> float:
    """How much of the text stands on the page, wherever."""
    lines = [fold(line) for line in known.body.split("\n\n") if line.strip()]
    body = known.page.tree.body
    text = fold(body.text(separator=" ")) if body else ""
    total = sum(map(len, lines))
    return sum(len(line) for line in lines if line in text) / total if total else 1.0
