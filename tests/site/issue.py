"""The site at one moment: what its pages are printed from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from tests.site.edition import Edition
from tests.site.model import Story

#: The day on which the site stands when nobody says otherwise.
TODAY = date(2026, 10, 12)
_MOSCOW = timezone(timedelta(hours=3))


@dataclass(frozen=True, slots=True)
class Press:
    """Whose page is printed, and today as links name it: ``2026/10/12``."""

    edition: Edition
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """How the site prints, its stories, the appeals in force.

    ``stories`` are all that can be read and ``newest`` those that lists name, newest first.
    ``changed_at`` is when anything last changed: the Last-Modified of everything.
    """

    press: Press
    stories: Sequence[Story]
    newest: Sequence[Story]
    era: str | None
    changed_at: datetime

    def era_of(self, story: Story) -> str:
        return self.era or story.plea or self.press.edition.era


def issue_of(
    stories: Iterable[Story],
    edition: Edition,
    today: date,
    *,
    era: str | None = None,
    changed_at: datetime | None = None,
) -> Issue:
    newest = tuple(sorted(stories, key=_moment, reverse=True))
    return Issue(
        press=Press(edition, today.strftime("%Y/%m/%d")),
        stories=newest,
        newest=tuple(story for story in newest if story.listed),
        era=era,
        changed_at=changed_at or morning(today),
    )


def morning(day: date) -> datetime:
    """Six o'clock in Moscow."""
    return datetime.combine(day, time(6), _MOSCOW)


def _moment(story: Story) -> tuple[datetime, str]:
    return datetime.fromisoformat(story.published), story.key
