"""Take the lengths of chunks out of a body that was sent in chunks."""

import re

_LENGTH = re.compile(rb"[ \t]*(?:0[xX])?(0*[0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_BLANK_LINES = re.compile(rb"(?:\r?\n)*")


def unchunked(payload: bytes) -> tuple[bytes, bool]:
    """The body as far as it came, without lengths, and whether it came to its end.

    What has no length in front was not in chunks, whatever its headers say: some tools take them
    out.
    """
    begins = _BLANK_LINES.match(payload)
    parts, at = list[bytes](), begins.end() if begins else 0
    if _LENGTH.match(payload, at) is None:
        return payload, True
    while (line := _LENGTH.match(payload, at)) is not None:
        length, at = int(line[1], 16), line.end()
        if length == 0:
            return b"".join(parts), True
        parts.append(payload[at : at + length])
        at += length
        line_end = _LINE_END.match(payload, at)
        if line_end is None:
            break
        at = line_end.end()
    return b"".join(parts), payload[at:].strip() == b"0"
