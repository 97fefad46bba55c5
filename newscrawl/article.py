"""What an article is: its fields, its blocks, and what cleaning took out of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What sort of page an article stands on."""

    ARTICLE = "article"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    GALLERY = "gallery"
    VIDEO = "video"
    PODCAST = "podcast"
    LIVE = "live"
    SPONSORED = "sponsored"


class BlockKind(StrEnum):
    """What sort of text a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    ASIDE = "aside"
    EMBED = "embed"
    CAPTION = "caption"
    #: Of an entry of a live blog that stands in the page's data alone, and behind all others.
    ENTRY = "entry"


#: The kinds whose texts make up the body: an embed is an address, a caption belongs to its image,
#: and what only the page's data says of an entry is that entry's.
BODY_KINDS = frozenset(BlockKind) - {BlockKind.EMBED, BlockKind.CAPTION, BlockKind.ENTRY}

#: What stands for the layout's name where the outlet has none that fits: general rules read it.
GENERIC, SCRIPT = "generic", "script"
#: What stands behind the layout's name where further pages of the article are not at hand.
IN_PART = " (in part)"
NO_LAYOUTS = frozenset({GENERIC, SCRIPT, GENERIC + IN_PART, SCRIPT + IN_PART})
#: The mark of a block whose text is nearly all link.
LINK_MARK = "<a>"
#: Marks of what the generic reader finds in the body's container and holds for no part of the
#: story: what stands before and behind it, labels of boxes, and menus.
BEFORE_MARK, BEHIND_MARK = "<before-story>", "<behind-story>"
LABEL_MARK, MENU_MARK = "<box-label>", "<menu>"
PASSED_MARKS = frozenset({BEFORE_MARK, BEHIND_MARK, LABEL_MARK, MENU_MARK})


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body, in order.

    ``marks`` are the ids and class names that the block stood under, from the body's container
    down to the block's own element, and the names of telling elements (``<form>``, ``<aside>``,
    ``<blockquote>``, ``<figure>``, ``<footer>``, ``<nav>``, ``<button>``, ``<label>``,
    ``<dialog>``, ``<hidden>`` for what no reader sees); ``<a>`` comes where nearly all of the text
    is link, and last what the generic reader says of blocks outside the story.
    """

    kind: BlockKind
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A block that a rule took; ``at`` is its index among all blocks as they were read."""

    rule: str
    at: int
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry of a live blog; what it says are blocks of the article."""

    #: What stays when it is edited: see ``entry_keys.py``.
    key: str
    headline: str | None = None
    authors: tuple[str, ...] = ()
    date_published: datetime | None = None
    date_modified: datetime | None = None
    url: str | None = None
    #: Indexes of its blocks among all blocks as they were read.
    at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page says, in schema.org's words; ``date_*`` is what the outlet claims, in UTC."""

    url: str
    canonical_url: str
    outlet: str | None
    key: str
    kind: Kind = Kind.ARTICLE
    headline: str
    description: str | None = None
    lead: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    date_published: datetime | None = None
    date_modified: datetime | None = None
    #: Which reader gave ``date_published``: ``meta``, ``json-ld``, ``time``, ``text``, ``url``; or
    #: ``feed``, where the outlet's file says that a feed's entry tells it.
    date_source: str | None = None
    #: The date as the page prints it, kept even where it cannot be understood.
    date_raw: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    is_free: bool | None = None
    is_sponsored: bool = False
    #: Who signs and is no person, then lines such as "Includes reporting from AFP.", word for word.
    credits: tuple[str, ...] = ()
    opinion_disclaimer: bool = False
    #: The page bears a label that the state forces on the outlet.
    legal_label: bool = False
    republished_from: str | None = None
    images: tuple[Image, ...] = ()
    #: Addresses of the articles that boxes in the body point to.
    related: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removal, ...] = ()
    #: Of a live blog, in the order of the page.
    entries: tuple[LiveEntry, ...] = ()
    #: The page says that it has more entries than it shows.
    has_more_entries: bool = False
    #: Name of the layout that fitted; ``generic`` where none did. ``IN_PART`` may stand behind it.
    layout: str
    #: The version of the extractor, with that of the outlet's file, that read it.
    read_by: str | None = field(default=None, compare=False)

    @property
    def is_in_part(self) -> bool:
        """Whether the article goes on on pages that are not at hand."""
        return self.layout.endswith(IN_PART)

    @property
    def body(self) -> str:
        """The text: no captions, no embeds, no lead, no description."""
        return "\n\n".join(block.text for block in self.blocks if block.kind in BODY_KINDS)


def blocks_as_read(article: Article) -> tuple[Block, ...]:
    """All blocks in the order in which the page has them, whatever cleaning took since."""
    taken = {removal.at: removal.block for removal in article.removed}
    kept = iter(article.blocks)
    total = len(article.blocks) + len(taken)
    return tuple(taken[at] if at in taken else next(kept) for at in range(total))


def entries_by_start(article: Article, *, with_removed: bool = False) -> dict[int, LiveEntry]:
    """The entries by the index, as it was read, of the first block that is shown of each."""
    taken = frozenset() if with_removed else {removal.at for removal in article.removed}
    starts = ((next((at for at in e.at if at not in taken), None), e) for e in article.entries)
    return {at: entry for at, entry in starts if at is not None}


def blocks_of_entries(article: Article) -> tuple[tuple[Block, ...], ...]:
    """What cleaning left of each entry."""
    taken = {removal.at for removal in article.removed}
    read = blocks_as_read(article)
    return tuple(
        tuple(read[at] for at in entry.at if at not in taken and at < len(read))
        for entry in article.entries
    )
