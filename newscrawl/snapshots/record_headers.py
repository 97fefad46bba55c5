"""Read what a record of a WARC or ARC file says of itself, however its lines end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newscrawl.snapshots.stream import Stream

#: Bytes of headers, at most. What is peeked at first holds nearly all.
_LARGEST, _FIRST = 1 << 20, 1 << 12
_WARC = re.compile(rb"WARC/\d+\.\d+[ \t]*\r*\n")
# Address, host, moment, type, what the second version adds, and length: addresses may have spaces.
_ARC = re.compile(
    rb"([a-z][a-z0-9+.-]*:[^\r\n]{1,4000}?) ([0-9a-f.:-]+) (\d{12,14}) "
    rb"([^\r\n]{0,4000} )?(\d{1,18})\r*\n",
    re.IGNORECASE,
)
# Some tools end lines with LF alone, and some editors double a CR.
_BLANK = re.compile(rb"\n\r*\n")
#: A line that begins a record, behind another line.
BEGINS = re.compile(rb"\n(WARC/\d+\.\d|%b)" % _ARC.pattern, re.IGNORECASE)
#: Bytes that tell whether a record begins.
ENOUGH = 1 << 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A record's headers, by their names in lower case; the first of a name counts."""

    kind: str
    fields: Mapping[str, str]
    #: Bytes of the block behind them.
    length: int


def begins_record(raw: bytes) -> bool:
    return raw.startswith(b"WARC/") or _ARC.match(raw) is not None


def read_head(stream: Stream) -> Head | None:
    """The headers of the record that begins there; None where none does."""
    while (blank := stream.peek(1)) and blank in b"\r\n":
        stream.read(1)
    begun = stream.peek(ENOUGH)
    arc = _ARC.match(begun)
    if arc is not None:
        stream.read(arc.end())
        return _head_of_arc(arc)
    return _head_of_warc(stream) if _WARC.match(begun) else None


def fields_in(lines: bytes) -> list[tuple[str, str]]:
    """Names in lower case and values, folded lines joined; a line without a colon is none."""
    found: list[tuple[str, str]] = []
    for line in lines.split(b"\n"):
        if line[:1] in b" \t" and line.strip() and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {_text(line.strip())}")
            continue
        name, colon, value = line.partition(b":")
        if colon:
            found.append((_text(name.strip()).lower(), _text(value.strip())))
    return found


def split_head(raw: bytes) -> tuple[bytes, bytes]:
    """What stands before the first blank line, and behind it."""
    blank = _BLANK.search(raw)
    return (raw[: blank.start()], raw[blank.end() :]) if blank else (raw, b"")


def _head_of_warc(stream: Stream) -> Head | None:
    size = _FIRST
    while (blank := _BLANK.search(raw := stream.peek(size))) is None:
        if len(raw) < size or size >= _LARGEST:
            return None
        size *= 4
    fields = dict(reversed(fields_in(stream.read(blank.end()))))
    length = fields.get("content-length", "")
    if not re.fullmatch(r"\d{1,18}", length, re.ASCII):
        return None
    return Head(kind=fields.get("warc-type", "").lower(), fields=fields, length=int(length))


def _head_of_arc(line: re.Match[bytes]) -> Head:
    """The line as if it were the headers of a WARC record: of an answer, or of the file."""
    url, moment, length = _text(line[1]), line[3].decode(), int(line[5])
    # Of some, the seconds are left out.
    fields = {"warc-target-uri": url, "warc-date": f"{moment[:8]}T{moment[8:]:0<6}Z"}
    kind = "warcinfo" if url.startswith("filedesc:") else "response"
    return Head(kind=kind, fields=fields, length=length)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
