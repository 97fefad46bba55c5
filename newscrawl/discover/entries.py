"""Read the entries of any feed or sitemap, however damaged, without keeping them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, TypeAlias

from lxml import etree
from lxml.html.defs import empty_tags

from newscrawl import urls
from newscrawl.discover.mend_xml import OWN_SPACES, mend, split_tag
from newscrawl.errors import SourceError

#: Tags and attributes of a source, and ampersands, at most: what bounds the time of reading it.
MOST_NODES = 2_000_000
#: Fields of one name in an entry, and characters of one: what bounds the memory. The parser itself
#: goes no deeper than 2,048 tags.
MOST_FIELDS, LONGEST_TEXT = 20, 20_000
#: Characters of a text that is asked for, as a whole article's in its HTML.
_LONGEST_WANTED = 500_000
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_FEEDS, _SITEMAPS = frozenset({"rss", "feed", "rdf"}), frozenset({"urlset", "sitemapindex"})
_ADDRESSES = frozenset({"link", "guid", "id", "loc"})
_DATES = frozenset(
    "pubdate published date issued created updated modified lastmod publication_date".split()
)
_FIELDS = _ADDRESSES | _DATES | {"origlink"}
#: They hold text alone: what seems to stand in one of them followed a tag that was left open.
_TEXTS = _FIELDS | frozenset(
    "title description summary category comments creator changefreq priority".split()
)
#: Texts of an entry that have another namespace: of other names, others' things are called so.
_BORROWED = frozenset({"encoded", "creator"})
#: Whose links are somebody else's, however deep they stand.
_OTHERS = frozenset("image source author contributor content group textinput owner".split())


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of an entry: its text without white space around it."""

    text: str
    #: By lower-case local name.
    attributes: Mapping[str, str]
    #: What its links are relative to.
    base: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An ``item``, ``entry``, ``url`` or ``sitemap``: its fields by lower-case local name."""

    kind: str
    fields: dict[str, list[EntryField]]
    #: Whether there is nothing in it at all.
    is_empty: bool = False


#: What is done with each entry; False: no more are wanted.
Taker: TypeAlias = Callable[[Entry], bool]


def read_entries(
    content: bytes, url: str, wanted: str, take: Taker, texts: frozenset[str] = frozenset()
) -> list[str]:
    """Hand the entries of UTF-8 XML over, one by one; what is wrong with the XML.

    ``wanted`` names in errors what the bytes should have been. Entries have addresses and dates,
    and of their own texts those that ``texts`` names.
    """
    if content.count(b"<") + content.count(b"=") > MOST_NODES:
        raise SourceError(url, f"over {MOST_NODES:,} tags and attributes")
    if content.count(b"&") > MOST_NODES:
        raise SourceError(url, f"over {MOST_NODES:,} ampersands")
    # Text behind the last tag was cut off: half a URL is another page.
    mended, complaints = mend(content[: content.rfind(b">") + 1])
    reader = _Reader(url, take, texts)
    broken = _parse(mended, reader)
    complaints += [broken] if broken else []
    if not reader.count and reader.root not in _FEEDS | _SITEMAPS:
        raise SourceError(url, _strange(content, reader.root, wanted))
    return complaints


def _parse(content: bytes, reader: "_Reader") -> str | None:
    """Read to the end, or as far as the reader wants; the first thing that is wrong."""
    parser = etree.XMLParser(
        target=reader,
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        # Its limits are for trees, and none is built here: the reader has its own.
        huge_tree=True,
    )
    try:
        etree.fromstring(content, parser)
    except _Enough:
        pass
    except etree.XMLSyntaxError as error:
        return error.msg
    except UnicodeDecodeError:
        # A half of a character where a mender sees a comment and the parser sees none.
        return "malformed XML: a reference to half a character, and what follows was left"
    first = parser.error_log[0] if len(parser.error_log) else None
    return f"malformed XML at line {first.line}: {first.message.strip()}" if first else None


def _strange(content: bytes, root: str, wanted: str) -> str:
    if root == "html" or content[:15].lower().startswith((b"<!doctype html", b"<html")):
        return f"it is HTML, not a {wanted}"
    return f"it is <{root}>, not a {wanted}" if root else f"it is no XML, so not a {wanted}"


class _Enough(Exception):
    """No more is wanted of this source."""


@dataclass(slots=True)
class _Open:
    """An entry that has not ended."""

    kind: str
    namespace: str
    depth: int
    is_empty: bool = True
    #: The field of it that is open now, ``None`` right below the entry.
    child: str | None = None
    #: How deep the outermost of ``_OTHERS`` stands that is open; 0: none is.
    other: int = 0
    own: dict[str, list[EntryField]] = field(default_factory=dict)
    #: What seems to stand in fields that hold text alone.
    swallowed: dict[str, list[EntryField]] = field(default_factory=dict)


class _Reader:
    """What the parser calls: it keeps the entry that is open, and nothing of those before."""

    def __init__(self, url: str, take: Taker, texts: frozenset[str]) -> None:
        self._take, self._wanted = take, texts
        self._kinds: frozenset[str] = frozenset()
        self._depth = 0
        self._bases = [(0, url)]
        self._entry: _Open | None = None
        self._field: Callable[[str], EntryField] | None = None
        self._into: list[EntryField] = []
        self._texts: list[str] = []
        self._length, self._longest = 0, LONGEST_TEXT
        #: How deep the text stands whose elements are a part of it; 0: none is.
        self._markup = 0
        self.root, self.count = "", 0

    def start(self, tag: str | bytes, attrib: dict[Any, Any]) -> None:
        attributes: Mapping[str, str] = attrib
        namespace, name = split_tag(str(tag))
        self._depth += 1
        if self._markup and namespace not in OWN_SPACES:
            self._add(f"<{name}{''.join(map(_attribute, attributes.items()))}>")
            return
        self._keep_field()
        if self._depth == 1:
            self.root = name
            self._kinds = frozenset({"url", "sitemap"} if name in _SITEMAPS else {"item", "entry"})
        if _BASE in attributes:
            around = self._bases[-1][1]
            self._bases.append(
                (self._depth, urls.absolute(around, _ampersand(attributes[_BASE])) or around)
            )
        if name in self._kinds and (not self._entry or self._entry.namespace == namespace):
            self._begin(name, namespace, attributes)
        elif self._entry:
            self._begin_field(self._entry, name, namespace, attributes)

    def data(self, data: str | bytes) -> None:
        text = str(data)
        if self._entry and self._entry.is_empty:
            self._entry.is_empty = text.isspace()
        self._add(escape(text, quote=False) if self._markup else text)

    def _add(self, text: str) -> None:
        if self._field is not None and self._length <= self._longest:
            self._texts.append(text)
            self._length += len(text)

    def end(self, tag: str | bytes) -> None:
        if self._depth > self._markup > 0:
            _, name = split_tag(str(tag))
            self._add("" if name in empty_tags else f"</{name}>")
            self._depth -= 1
            return
        self._keep_field()
        entry = self._entry
        if entry and self._depth <= entry.depth:
            self._finish(entry)
        elif entry and self._depth == entry.depth + 1:
            entry.child = None
        if entry and self._depth == entry.other:
            entry.other = 0
        if self._bases[-1][0] == self._depth:
            self._bases.pop()
        self._depth -= 1

    def comment(self, text: str | bytes) -> None:
        """The parser asks for it; a comment says nothing."""

    def close(self) -> None:
        """Of what was cut off in its middle, what was written in full is kept."""
        if self._entry:
            self._finish(self._entry)

    def _begin(self, kind: str, namespace: str, attributes: Mapping[str, str]) -> None:
        if self._entry:
            # The one before was never closed.
            self._finish(self._entry)
        self._entry = _Open(kind, namespace, self._depth)
        if about := attributes.get(_ABOUT):
            self._entry.own["about"] = [EntryField(_ampersand(about), {}, self._bases[0][1])]

    def _begin_field(
        self, entry: _Open, name: str, namespace: str, attributes: Mapping[str, str]
    ) -> None:
        level, parent = self._depth - entry.depth, entry.child
        entry.is_empty = entry.is_empty and not attributes
        if level == 1:
            entry.child = name
        if not entry.other and name in _OTHERS:
            entry.other = self._depth
        # Atom's own text is called as what holds others' links.
        is_wanted = level == 1 and name in self._wanted
        is_field = not entry.other and name in _FIELDS and _may_hold(level, parent, name)
        if not is_wanted and not is_field:
            return
        is_own = namespace in OWN_SPACES | {entry.namespace}
        if not is_own and (name in _ADDRESSES or (is_wanted and name not in _BORROWED)):
            return
        self._longest = _LONGEST_WANTED if is_wanted else LONGEST_TEXT
        fields = entry.own if level == 1 or parent == "news" else entry.swallowed
        self._into = fields.setdefault(name, [])
        if len(self._into) < MOST_FIELDS:
            base = self._bases[-1][1]
            given = {split_tag(key)[1]: _ampersand(value) for key, value in attributes.items()}
            self._field = lambda text: EntryField(text, given, base)
            self._markup = self._depth if is_wanted and given.get("type") == "xhtml" else 0

    def _keep_field(self) -> None:
        """A field's text ends where another tag begins or ends."""
        if self._field is None:
            return
        # Cut, it would be the address of another page.
        text = "".join(self._texts).strip() if self._length <= self._longest else ""
        self._into.append(self._field(text))
        self._field, self._texts, self._length, self._markup = None, [], 0, 0

    def _finish(self, entry: _Open) -> None:
        self._entry = None
        self.count += 1
        if not self._take(Entry(entry.kind, entry.swallowed | entry.own, entry.is_empty)):
            raise _Enough


def _attribute(given: tuple[str, str]) -> str:
    return f' {split_tag(given[0])[1]}="{escape(_ampersand(given[1]))}"'


def _may_hold(level: int, parent: str | None, name: str) -> bool:
    """Whether a field is the entry's own: of others, such as its image's, nothing is taken."""
    if level == 1:
        return True
    # Where a news sitemap has its date.
    return parent in _TEXTS or (parent == "news" and level == 2 and name in _DATES)


def _ampersand(value: str) -> str:
    """An attribute's value: where entities are not resolved, the parser leaves ``&#38;`` in it."""
    return value.replace("&#38;", "&")
