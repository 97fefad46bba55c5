"""Are articles that go on on further pages kept whole?"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from newscrawl.health.chance import FEWEST, Share, is_unusual
from newscrawl.health.finding_types import Finding, HealthInputs, PagedArticle

#: The latest articles that are judged, of a week where there are so many.
_LATEST, _WEEK = 20, timedelta(days=7)
#: A share that grew by so much is a large effect; so many may be in part where nothing is known.
_MUCH, _FLOOR = 0.3, 0.2
#: Addresses that are named.
_NAMED = 3
_REMEDY = "if these are not their pages, let next_pages find fewer links; else see what they send"


def of_further_pages(inputs: HealthInputs) -> Iterator[Finding]:
    """Whether more of the latest articles than usual lack some of their pages."""
    newest = sorted(inputs.paged, key=lambda one: one.seen_at, reverse=True)
    week = [one for one in newest[:_LATEST] if one.seen_at > inputs.now - _WEEK]
    last = week if len(week) >= FEWEST else newest[:FEWEST]
    # What is broken shall not become usual within a week.
    before = [one for one in newest[len(last) :] if one.seen_at <= inputs.now - _WEEK]
    now, usual = _in_part(last), _in_part(before)
    if now.part and is_unusual(now, usual, _MUCH, _FLOOR):
        text = (
            f"{now} articles on several pages are kept in part{usual.as_usual}; "
            f"missing: {_missing(last)}; {_REMEDY}"
        )
        yield Finding(check="in_part", subject="pages", text=text)


def _in_part(articles: Sequence[PagedArticle]) -> Share:
    return Share(sum(one.is_in_part for one in articles), len(articles))


def _missing(articles: Sequence[PagedArticle]) -> str:
    """The first page that each lacks, as far as the visits told."""
    of_each = [one.lacks[0] if one.lacks else one.url for one in articles if one.is_in_part]
    others = len(of_each) - _NAMED
    return ", ".join([*of_each[:_NAMED], *([f"{others} others"] if others > 0 else [])])
