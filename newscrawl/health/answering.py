"""Do pages still answer, and are they still articles?"""

from collections.abc import Iterator

from newscrawl.health.chance import FEWEST, Share, is_more
from newscrawl.health.inputs import Finding, Stats, total

_VISITS = "archive/visits/"
#: Outcomes that an answer of "not modified" speaks against, and those of pages that were read.
_OF_ALL, _OF_READ = ("failed", "blocked", "missing"), ("quarantined", "not_article", "duplicate")
_MUCH = 0.2
#: What share of visits may end so where nothing is known yet.
_FLOORS = {"failed": 0.2, "blocked": 0.2, "quarantined": 0.2, "not_article": 0.8, "duplicate": 0.5}


def of_answers(last: Stats, before: Stats) -> Iterator[Finding]:
    for outcome in (*_OF_ALL, *_OF_READ):
        now, usual = _share(last, outcome), _share(before, outcome)
        is_below = now.part >= FEWEST and float(now) > _FLOORS.get(outcome, 1)
        if (now.part >= FEWEST and is_more(now, usual, _MUCH)) or (is_below and not usual.whole):
            text = f"{now} pages were {outcome}"
            known = f"; {usual.percent} is usual" if usual.whole else ""
            yield Finding(check="pages", subject=outcome, text=text + known)


def _share(stats: Stats, outcome: str) -> Share:
    visits = total(stats, _VISITS)
    unread = 0 if outcome in _OF_ALL else stats.get("crawl/not_modified", 0)
    return Share(stats.get(_VISITS + outcome, 0), visits - unread)
