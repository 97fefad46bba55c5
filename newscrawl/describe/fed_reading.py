"""Find what a feed tells of articles whose pages do not tell it any more."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.repaired_body import BETTER, WHOLE
from newscrawl.describe.sections import section_addresses
from newscrawl.discover.told_by_feeds import (
    FIELDS,
    TEXTS,
    feed_text,
    heading,
    in_feed,
    in_list,
    leads_to,
)
from newscrawl.outlet import Feed, Layout, Outlet, Section
from newscrawl.page import Page

#: Of so many known articles a feed must have an entry, and this share of them must be told right.
_FEWEST, _SHARE = 3, 0.8
#: What agrees less with a text is a summary of it, and no text.
_FULL = 0.8
#: Lists that are asked, and sections of a menu.
_LISTS, _SECTIONS = 24, 12
#: A container of nothing on the page.
NOTHING, ALL_OF_IT = "html", "html > *"


@dataclass(frozen=True, slots=True, kw_only=True)
class FedReading:
    """A feed or lists, and what they say in place of the pages that they lead to."""

    #: Whole addresses.
    lists: tuple[str, ...]
    #: It fits pages alone that were kept with one of them.
    layout: Layout
    #: The element of a feed's entry that holds the text; None where the page has it.
    text: str | None = None
    #: What the feed's entries tell.
    fields: tuple[str, ...] = ()
    #: Whether lists tell the section by which of them leads to the page.
    has_section: bool = False
    #: How many known articles they lead to.
    entries: int

    def in_outlet(self, outlet: Outlet) -> Outlet:
        return replace(
            outlet,
            layouts=(self.layout, *outlet.layouts),
            beside=(*outlet.beside, *self.lists),
        )

    def readings(self, outlet: Outlet, known: Sequence[KnownArticle]) -> tuple[KnownReading, ...]:
        """How an outlet reads the articles with this, each with the lists that a crawl keeps."""
        return readings(self.in_outlet(outlet), [with_lists(each, self.lists) for each in known])


def fed_reading(
    outlet: Outlet,
    base: Layout,
    known: Sequence[KnownArticle],
    now: Sequence[KnownReading],
    sections: Collection[str],
) -> FedReading | None:
    """What tells the most of what is still lost; None where nothing tells enough of it.

    ``sections`` are all of the outlet's: what lists are called.
    """
    first = next(iter(outlet.layouts), base)
    own = replace(first, name=f"{base.name}-by-feed", is_learned=False)
    feed = _feed(outlet, own, known, now)
    if feed is not None:
        now = feed.readings(outlet, known)
    return _with_section(feed, own, known, now, sections)


def _feed(
    outlet: Outlet, own: Layout, known: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> FedReading | None:
    """The feed that tells the most."""
    best, chosen = BETTER, None
    for url in dict.fromkeys(url for each in known for url in each.page.parts):
        pairs = [(with_lists(each, [url]), was) for each, was in zip(known, now, strict=True)]
        fed = [(each, was) for each, was in pairs if in_feed("headline")(each.page)]
        if len(fed) < _FEWEST:
            continue
        articles, before = [each for each, _ in fed], [was for _, was in fed]
        for trial in _trials(url, outlet, own, articles, before):
            after = readings(trial.in_outlet(outlet), articles)
            gain = fmean(b.score - a.score for a, b in zip(before, after, strict=True))
            if gain > best:
                best, chosen = gain, trial
    return chosen


def _with_section(
    feed: FedReading | None,
    own: Layout,
    known: Sequence[KnownArticle],
    now: Sequence[KnownReading],
    sections: Collection[str],
) -> FedReading | None:
    """The same with lists by which the section is told, where most articles lack theirs."""
    had = [(each, was) for each, was in zip(known, now, strict=True) if each.fields.get("section")]
    if not had or not _most("section" in was.lost for _, was in had):
        return feed
    parts = {url: body for each in known for url, body in each.page.parts.items()}
    lists = tuple(
        url
        for url, body in parts.items()
        # One that leads to none of these articles may be the right one of another.
        if _most(found := _told(known, [url])) and (any(found) or heading(url, body) in sections)
    )
    told = _told(known, lists)
    if sum(told) < _FEWEST or not _most(told):
        return feed
    if feed is None:
        layout = replace(own, fits=in_list, fields={**own.fields, "section": in_list})
        return FedReading(lists=lists, layout=layout, has_section=True, entries=len(told))
    layout = replace(feed.layout, fields={**feed.layout.fields, "section": in_list})
    return replace(feed, lists=(*feed.lists, *lists), layout=layout, has_section=True)


def _told(known: Sequence[KnownArticle], lists: Sequence[str]) -> list[bool]:
    """Of the articles that the lists lead to, whether each is told its section."""
    found = [(in_list(with_lists(each, lists).page), each.fields.get("section")) for each in known]
    return [name == section for name, section in found if name and section]


def with_lists(known: KnownArticle, urls: Collection[str]) -> KnownArticle:
    """The article with those of these lists beside its page that lead to it, as a crawl keeps."""
    page = known.page
    parts = {n: body for n, body in page.parts.items() if n in urls and leads_to(body, page.url)}
    return replace(known, page=replace(page, parts=parts))


def lists_of(outlet: Outlet, front: Page | None) -> list[str]:
    """Addresses of the outlet's feeds and sections, and of a feed of all where several are.

    Sections are those of its sources, else those in the menus of its front page.
    What is short in the feeds of sections is often whole in one for all articles beside them.
    """
    named = [outlet.canonical(s.url) or s.url for s in outlet.sources if isinstance(s, Feed)]
    folders = Counter(url.rpartition("/")[0] for url in named)
    every = [f"{folder}/all" for folder, count in folders.items() if count > 1]
    sections = [outlet.canonical(s.url) or s.url for s in outlet.sources if isinstance(s, Section)]
    if front and not sections:
        sections = [outlet.home + path for path in section_addresses(front, outlet, _SECTIONS)]
    return list(dict.fromkeys([*named, *every, *sections]))[:_LISTS]


def _trials(
    url: str,
    outlet: Outlet,
    own: Layout,
    fed: Sequence[KnownArticle],
    now: Sequence[KnownReading],
) -> Iterator[FedReading]:
    """The text of the page where it has one, and of an element of the entry where it has none."""
    own = replace(own, fits=in_feed("headline"))
    is_short = fmean(one.text for one in now) < WHOLE
    for name in TEXTS if is_short else (None,):
        layout = own
        if name is not None:
            text = feed_text(name)
            layout = replace(own, body=NOTHING, ignore=ALL_OF_IT, asides=None, parts=text)
        trial = FedReading(lists=(url,), layout=layout, text=name, entries=len(fed))
        after = readings(trial.in_outlet(outlet), fed)
        if name is None or _most(one.text >= _FULL for one in after):
            yield _with_fields(trial, outlet, fed, after)


def _with_fields(
    trial: FedReading, outlet: Outlet, fed: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> FedReading:
    """The reading with the fields that most pages lack and most entries tell rightly."""

    def telling(names: tuple[str, ...]) -> FedReading:
        given = {**trial.layout.fields, **{name: in_feed(name) for name in names}}
        return replace(trial, layout=replace(trial.layout, fields=given), fields=names)

    told = tuple(n for n in FIELDS if _most(n in one.lost for one in now))
    after = readings(telling(told).in_outlet(outlet), fed)
    return telling(tuple(n for n in told if _most(n not in one.lost for one in after)))


def _most(found: Iterable[bool]) -> bool:
    each = [*found]
    return sum(each) >= len(each) * _SHARE
