"""When an outlet's turn to be crawled comes: its own pace, its links, its failures. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise, takewhile
from statistics import median

from newscrawl.exit_code import ExitCode

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(days=1)
#: What is learned of an outlet's pace is learned from so many weeks.
WINDOW = timedelta(weeks=4)
#: An outlet is new for so long; until then little is known of its pace.
_NEW = timedelta(days=1)
_NEW_INTERVAL = timedelta(hours=1)
#: An outlet that is silent is asked once in this part of its silence.
_SILENCE = 24
#: Cron comes to the minute: a turn that comes a moment later is this one.
EARLY = timedelta(minutes=1)

#: Exit codes after which the next try waits: an error of ours, no source, no database, no disk,
#: blocked. The others ended before their time (interrupted, busy, killed) or well.
_FAILED = frozenset(
    (
        ExitCode.FAULT,
        ExitCode.INCOMPLETE,
        ExitCode.NO_DATABASE,
        ExitCode.DISK_FULL,
        ExitCode.BLOCKED,
    )
)
_BROKEN_OFF = frozenset((ExitCode.INTERRUPTED, ExitCode.BUSY, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the archive knows of an outlet's crawls and articles."""

    #: When the latest crawl began; None: it was never crawled.
    crawled_at: datetime | None = None
    #: How the latest crawls ended, the last one first; None: it runs, or was killed.
    codes: Sequence[int | None] = ()
    #: When the first crawl began; None: so long ago that it does not matter.
    known_since: datetime | None = None
    #: When the articles of the trailing four weeks were published, or else first seen.
    published: Sequence[datetime] = ()
    #: When a link's visit can wait no longer.
    link_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """When an outlet is crawled next, and why then; ``interval`` is between two looks for news."""

    at: datetime
    why: str
    interval: timedelta

    def has_come(self, now: datetime) -> bool:
        return self.at - EARLY <= now


def next_turn(past: Past, now: datetime) -> Turn:
    """When an outlet's sources or links are due: no sooner than 15 minutes after the last crawl."""
    interval = _interval(past, now)
    if past.crawled_at is None:
        return Turn(at=now, why="never crawled", interval=interval)
    if failures := _leading(past.codes, _FAILED):
        # Soon at first, whatever the outlet's pace: most faults pass within the hour.
        wait = min(SHORTEST * 2 ** min(failures, 10), LONGEST)
        return Turn(at=past.crawled_at + wait, why=f"failed {failures} in a row", interval=interval)
    if broken_off := _leading(past.codes, _BROKEN_OFF):
        # What is killed each time must not be started for ever at the shortest interval.
        wait = min(SHORTEST * 2 ** min(broken_off - 1, 10), interval)
        return Turn(at=past.crawled_at + wait, why="interrupted", interval=interval)
    sources_at = past.crawled_at + interval
    if past.link_at is None or past.link_at >= sources_at:
        return Turn(at=sources_at, why="sources", interval=interval)
    link_at = max(past.link_at, past.crawled_at + SHORTEST)
    return Turn(at=link_at, why="a link's next visit", interval=interval)


def _leading(codes: Sequence[int | None], wanted: frozenset[int | None] | frozenset[int]) -> int:
    return len(list(takewhile(lambda code: code in wanted, codes)))


def _interval(past: Past, now: datetime) -> timedelta:
    """How long after a look for news the next one follows."""
    if past.crawled_at is None or (past.known_since and now - past.known_since < _NEW):
        return _NEW_INTERVAL
    begin = now - WINDOW
    moments = sorted(moment for moment in past.published if begin <= moment <= now)
    if not moments:
        return LONGEST
    # What comes once a week all at once has short gaps: the silence after it tells the rest.
    wanted = max(_typical_gap(moments, now), (now - moments[-1]) / _SILENCE)
    return min(max(wanted, SHORTEST), LONGEST)


def _typical_gap(moments: Sequence[datetime], now: datetime) -> timedelta:
    """The usual time between two articles, by their times or by their number.

    By number too, since outlets that date to the day, or not at all, seem to publish everything
    at once.
    """
    by_number = max(now - moments[0], _NEW) / max(len(moments) - 1, 1)
    apart = [moments[0]]
    for moment in moments:
        if moment - apart[-1] >= SHORTEST:
            apart.append(moment)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(apart)]
    return min(timedelta(seconds=median(gaps)), by_number) if gaps else by_number
