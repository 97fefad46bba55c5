"""Does cleaning still take what it took?"""

from collections.abc import Iterator

from newscrawl.health.chance import FEWEST, Share, is_more, is_shifted, median
from newscrawl.health.reading import length_ratio
from newscrawl.health.vitals import Finding, Stats, histogram, share, values

_CLEANED, _STRIPPED, _REPEATING = (
    "boilerplate/articles",
    "boilerplate/stripped",
    "boilerplate/repeating",
)
_RULE, _REMOVED = "boilerplate/removed/", "boilerplate/removed_share/"
#: So many removals of a rule must have been due before their absence tells anything.
_DUE = 10
#: A rule that takes so many times more than it used to takes something else as well.
_MORE = 3
#: Share of articles that cleaning may strip where nothing is known yet, and how much more is much.
_MAY_BE_STRIPPED, _MUCH = 0.3, 0.2
#: Tenths of an article.
_SWALLOWED = 3
#: A part of the usual length that tells of lost text.
_SHORTER = 0.85


def of_cleaning(last: Stats, before: Stats) -> Iterator[Finding]:
    yield from _rules(last, before)
    yield from _stripped(last, before)
    yield from _removed(last, before)


def _rules(last: Stats, before: Stats) -> Iterator[Finding]:
    """Rules that miss what is there still, or take what is no boilerplate.

    An appeal that the outlet no longer prints, or prints at greater length, is no fault: what
    a rule misses stays in many articles, and what it takes too much of makes them shorter.
    """
    articles, usually = last.get(_CLEANED, 0), before.get(_CLEANED, 0)
    if articles < FEWEST or not usually:
        return
    repeats, were = (share(stats, _REPEATING, _CLEANED) for stats in (last, before))
    for name, usual in sorted(values(before, _RULE).items()):
        due, took = usual / usually * articles, last.get(_RULE + name, 0)
        if not took and due >= _DUE and is_more(repeats, were, _MUCH):
            text = f"{name} took nothing from {articles} articles; {due:.0f} blocks are usual"
            yield Finding(check="rule", subject=name, text=text)
        elif took > max(_MORE * due, due + _DUE) and length_ratio(last, before) < _SHORTER:
            text = f"{name} took {took} blocks from {articles} articles; {due:.0f} are usual"
            yield Finding(check="rule", subject=name, text=text)


def _stripped(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = share(last, _STRIPPED, _CLEANED), share(before, _STRIPPED, _CLEANED)
    is_below = now.whole >= FEWEST and float(now) > _MAY_BE_STRIPPED
    if is_more(now, usual, _MUCH) or (is_below and not usual.whole):
        text = f"{now} articles lost over 40 % to common or learned rules"
        yield Finding(check="stripped", subject="articles", text=text)


def _removed(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = histogram(last, _REMOVED), histogram(before, _REMOVED)
    if is_shifted(now, usual) <= 0 or length_ratio(last, before) >= _SHORTER:
        return
    if median(now) - median(usual) >= _SWALLOWED:
        text = f"rules take {median(now)} tenths of an article; {median(usual)} are usual"
        yield Finding(check="removed", subject="articles", text=text)
