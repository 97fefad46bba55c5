"""Read the entries of any feed or sitemap, however damaged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from newscrawl.errors import SourceError

#: Tags and attributes of a source, at most: what bounds the memory that its tree takes.
MOST_NODES = 2_000_000
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_FEEDS, _SITEMAPS = frozenset({"rss", "feed", "rdf"}), frozenset({"urlset", "sitemapindex"})
_ADDRESSES = frozenset({"link", "guid", "id", "loc"})
_FIELDS = frozenset(
    "link guid id origlink pubdate published date issued created updated modified loc lastmod"
    " publication_date".split()
)


@dataclass(frozen=True, slots=True)
class Field:
    """One child of an entry: its text without white space around it."""

    text: str
    attributes: Mapping[str, str]
    #: What its links are relative to.
    base: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An ``item``, ``entry``, ``url`` or ``sitemap``: its fields by lower-case local name."""

    kind: str
    fields: dict[str, list[Field]]


@dataclass(frozen=True, slots=True)
class Entries:
    found: tuple[Entry, ...]
    #: The first thing that is wrong with the XML.
    complaint: str | None


def read_entries(content: bytes, url: str, wanted: str) -> Entries:
    """The entries of UTF-8 XML; ``wanted`` names in errors what the bytes should have been."""
    if content.count(b"<") + content.count(b"=") > MOST_NODES:
        raise SourceError(url, f"over {MOST_NODES:,} tags and attributes")
    root, complaint = _parse(content, url)
    name = "" if root is None else _local(root)
    # Of what was cut off in its middle, what was written in full is kept.
    kinds = {"url", "sitemap"} if name in _SITEMAPS else {"item", "entry"}
    based = b"xml:base" in content
    tags = [f"{{*}}{kind}" for kind in sorted(kinds)]
    found = [] if root is None else [_entry(node, url, based) for node in root.iter(*tags)]
    if not found and name not in _FEEDS | _SITEMAPS:
        raise SourceError(url, _strange(content, name, wanted))
    return Entries(tuple(found), complaint)


def _parse(content: bytes, url: str) -> tuple[etree._Element | None, str | None]:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    # Text behind the last tag was cut off: half a URL is another page.
    whole = content[: content.rfind(b">") + 1]
    try:
        root = etree.fromstring(whole, parser, base_url=url)
    except etree.XMLSyntaxError as error:
        return None, error.msg
    first = parser.error_log[0] if len(parser.error_log) else None
    if first is None:
        return root, None
    return root, f"malformed XML at line {first.line}: {first.message.strip()}"


def _strange(content: bytes, root: str, wanted: str) -> str:
    if root == "html" or content[:15].lower().startswith((b"<!doctype html", b"<html")):
        return f"it is HTML, not a {wanted}"
    return f"it is <{root}>, not a {wanted}" if root else f"it is no XML, so not a {wanted}"


def _entry(node: etree._Element, url: str, based: bool) -> Entry:
    fields = _fields(_children(node), url, based)
    about = node.get(_ABOUT)
    if about:
        fields["about"] = [Field(about, {}, url)]
    elif not fields.keys() & _ADDRESSES:
        # The link went into a tag before it that is never closed.
        fields = _fields(node.iterdescendants(), url, based)
    return Entry(_local(node), fields)


def _fields(children: Iterable[etree._Element], url: str, based: bool) -> dict[str, list[Field]]:
    fields: dict[str, list[Field]] = {}
    for child in children:
        name = _local(child)
        if name in _FIELDS:
            base = (child.base if based else None) or url
            attributes = {str(key): str(value) for key, value in child.attrib.items()}
            field = Field((child.text or "").strip(), attributes, base)
            fields.setdefault(name, []).append(field)
    return fields


def _children(node: etree._Element) -> Iterator[etree._Element]:
    """The children, and those of ``news:news``, where a news sitemap has its date."""
    for child in node:
        if _local(child) == "news":
            yield from child
        else:
            yield child


def _local(node: etree._Element) -> str:
    # An entity that was left alone has a function for a tag.
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
