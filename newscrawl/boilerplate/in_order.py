"""A kind of rule: lines of one known text, in its order, whole or torn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newscrawl.article import Block
from newscrawl.boilerplate.rules import Field, finder


class Line(NamedTuple):
    """A line of a known text, and whether it is unmistakable on its own."""

    pattern: str
    is_sure: bool


def sure(pattern: str) -> Line:
    """A line that gives itself away wherever it stands."""
    return Line(pattern, True)


def then(pattern: str) -> Line:
    """A line that means something only behind the lines before it."""
    return Line(pattern, False)


@dataclass(frozen=True, slots=True)
class InOrder:
    """Neighbouring blocks that are lines of one known text, in its order; any may be missing.

    It begins at a line that is sure, and ends before the first block that is no later line. So
    an appeal is taken whole or torn, and "Dear readers," only behind the line it belongs to.
    """

    name: str
    lines: tuple[Line, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        starts = [finder(line.pattern) for line in self.lines if line.is_sure]
        at = 0
        while at < len(lines):
            if any(start(lines[at]) for start in starts):
                end = self._end(lines, at)
                yield from range(at, end)
                at = end
            else:
                at += 1

    def _end(self, lines: Sequence[str], at: int) -> int:
        """Where the run that begins at a block ends."""
        place = 0
        for end in range(at, len(lines)):
            found = self._place(lines[end], place)
            if found is None:
                return end
            place = found
        return len(lines)

    def _place(self, text: str, after: int) -> int | None:
        """Which of the lines, from a place on, the text is."""
        places = range(after, len(self.lines))
        return next((i for i in places if finder(self.lines[i].pattern)(text)), None)
