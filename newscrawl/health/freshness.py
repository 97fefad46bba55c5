"""Does anything new still come: from each source, each day, and from our own crawls?"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from newscrawl.health.chance import at_most, is_more
from newscrawl.health.finding_types import Finding, Happenings, HealthInputs

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
#: Fewer happenings have no rhythm; nor have those of fewer days.
_FEWEST, _SHORTEST = 5, timedelta(days=3)
#: Longer than the longest pause of four weeks, by this factor, is much longer.
_MUCH_LONGER = 2
#: Pauses that nobody need hear of: between crawls, of the whole outlet, of one of its sources.
_CRAWLS, _OUTLET, _SOURCE = 6 * _HOUR, _DAY, 3 * _DAY
#: A source may fail for a day.
_SILENT = _DAY
#: Days whose new articles count together, and of which there must have been so many.
_TOGETHER, _KNOWN = 3, 14
_FEW, _MANY, _UNLIKELY = 0.3, 5, 1e-5
#: By so much must the share of links grow that are no articles by their addresses.
_MUCH_MORE = 0.5


def of_freshness(inputs: HealthInputs) -> Iterator[Finding]:
    if not inputs.crawls:
        # Nobody crawls it any more.
        return
    now = inputs.now
    pause = longer_than_ever(inputs.crawls, now, _CRAWLS)
    if pause:
        yield Finding(check="crawls", subject=inputs.outlet, text=f"no crawl has ended {pause}")
        # Whoever does not look sees nothing new.
        return
    if inputs.unanswered:
        crawls = f"{inputs.unanswered} crawl{'s' * (inputs.unanswered > 1)}"
        text = f"no source has ever answered: {crawls} asked"
        yield Finding(check="source", subject=inputs.outlet, text=text)
        return
    for url, answered in inputs.silent:
        if answered is None or now - answered >= _SILENT:
            since = f"since {answered:%Y-%m-%d %H:%M}" if answered else "yet"
            yield Finding(check="source", subject=url, text=f"{url} has not answered {since}")
    strange = {finding.subject: finding for finding in _of_addresses(inputs)}
    yield from strange.values()
    pause = longer_than_ever(inputs.links, now, _OUTLET)
    if pause:
        text = f"no source lists a new article {pause}"
        yield Finding(check="source", subject=inputs.outlet, text=text)
        return
    for url, listed in inputs.sources.items():
        pause = longer_than_ever(listed, now, _SOURCE)
        if pause and url not in strange:
            yield Finding(check="source", subject=url, text=f"{url} lists no new article {pause}")
    yield from _days(inputs)


def _of_addresses(inputs: HealthInputs) -> Iterator[Finding]:
    """Sources that list what is new under addresses which no pattern of the outlet's fits.

    Where it publishes rarely, some new topics between two articles are no sign that it moved them.
    """
    if _is_usual_pause(inputs.links, inputs.now):
        return
    for url, (latest, usual) in inputs.strange.items():
        if is_more(latest, usual, _MUCH_MORE):
            text = f"{latest} new links of {url} match no pattern of articles{usual.as_usual}"
            yield Finding(check="source", subject=url, text=text)


def longer_than_ever(moments: Happenings, now: datetime, least: timedelta) -> str:
    """How long something has not happened, if that is much longer than it ever paused before."""
    if len(moments) < _FEWEST or moments[-1] - moments[0] < _SHORTEST:
        return ""
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    pause, longest = now - moments[-1], max(pauses)
    if pause < max(least, _MUCH_LONGER * longest):
        return ""
    return f"for {_words(pause)}; {_words(longest)} was the longest pause of four weeks"


def _is_usual_pause(moments: Happenings, now: datetime) -> bool:
    """Whether it has not happened for less time than half of the pauses last.

    Within an hour several sources list the same articles: that is no pause.
    """
    between = (later - earlier for earlier, later in pairwise(moments))
    pauses = sorted(pause for pause in between if pause >= _HOUR)
    is_known = len(moments) >= _FEWEST and bool(pauses)
    return is_known and now - moments[-1] < pauses[len(pauses) // 2]


def _words(time: timedelta) -> str:
    return f"{time / _DAY:.1f} days" if time >= 2 * _DAY else f"{time / _HOUR:.1f} hours"


def _days(inputs: HealthInputs) -> Iterator[Finding]:
    """Many fewer new articles than in the worst days of four weeks, or many more than ever."""
    earlier, last = inputs.days[:-_TOGETHER], sum(inputs.days[-_TOGETHER:])
    if len(earlier) < _KNOWN:
        return
    sums = [sum(earlier[at : at + _TOGETHER]) for at in range(len(earlier) - _TOGETHER + 1)]
    fewest = min(sums)
    if last < _FEW * fewest and at_most(last, fewest, fewest) < _UNLIKELY:
        text = f"{last} new articles in {_TOGETHER} days; never fewer than {fewest} before"
        yield Finding(check="articles", subject="few", text=text)
    today, most = inputs.days[-1], max(earlier)
    if most and today > _MANY * most and 1 - at_most(today - 1, most, most) < _UNLIKELY:
        text = f"{today} new articles in a day; never more than {most} before"
        yield Finding(check="articles", subject="many", text=text)
