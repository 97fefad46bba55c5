"""Does cleaning still take what it took, and how much of an article goes?"""

from collections.abc import Iterator

from newscrawl.article import BODY_KINDS, Article
from newscrawl.boilerplate.rules.beside_story import BESIDE_STORY
from newscrawl.health.chance import FEWEST, is_more, is_unusual, median
from newscrawl.health.finding_types import Finding, Stats, histogram, share, values

_CLEANED, _STRIPPED = "boilerplate/articles", "boilerplate/stripped"
_REPEATING = "boilerplate/repeating"
_LOSING, _COMPARED = "boilerplate/losing", "boilerplate/compared"
_RULE, _REMOVED = "boilerplate/removed/", "boilerplate/removed_share/"
#: So many removals of a rule must have been due before their absence tells anything.
_DUE = 10
#: A rule that takes so many times more than it used to takes something else as well.
_MORE = 3
#: Shares of articles that may be stripped, or lose their story, where nothing is known yet.
_MAY_BE_STRIPPED, _MAY_LOSE = 0.3, 0.6
#: An article that lost more than this is stripped.
_STRIPPED_SHARE = 0.4
#: A share that grew by so much is a large effect.
_MUCH = 0.2


def of_cleaning(last: Stats, before: Stats) -> Iterator[Finding]:
    yield from _rules(last, before)
    yield from _stripped(last, before)
    yield from _removed(last, before)


def _rules(last: Stats, before: Stats) -> Iterator[Finding]:
    """Rules that miss what is there still, or take what is no boilerplate.

    An appeal that the outlet no longer prints, or prints at greater length, is no fault: what
    a rule misses stays in many articles, and what it takes too much of is each article's own.
    """
    articles, usually = last.get(_CLEANED, 0), before.get(_CLEANED, 0)
    if articles < FEWEST or not usually:
        return
    repeats, were = (share(stats, _REPEATING, _CLEANED) for stats in (last, before))
    losing, usual_loss = (share(stats, _LOSING, _COMPARED) for stats in (last, before))
    is_missing, is_losing = is_more(repeats, were, _MUCH), is_more(losing, usual_loss, _MUCH)
    for name in sorted({*values(last, _RULE), *values(before, _RULE)}):
        took, due = last.get(_RULE + name, 0), before.get(_RULE + name, 0) / usually * articles
        if is_missing and not took and due >= _DUE:
            text = f"{name} removed nothing from {articles} articles; {due:.0f} blocks are usual"
            yield Finding(check="rule", subject=name, text=text)
        elif is_losing and took > max(_MORE * due, due + _DUE):
            text = f"{name} removed {took} blocks from {articles} articles; {due:.0f} are usual"
            yield Finding(check="rule", subject=name, text=text)


def _stripped(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = share(last, _STRIPPED, _CLEANED), share(before, _STRIPPED, _CLEANED)
    if is_unusual(now, usual, _MUCH, _MAY_BE_STRIPPED):
        text = f"{now} articles lost over 40 % to common or learned rules"
        yield Finding(check="stripped", subject="articles", text=text)


def _removed(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = (histogram(stats, _REMOVED) for stats in (last, before))
    losing, usual_loss = (share(stats, _LOSING, _COMPARED) for stats in (last, before))
    if is_unusual(losing, usual_loss, _MUCH, _MAY_LOSE):
        text = f"{losing} articles lost over 30 %, in text that no other article has"
        if now and usual:
            text += f"; rules remove {median(now)} tenths; {median(usual)} are usual"
        yield Finding(check="removed", subject="articles", text=text)


def is_stripped(article: Article, written: frozenset[str]) -> bool:
    """Whether over 40 % of an article went.

    What the outlet's own rules took does not count, nor what stands beside the story on a page
    that no layout fits: that is no article's text.
    """
    beside = {rule.name for rule in BESIDE_STORY}
    kept = sum(len(block.text) for block in article.blocks if block.kind in BODY_KINDS)
    gone = sum(
        len(removal.block.text)
        for removal in article.removed
        if removal.rule not in written | beside and removal.block.kind in BODY_KINDS
    )
    return gone > _STRIPPED_SHARE * (kept + gone)
