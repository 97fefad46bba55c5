"""Cut WARC files into stretches that several read at once, and are sure that nothing was missed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newscrawl.snapshots.capture_headers import Bad, Capture
from newscrawl.snapshots.foreign_captures import Span, met_in, stretches_in

#: Bytes of a stretch: what is read in about a second.
_LONGEST = 1 << 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What was found in a stretch, and between which two places all of it was looked at."""

    #: None where no record seemed to begin in it.
    begin: int | None
    stop: int
    found: Sequence[Capture | Bad]


def spans_of(path: str) -> list[list[Span]]:
    """The stretches of each WARC file in a file, in their order; raises ``SnapshotError``."""
    return [
        [
            Span(
                path=path,
                inner=one,
                begin=begin,
                until=min(begin + _LONGEST, one.end),
                is_sure=begin == one.start,
            )
            # Also of an empty one, of which it is said that it is no WARC file.
            for begin in range(one.start, max(one.end, one.start + 1), _LONGEST)
        ]
        for one in stretches_in(path)
    ]


def read_span(span: Span) -> Scan:
    """The captures that begin in a stretch; raises ``SnapshotError``."""
    begin, stop, found = None, span.begin, list[Capture | Bad]()
    for met in met_in(span):
        begin = met.offset if begin is None else begin
        stop = met.offset + met.length
        found += met.found or ()
    return Scan(begin=begin, stop=stop, found=found)


def joined(
    spans: Sequence[Span], read: Callable[[Iterable[Span]], Iterator[Scan]]
) -> Iterator[Capture | Bad]:
    """The captures of one WARC file, whose stretches ``read`` reads in their order.

    Where a stretch begins, a record is looked for; whether it was one, the stretch before tells.
    Raises ``SnapshotError``.
    """
    at = spans[0].begin if spans else 0
    for span, scan in zip(spans, read(spans), strict=True):
        if at >= span.until and not span.inner.fault:
            # A record, or what is none, goes past the whole stretch.
            continue
        if scan.begin != at:
            scan = read_span(replace(span, begin=at, is_sure=True))
        yield from scan.found
        at = max(at, scan.stop)
