"""Find what a feed tells of articles whose pages do not tell it any more."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.repaired_body import BETTER, WHOLE
from newscrawl.discover.told_by_feeds import FIELDS, TEXTS, feed_text, in_feed
from newscrawl.outlet import Feed, Layout, Outlet

#: Of so many known articles a feed must have an entry, and this share of them must be told right.
_FEWEST, _SHARE = 3, 0.8
#: What agrees less with a text is a summary of it, and no text.
_FULL = 0.8
#: A container of nothing on the page.
NOTHING, ALL_OF_IT = "html", "html > *"


@dataclass(frozen=True, slots=True, kw_only=True)
class FedReading:
    """A feed, and what its entries say in place of the pages that they lead to."""

    #: The feed's whole address.
    url: str
    #: It fits pages alone that were kept with an entry.
    layout: Layout
    #: The element of an entry that holds the text; None where the page has it.
    text: str | None
    fields: tuple[str, ...]
    #: Of how many known articles the feed has an entry.
    entries: int

    def in_outlet(self, outlet: Outlet) -> Outlet:
        return replace(
            outlet, layouts=(self.layout, *outlet.layouts), beside=(*outlet.beside, self.url)
        )


def fed_reading(
    outlet: Outlet, base: Layout, known: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> FedReading | None:
    """The feed that tells the most of what is still lost; None where none tells enough of it."""
    best, chosen = BETTER, None
    for url in dict.fromkeys(url for each in known for url in each.page.parts):
        pairs = [(with_feed(each, url), was) for each, was in zip(known, now, strict=True)]
        fed = [(each, was) for each, was in pairs if in_feed("headline")(each.page)]
        if len(fed) < _FEWEST:
            continue
        articles, before = [each for each, _ in fed], [was for _, was in fed]
        for trial in _trials(url, outlet, base, articles, before):
            after = readings(trial.in_outlet(outlet), articles)
            gain = fmean(b.score - a.score for a, b in zip(before, after, strict=True))
            if gain > best:
                best, chosen = gain, trial
    return chosen


def with_feed(known: KnownArticle, url: str | None) -> KnownArticle:
    """The article with this feed alone beside its page."""
    parts = {name: body for name, body in known.page.parts.items() if name == url}
    return replace(known, page=replace(known.page, parts=parts))


def feeds_of(outlet: Outlet) -> list[str]:
    """Addresses of the outlet's feeds, and of one for all articles where several are in a folder.

    What is short in the feeds of sections is often whole in that one.
    """
    named = [outlet.canonical(s.url) or s.url for s in outlet.sources if isinstance(s, Feed)]
    folders = Counter(url.rpartition("/")[0] for url in named)
    every = [f"{folder}/all" for folder, count in folders.items() if count > 1]
    return list(dict.fromkeys([*named, *every]))


def _trials(
    url: str,
    outlet: Outlet,
    base: Layout,
    fed: Sequence[KnownArticle],
    now: Sequence[KnownReading],
) -> Iterator[FedReading]:
    """The text of the page where it has one, and of an element of the entry where it has none."""
    first = next(iter(outlet.layouts), base)
    own = replace(first, name=f"{base.name}-by-feed", fits=in_feed("headline"), is_learned=False)
    is_short = fmean(one.text for one in now) < WHOLE
    for name in TEXTS if is_short else (None,):
        layout = own
        if name is not None:
            text = feed_text(name)
            layout = replace(own, body=NOTHING, ignore=ALL_OF_IT, asides=None, parts=text)
        trial = FedReading(url=url, layout=layout, text=name, fields=(), entries=len(fed))
        after = readings(trial.in_outlet(outlet), fed)
        if name is None or _most(one.text >= _FULL for one in after):
            yield _with_fields(trial, outlet, fed, after)


def _with_fields(
    trial: FedReading, outlet: Outlet, fed: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> FedReading:
    """The reading with the fields that most pages lack and most entries tell rightly."""
    told = [n for n in FIELDS if _most(n in one.lost for one in now)]
    given = {**trial.layout.fields, **{name: in_feed(name) for name in told}}
    tried = replace(trial, layout=replace(trial.layout, fields=given))
    after = readings(tried.in_outlet(outlet), fed)
    right = tuple(name for name in told if _most(name not in one.lost for one in after))
    given = {**trial.layout.fields, **{name: in_feed(name) for name in right}}
    return replace(trial, layout=replace(trial.layout, fields=given), fields=right)


def _most(found: Iterator[bool]) -> bool:
    each = [*found]
    return sum(each) >= len(each) * _SHARE
