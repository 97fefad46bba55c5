"""Bytes of a feed or sitemap as they were sent, packed or not, in any encoding, as clean UTF-8."""

import re
import zlib

from newscrawl.errors import SourceError
from newscrawl.markup.encoding import encoding_named
from newscrawl.size_limits import LARGEST_SOURCE

_GZIP = b"\x1f\x8b"
#: Members of a gzip file, at most: who packs in pieces makes pieces of some kilobytes.
_MOST_MEMBERS = 10_000
_FIRST_PIECE, _PIECE = 1 << 12, 1 << 18
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NAMED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_UNUSED = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
# An entity can only be declared in here: what is not declared is never resolved.
_DECLARATIONS = re.compile(rb"<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def unpack(body: bytes, url: str) -> tuple[bytes, str | None]:
    """The XML as UTF-8 without controls and declarations, and what was wrong with it, if anything.

    Raises ``SourceError`` if it is empty, or too large when unpacked.
    """
    body, complaint = _inflate(body, url) if body.startswith(_GZIP) else (body, None)
    if len(body) > LARGEST_SOURCE:
        raise SourceError(url, f"over {LARGEST_SOURCE:,} bytes")
    text, undecodable = _utf8(body)
    if not text:
        raise SourceError(url, "it is empty")
    return text, complaint or undecodable


def _inflate(body: bytes, url: str) -> tuple[bytes, str | None]:
    """All members of a gzip file, as far as they can be read."""
    unpacked, at = bytearray(), 0
    for _ in range(_MOST_MEMBERS):
        if not body.startswith(_GZIP, at):
            return bytes(unpacked), None
        try:
            end = _add_member(body, at, unpacked)
        except zlib.error as error:
            return bytes(unpacked), f"broken gzip: {error}"
        if len(unpacked) > LARGEST_SOURCE:
            raise SourceError(url, f"over {LARGEST_SOURCE:,} bytes when unpacked")
        if end is None:
            return bytes(unpacked), "the gzip file is cut off"
        at = end
    return bytes(unpacked), f"over {_MOST_MEMBERS:,} gzip members"


def _add_member(body: bytes, at: int, unpacked: bytearray) -> int | None:
    """Unpack the member that begins there: where it ends, or None where it does not.

    What is given beyond its end is copied each time, and members may be few bytes each.
    """
    member, view, size = zlib.decompressobj(wbits=31), memoryview(body), _FIRST_PIECE
    while not member.eof and at < len(body) and len(unpacked) <= LARGEST_SOURCE:
        piece = view[at : at + size]
        unpacked += member.decompress(piece, LARGEST_SOURCE + 1 - len(unpacked))
        at, size = at + len(piece), _PIECE
    return at - len(member.unused_data) if member.eof else None


def _utf8(body: bytes) -> tuple[bytes, str | None]:
    encoding = _encoding(body)
    try:
        text, complaint = body.decode(encoding), None
    except UnicodeDecodeError:
        text, complaint = body.decode(encoding, "replace"), f"not all of it is {encoding}"
    content = text.encode("utf-8", "replace").translate(None, _UNUSED)
    return _without_declarations(_from_prolog(content)), complaint


def _encoding(body: bytes) -> str:
    """What a byte order mark says, else the prolog, as browsers know it, else UTF-8.

    Bytes that are UTF-8 throughout are UTF-8 whatever the prolog says: no other text looks so.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return encoding
    if body[:4] in {b"<\0?\0", b"\0<\0?"}:
        return "utf-16-le" if body[1] == 0 else "utf-16-be"
    told = _NAMED.match(_from_prolog(body[:8192]))
    named = encoding_named(told[1].decode()) if told else None
    # A body whose prolog could be read as ASCII is no UTF-16, whatever it says.
    if named is None or named.startswith(("utf-16", "utf-32")):
        return "utf-8"
    if body.isascii():
        # ISO-2022 looks so, too.
        return named
    try:
        body.decode()
    except UnicodeDecodeError:
        return named
    return "utf-8"


def _from_prolog(content: bytes) -> bytes:
    """Without white space, byte order marks and warnings that were printed before the prolog."""
    start = content.find(b"<?xml ", 0, 8192)
    return content[start:] if start > 0 else content.strip(b" \t\r\n\xef\xbb\xbf")


def _without_declarations(content: bytes) -> bytes:
    # Only the first can be one: looking behind each of a million would take hours.
    start = content[: 64 * 1024].upper().find(b"<!DOCTYPE")
    found = _DECLARATIONS.match(content, start) if start >= 0 else None
    return content[: found.start()] + content[found.end() :] if found else content
