"""Do articles still have what they had: fields, layouts, dates, text of the usual length?"""

from collections.abc import Iterator

from newscrawl.article import NO_LAYOUTS
from newscrawl.health.chance import (
    Share,
    is_more,
    is_rather_smaller,
    is_shifted,
    is_unusual,
    median,
)
from newscrawl.health.finding_types import Finding, Stats, histogram, share, total, values

ARTICLES = "extract/articles"
_MISSING, _SOURCE, _LAYOUT = "extract/missing/", "extract/date_source/", "extract/layout/"
WORDS = "boilerplate/words/"
_COVERAGE = "extract/coverage/"
#: A share that grew by so much is a large effect.
_MUCH, _HALF = 0.3, 0.5
#: Fields that no outlet does without: what share may lack them where nothing is known yet.
_FLOORS = {"date_published": 0.5, "body": 0.2}
#: Where a date is looked for, best first; from each place on, those behind it are worse.
_DATES = ("feed", "meta", "json-ld"), ("feed", "meta", "json-ld", "time")
#: The part of the usual length that is much shorter, rather shorter, much longer.
_SHORT, _SHORTER, _LONG = 0.72, 0.75, 1.9
#: Tenths of a page's prose that the body lost.
_LOST = 2


def of_reading(last: Stats, before: Stats) -> Iterator[Finding]:
    yield from _fields(last, before)
    yield from _dates(last, before)
    yield from _layouts(last, before)
    yield from _same(last, before)
    yield from _lengths(last, before)


def _fields(last: Stats, before: Stats) -> Iterator[Finding]:
    for name in sorted(values(last, _MISSING)):
        now = share(last, _MISSING + name, ARTICLES)
        usual = share(before, _MISSING + name, ARTICLES)
        if is_unusual(now, usual, _MUCH, _FLOORS.get(name, 1)):
            text = f"{now} articles have no {name}{usual.as_usual}"
            yield Finding(check="field", subject=name, text=text)


def _dates(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = values(last, _SOURCE), values(before, _SOURCE)
    for trusted in _DATES:
        worse, was = (_worse(counts, trusted) for counts in (now, usual))
        if is_more(worse, was, _HALF):
            found = ", ".join(sorted(name for name in now if name not in trusted))
            text = f"{worse} dates come from {found}{was.as_usual}"
            yield Finding(check="date_source", subject=trusted[-1], text=text)
            return
    just, was = (share(stats, "extract/dated_now", ARTICLES) for stats in (last, before))
    if is_more(just, was, _HALF):
        text = f"{just} articles are dated by the time of fetching{was.as_usual}"
        yield Finding(check="date_source", subject="now", text=text)


def _worse(sources: dict[str, int], trusted: tuple[str, ...]) -> Share:
    worse = sum(count for name, count in sources.items() if name not in trusted)
    return Share(worse, sum(sources.values()))


def _layouts(last: Stats, before: Stats) -> Iterator[Finding]:
    articles, usually = total(last, _LAYOUT), total(before, _LAYOUT)
    misfits, usual = (
        Share(stats.get("extract/no_layout_fits", 0), total(stats, _LAYOUT))
        for stats in (last, before)
    )
    if is_unusual(misfits, usual, _MUCH, _HALF):
        text = f"no layout matches {misfits} articles{usual.as_usual}"
        yield Finding(check="layout", subject="generic", text=text)
    if not is_more(misfits, usual, 0):
        # Another of the outlet's own layouts fits instead: whoever described it meant it to.
        return
    for name, count in sorted(values(before, _LAYOUT).items()):
        had, now = Share(count, usually), Share(last.get(_LAYOUT + name, 0), articles)
        if name not in NO_LAYOUTS and count and not now.part and is_more(now.rest, had.rest, _MUCH):
            text = f"the layout {name} matches none of {articles} articles{had.as_usual}"
            yield Finding(check="layout", subject=name, text=text)


#: What more articles have than before: stat, of which sum, how much more is much, in words.
_SAME = (
    ("extract/repeated/headline", ARTICLES, _MUCH, "have the headline of another article"),
    ("extract/repeated/date_published", ARTICLES, _HALF, "have the date of another article"),
    ("extract/readings_disagreed", ARTICLES, _MUCH, "are read far shorter than their page"),
    ("boilerplate/doubled", ARTICLES, _MUCH, "repeat their paragraphs"),
    ("boilerplate/repeating", ARTICLES, _HALF, "contain paragraphs of other articles"),
)


def _same(last: Stats, before: Stats) -> Iterator[Finding]:
    for name, of, by, words in _SAME:
        now, usual = share(last, name, of), share(before, name, of)
        if is_more(now, usual, by):
            text = f"{now} articles {words}{usual.as_usual}"
            yield Finding(check="same", subject=name.rsplit("/", 1)[-1], text=text)


def _lengths(last: Stats, before: Stats) -> Iterator[Finding]:
    now, usual = histogram(last, WORDS), histogram(before, WORDS)
    if not now or not usual:
        return
    shift, ratio = is_shifted(now, usual), length_ratio(last, before)
    if (shift < 0 and ratio <= _SHORT) or (shift > 0 and ratio >= _LONG):
        text = f"the median article has {median(now)} words; {median(usual)} are usual"
        yield Finding(check="length", subject="words", text=text)
    inside, was = histogram(last, _COVERAGE), histogram(before, _COVERAGE)
    if ratio > _SHORTER or is_shifted(inside, was) >= 0 or not is_rather_smaller(now, usual):
        return
    if median(was) - median(inside) >= _LOST:
        text = (
            f"bodies hold {median(inside)} tenths of the prose of their pages; "
            f"{median(was)} are usual"
        )
        yield Finding(check="coverage", subject="body", text=text)


def length_ratio(last: Stats, before: Stats) -> float:
    """The median length as a part of the usual one; 1 where nothing is known."""
    now, usual = histogram(last, WORDS), histogram(before, WORDS)
    return median(now) / max(median(usual), 1) if now and usual else 1.0
