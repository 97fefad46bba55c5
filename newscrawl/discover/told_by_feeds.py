"""Read of feeds and lists what the pages that they lead to do not say any more.

A list that an outlet keeps beside each page is a part of it: fetched apart, kept in WARC with the
page, and at hand when the page is read again.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote

from newscrawl import urls
from newscrawl.discover.entries import Entry, EntryField, read_entries
from newscrawl.discover.listed_dates import MODIFIED, PUBLISHED, as_text, listed_date
from newscrawl.discover.listing import link_of, links_in
from newscrawl.discover.unpack import unpack
from newscrawl.errors import SourceError
from newscrawl.markup.linked_data import unescaped
from newscrawl.outlet import Section
from newscrawl.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.article import Block

#: Elements of an entry that may hold a whole text, the fullest first.
TEXTS = ("encoded", "content", "description", "summary")
#: Where an entry has each field; dates have places of their own.
_PLACES = {
    "headline": ("title",),
    "description": ("description", "summary"),
    "authors": ("creator",),
    "section": ("category",),
    "keywords": ("category",),
}
#: Fields that an entry may tell.
FIELDS = (*_PLACES, "date_published", "date_modified")
_SEVERAL = frozenset({"authors", "keywords"})
_DATES = {"date_published": PUBLISHED, "date_modified": MODIFIED}
#: What is packed does not show what it holds.
_PACKED = b"\x1f\x8b"
_WANTED = frozenset({*TEXTS, *(name for names in _PLACES.values() for name in names)})


@dataclass(frozen=True, slots=True)
class in_feed:
    """Reads a field of the page's entry, in the first of its parts where one has it.

    ``feed`` is the address of the only one that is asked.
    """

    field: str
    feed: str | None = None
    #: What an article's ``date_source`` says of a date.
    source: ClassVar[str] = "feed"

    def __call__(self, page: Page) -> Any:
        found = (_field(entry, self.field) for entry in _entries(page, self.feed))
        return next((value for value in found if value), None)


def in_list(page: Page) -> str | None:
    """The section whose list leads to the page, as the list's heading calls it; None of two."""
    lists = ((url, body) for url, body in page.parts.items() if leads_to(body, page.url))
    names = {
        name for each in lists if (name := heading(*each)) and place(page.url) in places_in(*each)
    }
    return names.pop() if len(names) == 1 else None


def heading(url: str, body: bytes) -> str | None:
    """What a section's page calls the section."""
    return Page(url, body).text_of("h1")


def places_in(url: str, body: bytes) -> frozenset[tuple[str, str]]:
    """Where the links of a section's page lead."""
    return frozenset(place(link.url) for link in links_in(Section(url), body, url).links)


def place(url: str) -> tuple[str, str]:
    """What all spellings of an address have: feeds still say http, or leave out "www."."""
    spelled = urls.canonical(url) or url
    host = urls.host_of(spelled).removeprefix("www.")
    return host, urls.path_of(spelled).rstrip("/")


@dataclass(frozen=True, slots=True)
class feed_text:
    """Reads the blocks of the text in this element of the page's entry: a layout's parts.

    ``feed`` is the address of the only feed that is asked: others may have a summary there.
    """

    name: str
    feed: str | None = None

    def __call__(self, page: Page, cut: "Callable[[Any], tuple[Block, ...]]") -> "list[Block]":
        entries = _entries(page, self.feed)
        texts = (each.text for entry in entries for each in entry.fields.get(self.name, ()))
        html = next(filter(None, texts), "")
        # Lines of text that no markup parts are one paragraph.
        body = Page(page.url, f"<body>{html}</body>".encode(), declared="utf-8").tree.body
        return list(cut(body)) if html and body else []


def leads_to(body: bytes, url: str) -> bool:
    """Whether a list may lead to an address: its path stands there, however it is escaped."""
    path = urls.path_of(url).rstrip("/")
    spelled = {each.replace("&", amp) for each in (path, unquote(path)) for amp in ("&", "&amp;")}
    return body.startswith(_PACKED) or any(each.encode() in body for each in spelled)


def _entries(page: Page, feed: str | None) -> list[Entry]:
    """The entries that lead to the page, one of each part that is a feed, or of one feed."""
    found = page.once(_entries_by_feed)
    return [entry for url, entry in found.items() if feed in (None, url)]


def _entries_by_feed(page: Page) -> dict[str, Entry]:
    found = {url: _entry_of(page, url, body) for url, body in page.parts.items()}
    return {url: entry for url, entry in found.items() if entry}


def _entry_of(page: Page, url: str, body: bytes) -> Entry | None:
    asked = place(page.url)
    found = list[Entry]()

    def take(entry: Entry) -> bool:
        """Keep the first that leads there; whether more are wanted."""
        link = link_of(entry)
        found.extend([entry] if link and place(link.url) == asked else [])
        return not found

    if not leads_to(body, page.url):
        return None
    try:
        read_entries(unpack(body, url)[0], url, "feed", take, _WANTED)
    except SourceError:
        return None
    return next(iter(found), None)


def _field(entry: Entry, field: str) -> Any:
    if field in _DATES:
        moment = listed_date(entry, _DATES[field])
        return as_text(moment) if moment else None
    fields = (each for name in _PLACES[field] for each in entry.fields.get(name, ()))
    texts = [text for each in fields if (text := _line(_words(each)))]
    return texts if field in _SEVERAL else next(iter(texts), None)


def _words(field: EntryField) -> str:
    """The text without the elements that are known to be in it (RFC 4287, 3.1.1)."""
    if field.attributes.get("type") not in {"html", "xhtml"}:
        return field.text
    return Page(field.base, field.text.encode(), declared="utf-8").text_of("body") or ""


def _line(text: str) -> str:
    return " ".join(unescaped(text).split())
