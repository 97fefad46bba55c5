"""An answer as a record of ours keeps it: its headers, and its body as sent."""

from dataclasses import dataclass

from newscrawl.errors import SnapshotError
from newscrawl.markup.encoding import declared_charset
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.snapshots.decoding import decompressed, encodings_of

_BLANK = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The block of a response record."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def charset(self) -> str | None:
        """As the server declared it."""
        named = [value for name, value in self.headers if name.lower() == b"content-type"]
        return declared_charset(named[-1]) if named else None

    def decoded(self, limit: int = LARGEST_PAGE) -> bytes:
        """The body without content encodings, as the crawl read it; raises a ``BodyError``."""
        return decompressed(self.body, encodings_of(self.headers), limit)


def message_in(block: bytes) -> Message:
    """The answer in a block that ``records`` wrote: of any size, where FastWARC's have a limit."""
    head, blank, body = block.partition(_BLANK)
    if not blank:
        raise SnapshotError("the answer's headers do not end")
    lines = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
    return Message(headers=tuple((name, value) for name, _, value in lines), body=body)
