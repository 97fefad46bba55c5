"""Find which feeds and lists tell rightly what the archive knows of articles."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Any, NamedTuple

from newscrawl.describe.known_readings import KnownArticle
from newscrawl.discover.listed_dates import read_moment
from newscrawl.discover.listing import links_in
from newscrawl.discover.told_by_feeds import heading, in_feed, in_list, place, places_in
from newscrawl.errors import SourceError
from newscrawl.extract.fields.field_forms import formed
from newscrawl.extract.fields.field_readers import Read
from newscrawl.outlet import Feed
from newscrawl.page import Page

#: Of so many articles lists must tell a field, and this share of them rightly.
FEWEST, _SHARE = 3, 0.8
#: Where an article or an entry leads, however it is spelled.
_Place = tuple[str, str]


class _Said(NamedTuple):
    """What an entry says of an article's field, and whether that is right."""

    field: str
    place: _Place
    is_right: bool


class _Telling(NamedTuple):
    """Where a feed's entries lead, and what they say of known articles."""

    url: str
    places: frozenset[_Place]
    said: tuple[_Said, ...]

    def share(self, fields: Collection[str], beside: Collection[_Place] = ()) -> float:
        """How much of what it says of these fields is right.

        Of articles to which others do not lead, where those are some.
        """
        of = [each for each in self.said if each.field in fields]
        own = [each for each in of if each.place not in beside]
        found = [each.is_right for each in (own if len(own) >= FEWEST else of)]
        return sum(found) / len(found) if found else 0.0


def most(found: Iterable[bool]) -> bool:
    each = [*found]
    return sum(each) >= len(each) * _SHARE


def feeds_telling(
    fields: Sequence[str], lists: Mapping[str, bytes], witnesses: Sequence[KnownArticle]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The feeds that tell these fields, those first that are the most often right, and which.

    Each leads to articles to which those before it do not, and tells these rightly.
    """
    tellings = [_telling(url, body, fields, witnesses) for url, body in lists.items()]
    # What a feed calls a description may be none, and is no reason to doubt its headlines.
    told = [name for name in fields if any(each.share([name]) >= _SHARE for each in tellings)]
    chosen, places = dict[str, bytes](), frozenset[_Place]()
    for each in sorted(tellings, key=lambda e: (-round(e.share(told), 2), -len(e.said))):
        if not each.places <= places and each.share(told, places) >= _SHARE:
            chosen, places = {**chosen, each.url: lists[each.url]}, places | each.places
    is_told = (_is_told(name, partial(_of_feed, name), chosen, witnesses) for name in told)
    return tuple(chosen), tuple(compress(told, is_told))


def _telling(
    url: str, body: bytes, fields: Sequence[str], witnesses: Sequence[KnownArticle]
) -> _Telling:
    try:
        links = links_in(Feed(url), body, url).links
    except SourceError:
        links = ()
    pages = ((each, Page(each.page.url, b"", parts={url: body})) for each in witnesses)
    said = tuple(
        _Said(name, place(page.url), value == each.fields[name])
        for each, page in (pages if links else ())
        for name in fields
        if each.fields.get(name) and (value := _of_feed(name, page))
    )
    return _Telling(url, frozenset(place(link.url) for link in links), said)


def _is_told(
    name: str, read: Read, lists: Mapping[str, bytes], witnesses: Sequence[KnownArticle]
) -> bool:
    """Whether the lists together tell the field of enough articles, and rightly of most."""
    found = [
        value == each.fields[name]
        for each in witnesses
        if each.fields.get(name) and (value := read(Page(each.page.url, b"", parts=lists)))
    ]
    return sum(found) >= FEWEST and most(found)


def _of_feed(name: str, page: Page) -> Any:
    """What the page's entries say of a field, as an article has it."""
    value = in_feed(name)(page)
    if value and name.startswith("date_"):
        return read_moment(value)
    said = formed(name, value) if value else None
    return tuple(said) if isinstance(said, list) else said


def lists_telling_section(
    lists: Mapping[str, bytes], witnesses: Sequence[KnownArticle], sections: Collection[str]
) -> tuple[str, ...]:
    """The lists that are called as the section of the articles is to which they lead.

    Of one that leads to no article of a known section, the archive may know the name; else it is
    believed where most articles are told rightly by the others.
    """
    named = {url: name for url, body in lists.items() if (name := heading(url, body))}
    found = {url: _led_to(url, lists[url], witnesses) for url in named}
    right = {url: [section == named[url] for section in led] for url, led in found.items()}
    every = [each for led in right.values() for each in led]
    chosen = tuple(
        url
        for url, name in named.items()
        if (most(right[url]) if right[url] else name in sections or (every and most(every)))
    )
    told = {url: lists[url] for url in chosen}
    return chosen if _is_told("section", in_list, told, witnesses) else ()


def _led_to(url: str, body: bytes, witnesses: Sequence[KnownArticle]) -> list[str]:
    """The sections of the articles to which a list leads."""
    places = places_in(url, body)
    return [
        section
        for each in witnesses
        if (section := each.fields.get("section")) and place(each.page.url) in places
    ]
