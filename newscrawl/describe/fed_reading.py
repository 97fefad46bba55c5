"""Find what feeds and lists tell of articles whose pages do not tell it any more."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.describe.known_readings import (
    KnownArticle,
    KnownReading,
    lost_on_some,
    mean_score,
    readings,
)
from newscrawl.describe.list_witness import FEWEST, feeds_telling, lists_telling_section, most
from newscrawl.describe.repaired_body import BETTER, WHOLE
from newscrawl.describe.sections import section_addresses
from newscrawl.discover.told_by_feeds import FIELDS, TEXTS, feed_text, in_feed, in_list, leads_to
from newscrawl.extract.fields.field_readers import Read
from newscrawl.outlet import Feed, Layout, Outlet, Reader, Section
from newscrawl.page import Page

#: What agrees less with a text is a summary of it, and no text.
_FULL = 0.8
#: What lists tell must better the readings by so much: a field on more than a page or two.
_GAIN = 0.01
#: Lists that are asked, and sections of a menu.
_LISTS, _SECTIONS = 24, 12
#: A container of nothing on the page.
NOTHING, ALL_OF_IT = "html", "html > *"


@dataclass(frozen=True, slots=True, kw_only=True)
class FedReading:
    """Feeds and lists, and what they say in place of the pages that they lead to."""

    #: Whole addresses: of two that tell a field, the first is believed.
    lists: tuple[str, ...] = ()
    #: What its layouts rest on.
    layout: Layout
    #: The element of a feed's entry that holds the text; None where the page has it.
    text: str | None = None
    #: What the feeds' entries tell.
    fields: tuple[str, ...] = ()
    #: Whether lists tell the section by which of them leads to the page.
    has_section: bool = False

    #: The feed whose entries hold it, where there are several.
    text_feed: str | None = None

    @property
    def told(self) -> str:
        """What lists tell, as people read it."""
        section = ["section"] if self.has_section else []
        return ", ".join([*(["text"] if self.text else []), *self.fields, *section])

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """For pages alone that were kept with a whole text, with an entry, and with a list."""
        section = {"section": in_list} if self.has_section else {}
        given = {**self.layout.fields, **section}
        fed = {**given, **{name: in_feed(name) for name in self.fields}}
        found = list[Layout]()
        if self.text:
            text = self._of("text-by-feed", fed, in_feed("headline", self.text_feed))
            parts = feed_text(self.text, self.text_feed)
            found += [replace(text, body=NOTHING, ignore=ALL_OF_IT, asides=None, parts=parts)]
        found += [self._of("by-feed", fed, in_feed("headline"))] if self.fields else []
        found += [self._of("by-list", given, in_list)] if section else []
        return tuple(found)

    def _of(self, kind: str, fields: Mapping[str, Reader], fits: Read) -> Layout:
        name = f"{self.layout.name}-{kind}"
        return replace(self.layout, name=name, fits=fits, fields=fields)

    def in_outlet(self, outlet: Outlet) -> Outlet:
        return replace(
            outlet,
            layouts=(*self.layouts, *outlet.layouts),
            beside=tuple(dict.fromkeys((*outlet.beside, *self.lists))),
        )

    def readings(self, outlet: Outlet, known: Sequence[KnownArticle]) -> tuple[KnownReading, ...]:
        """How an outlet reads the articles with this, each with the lists that a crawl keeps."""
        return readings(self.in_outlet(outlet), [with_lists(each, self.lists) for each in known])


def fed_reading(
    outlet: Outlet,
    own: Layout,
    known: Sequence[KnownArticle],
    now: Sequence[KnownReading],
    archived: Sequence[KnownArticle] = (),
    sections: Collection[str] = (),
) -> FedReading | None:
    """What tells the most of what is still lost; None where nothing tells enough of it.

    ``own`` is the layout for what the pages tell, ``archived`` are further articles by which lists
    are judged, and ``sections`` are all of the outlet's: what lists are called.
    """
    lists = {url: body for each in known for url, body in each.page.parts.items()}
    witnesses = [*{each.page.url: each for each in (*archived, *known)}.values()]
    best, after = FedReading(layout=own), now
    lost = [name for name in FIELDS if lost_on_some(name, known, now)]
    feeds, told = feeds_telling(lost, lists, witnesses)
    fed = replace(best, lists=feeds, fields=told) if told else best
    trials = [*([fed] if told else []), *_with_texts(fed, outlet, known, now)]
    for trial in trials:
        read = trial.readings(outlet, known)
        if mean_score(read) > mean_score(after) + (BETTER if trial.text else _GAIN):
            best, after = trial, read
    if lost_on_some("section", known, after):
        telling = lists_telling_section(lists, witnesses, sections)
        trial = replace(best, lists=(*best.lists, *telling), has_section=True)
        if telling and mean_score(trial.readings(outlet, known)) > mean_score(after) + _GAIN:
            best = trial
    return best if best.lists else None


def _with_texts(
    fed: FedReading, outlet: Outlet, known: Sequence[KnownArticle], now: Sequence[KnownReading]
) -> Iterator[FedReading]:
    """The reading with the text of an element of each feed's entries, where it is one."""
    for url in dict.fromkeys(url for each in known for url in each.page.parts):
        pairs = [(each, was) for each, was in zip(known, now, strict=True) if _is_in(url, each)]
        if len(pairs) < FEWEST or fmean(was.text for _, was in pairs) >= WHOLE:
            continue
        entries = [each for each, _ in pairs]
        for name in TEXTS:
            feeds = tuple(dict.fromkeys((*fed.lists, url)))
            feed = url if len(feeds) > 1 else None
            trial = replace(fed, lists=feeds, text=name, text_feed=feed)
            if most(one.text >= _FULL for one in trial.readings(outlet, entries)):
                yield trial


def _is_in(url: str, known: KnownArticle) -> bool:
    return bool(in_feed("headline")(with_lists(known, [url]).page))


def with_lists(known: KnownArticle, urls: Sequence[str]) -> KnownArticle:
    """The article with those of these lists beside its page that lead to it, as a crawl keeps."""
    kept = known.page.parts
    parts = {url: kept[url] for url in urls if url in kept and leads_to(kept[url], known.page.url)}
    return replace(known, page=replace(known.page, parts=parts))


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
