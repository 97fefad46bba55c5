"""How an outlet's pages look, and how what they say is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from newscrawl.article import Block
    from newscrawl.page import Page

#: How a field is found: a CSS selector, or a function from the page to the value.
Reader: TypeAlias = "str | Callable[[Page], Any]"
#: The blocks of a page's parts, by the page and the function that cuts an element into blocks.
PartsReader: TypeAlias = "Callable[[Page, Callable[[Any], tuple[Block, ...]]], list[Block]]"
#: What a page says of a live blog's entries, in their order.
EntriesReader: TypeAlias = "Callable[[Page], Sequence[ClaimedEntry]]"
#: Fields of an article that a reader may give.
FIELDS = (
    *("headline", "description", "lead", "kicker", "authors", "date_published", "date_modified"),
    *("section", "keywords", "language", "is_free", "is_sponsored", "images", "related", "kind"),
)


@dataclass(frozen=True, slots=True)
class LiveEntries:
    """Where a live blog's entries are: CSS selectors, all but the first of what is in an entry."""

    each: str
    #: The first of these with ``datetime`` or a date is when it was published.
    time: str = "time"
    headline: str = "h2, h3, h4"
    author: str | None = None
    #: What of it is its text; else all but time, headline and author.
    body: str | None = None
    #: The attribute that names it; behind ``selector@`` that of an element inside. None: see
    #: ``entry_keys.py``.
    key: str | None = None
    #: What a page has that shows only the latest entries, such as a button for older ones.
    more: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedEntry:
    """What a page says of one entry of a live blog, in the outlet's own words."""

    #: What names it: an id, or an address. None where the page has no name for it.
    key: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    #: The id or class name that only its blocks stand under.
    mark: str | None = None
    #: What it says, for where no block stands under the mark.
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """One look of the outlet's pages: it fits where ``body`` finds text."""

    name: str
    #: CSS selector of the body's container.
    body: str
    #: What this layout reads differently: field name → reader.
    fields: Mapping[str, Reader] = field(default_factory=dict)
    #: CSS selector of nodes inside the container that are no text of anybody's: ad slots.
    ignore: str | None = None
    #: Id or class name of boxes whose paragraphs are asides of the article's own.
    asides: str | None = None
    #: Blocks of bodies that belong to the page but were fetched apart.
    parts: "PartsReader | None" = None
    #: The entries of a live blog; None: as the page's JSON-LD has them.
    entries: "LiveEntries | EntriesReader | None" = None
    #: Learned from pages whose text nobody knew: a witness beside the generic reader, which is
    #: believed where both read nearly the same.
    is_learned: bool = False
    #: What a page must have beside ``body``: what this finds there is something. Where a feed's
    #: entry is read, ``in_feed("headline")``.
    fits: "Callable[[Page], Any] | None" = None
