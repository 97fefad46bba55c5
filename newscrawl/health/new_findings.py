"""What of an outlet's findings is news to an operator who was told before. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from newscrawl.health.finding_types import Finding

#: What still stands is told again after this long; a cron job may come a little early.
_AGAIN = timedelta(hours=23)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What to tell, and what will have been told then: findings by name, with when."""

    findings: tuple[Finding, ...]
    is_well_again: bool
    told: Mapping[str, str]


def news_of(found: Sequence[Finding], told: Mapping[str, str], now: datetime) -> News:
    """New findings, those that stand for a day more, and once that all is well again."""
    if not found:
        return News(findings=(), is_well_again=bool(told), told={})
    recent = {
        name: moment
        for name, moment in told.items()
        if now - datetime.fromisoformat(moment) < _AGAIN
    }
    by_name = {f"{finding.check}: {finding.subject}": finding for finding in found}
    due = {name: finding for name, finding in by_name.items() if name not in recent}
    # What comes and goes within a day is told once.
    return News(
        findings=tuple(due.values()),
        is_well_again=False,
        told={**recent, **dict.fromkeys(due, now.isoformat())},
    )
