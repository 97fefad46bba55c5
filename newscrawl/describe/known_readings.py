"""Articles that are known, and how far their pages are read as they are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Any

from newscrawl.article import NO_LAYOUTS, Article
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of
from newscrawl.text_agreement import agreement

#: By so much a text is worth less that general rules read where there are layouts.
_WITHOUT_LAYOUT = 0.06
#: What a lost field costs, and how much less a date of which the day is left.
_LOST, _DAY_LEFT = 0.1, 0.05
#: A field is looked for elsewhere where more of the pages that had it lost it.
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
    #: Of a date that is lost, whether its day is read.
    has_day: bool = False

    @property
    def body_score(self) -> float:
        """A text that no layout read may be whole today, and nothing tells when it is not."""
        less = _WITHOUT_LAYOUT if self.layout in NO_LAYOUTS else 0.0
        # What is not there is worth as little, whoever reads it.
        return max(0.0, self.text - less)

    @property
    def score(self) -> float:
        return self.body_score - _LOST * len(self.lost) + _DAY_LEFT * self.has_day

    @property
    def told(self) -> str:
        """How well it is read, as people read it."""
        left = {"date_published": " but its day"} if self.has_day else {}
        lost = (f", no {name}{left.get(name, '')}" for name in self.lost)
        return f"text {self.text:.2f} ({self.layout or 'no article'}){''.join(lost)}"


def readings(outlet: Outlet, known: Sequence[KnownArticle]) -> tuple[KnownReading, ...]:
    return tuple(_reading(article_of(each.page, outlet), each, outlet) for each in known)


def day_of(moment: datetime, outlet: Outlet) -> datetime:
    """The beginning of its day: what a page is read as that shows the day alone."""
    local = moment.astimezone(outlet.zone)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _reading(found: Article | None, known: KnownArticle, outlet: Outlet) -> KnownReading:
    lost = tuple(
        name
        for name, value in known.fields.items()
        if value and (found is None or getattr(found, name) != value)
    )
    date = found.date_published if found else None
    has_day = "date_published" in lost and date == day_of(known.fields["date_published"], outlet)
    return KnownReading(
        url=known.page.url,
        layout=found.layout if found else None,
        text=agreement(found.body, known.body) if found else 0.0,
        lost=lost,
        has_day=has_day,
    )


def mean_score(found: Sequence[KnownReading]) -> float:
    return fmean(one.score for one in found) if found else 0.0


def lost_on_some(field: str, known: Sequence[KnownArticle], now: Sequence[KnownReading]) -> bool:
    """Whether more than one page or two of a dozen lost a field."""
    had = sum(bool(each.fields.get(field)) for each in known)
    return sum(field in one.lost for one in now) > had * _SOME
