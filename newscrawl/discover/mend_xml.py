"""Mend what a parser of XML would drop, or stop at: ampersands, entities, namespaces and more."""

import re
from collections.abc import Iterator
from html.entities import html5

ATOM = "http://www.w3.org/2005/Atom"
#: Where an entry's own address may stand, beside the entry's own namespace.
OWN_SPACES = frozenset(
    {"", ATOM, "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/"}
    | {f"http://{host}.netscape.com/rdf/simple/0.9/" for host in ("my", "channel")}
    | {"http://www.sitemaps.org/schemas/sitemap/0.9"}
)
#: What begins a stretch in which an ampersand means itself, and what ends it.
_LITERAL = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_BEGIN = re.compile(rb"<!\[CDATA\[|<!--")
_BARE = re.compile(rb"&(?!(?:#\d{1,9}|#x[0-9a-fA-F]{1,9}|[a-zA-Z]\w{0,40});)")
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z]\w{0,40}(?=;));")
#: References to halves of a character: the parser raises for them.
_HALF = re.compile(
    rb"&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}"
    rb"|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
)
_PREFIX = re.compile(rb"</?([A-Za-z_][\w.-]{0,40}):")
_DECLARED = re.compile(rb"\sxmlns:([\w.-]+)\s*=")
_FIRST_TAG = re.compile(rb"<[A-Za-z_][\w.:-]*")
#: More prefixes that nothing declares are no slip.
_MOST_PREFIXES = 100


def mend(content: bytes) -> tuple[bytes, list[str]]:
    """The XML as its author meant it, and what was wrong with it.

    A name of an entity that neither XML nor HTML knows is left: a declaration may have had it.
    """
    whole, bare, first, halves = bytearray(), 0, 0, 0
    prefixes: set[bytes] = set()
    for at, piece, is_literal in _pieces(content):
        if not is_literal:
            prefixes.update(found[1] for found in _PREFIX.finditer(piece))
            if b"&" in piece:
                slip = None if bare else _BARE.search(piece)
                first = content.count(b"\n", 0, at + slip.start()) + 1 if slip else first
                piece, count = _BARE.subn(b"&amp;", _NAMED.sub(_in_digits, piece))
                bare += count
                piece, count = _HALF.subn("\N{REPLACEMENT CHARACTER}".encode(), piece)
                halves += count
        whole += piece
    complaints = [f"bare ampersands: {bare}, the first at line {first}"] if bare else []
    complaints += [f"references to half a character: {halves}"] if halves else []
    missing = prefixes - {b"xml", *(found[1] for found in _DECLARED.finditer(content))}
    if missing:
        _declare(whole, sorted(missing)[:_MOST_PREFIXES])
        names = ", ".join(name.decode("utf-8", "replace") for name in sorted(missing)[:5])
        complaints.append(f"malformed XML: prefixes that are not declared: {names}")
    return bytes(whole), complaints


def _pieces(content: bytes) -> Iterator[tuple[int, bytes, bool]]:
    """Where each stretch begins, its bytes, and whether its ampersands mean themselves."""
    at = 0
    while begin := _BEGIN.search(content, at):
        yield at, content[at : begin.start()], False
        close = content.find(_LITERAL[begin[0]], begin.end())
        at = len(content) if close < 0 else close + 3
        yield begin.start(), content[begin.start() : at], True
    yield at, content[at:], False


def _in_digits(name: re.Match[bytes]) -> bytes:
    letters = html5.get(f"{name[1].decode('ascii', 'replace')};")
    return "".join(f"&#{ord(each)};" for each in letters).encode() if letters else name[0]


def _declare(content: bytearray, prefixes: list[bytes]) -> None:
    """Declare them in the first tag, where the parser would otherwise drop them."""
    first = _FIRST_TAG.search(content)
    if first:
        spaces = (b' xmlns:%b="%b"' % (prefix, _space_of(prefix)) for prefix in prefixes)
        content[first.end() : first.end()] = b"".join(spaces)


def _space_of(prefix: bytes) -> bytes:
    return ATOM.encode() if prefix.lower().startswith(b"atom") else b"undeclared:" + prefix


def split_tag(tag: str) -> tuple[str, str]:
    """Namespace and lower-case local name of a tag as the parser gives it."""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name.rpartition(":")[2].lower()
