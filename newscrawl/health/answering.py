"""Do pages still answer, and are they still articles?"""

from collections.abc import Iterator

from newscrawl.health.chance import FEWEST, Share, is_unusual
from newscrawl.health.finding_types import Finding, Stats, total

_VISITS = "archive/visits/"
#: Outcomes that an answer of "not modified" speaks against, and those of pages that were read.
_OF_ALL, _OF_READ = ("failed", "blocked", "missing"), ("quarantined", "not_article", "duplicate")
_MUCH = 0.2
#: What share of visits may end so where nothing is known yet.
_FLOORS = {"failed": 0.2, "blocked": 0.2, "quarantined": 0.2, "not_article": 0.8, "duplicate": 0.5}


def of_answers(last: Stats, before: Stats) -> Iterator[Finding]:
    for outcome in (*_OF_ALL, *_OF_READ):
        now, usual = _share(last, outcome), _share(before, outcome)
        if now.part >= FEWEST and is_unusual(now, usual, _MUCH, _FLOORS.get(outcome, 1)):
            text = f"{now} pages were {outcome}{usual.as_usual}"
            yield Finding(check="pages", subject=outcome, text=text)


def _share(stats: Stats, outcome: str) -> Share:
    visits = total(stats, _VISITS)
    unread = 0 if outcome in _OF_ALL else stats.get("crawl/not_modified", 0)
    return Share(stats.get(_VISITS + outcome, 0), visits - unread)
