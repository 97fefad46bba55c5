"""A kind of rule: blocks that say a known wording, in which ``…`` stands for what changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.boilerplate.rules.fingerprints import GAP, literal_words, words_of
from newscrawl.boilerplate.rules.rule_types import Field

#: A wording of fewer unchanging words is sure only beside another of its rule.
SURE = 5
#: A sentence of fewer characters may stand twice in an article by chance.
_SENTENCE_LENGTH = 25
_SENTENCES = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True, slots=True)
class Repeated:
    """Blocks that an outlet repeats, alone or beside each other.

    A wording of five unchanging words or more is taken wherever it stands; a shorter one only
    beside another block of the rule, or where the rule has no longer one and a block says no more.
    Quotes stay, and so does whatever another part of the article says again. It never takes all.
    """

    name: str
    wordings: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        tests = _compiled(self.wordings)
        found: dict[int, bool] = {}
        for at, line in enumerate(lines):
            wording = _fitting(tests, line)
            if wording is not None and blocks[at].kind is not BlockKind.QUOTE:
                found[at] = wording.is_sure(line)
        taken = {at for at, is_sure in found.items() if is_sure}
        for reach in (sorted(found), sorted(found, reverse=True)):
            taken |= _beside(taken, reach)
        taken -= _said_again(taken, lines)
        # Whatever was learned, what would leave nothing of an article is its text.
        leaves = (at for at, block in enumerate(blocks) if block.kind in BODY_KINDS)
        return iter(sorted(taken)) if any(at not in taken for at in leaves) else iter(())


def covers(wordings: Sequence[str], others: Sequence[str]) -> bool:
    """Whether blocks that say any of the other wordings say one of these."""
    tests = _compiled(tuple(wordings))
    return all(other in wordings or _fitting(tests, other) is not None for other in others)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording as the texts between its gaps, each with a space around it."""

    parts: tuple[str, ...]
    begins: bool
    ends: bool
    length: int
    #: Where it has too few words: the ones that a block says, if it is taken for them alone.
    just: tuple[str, ...] | None
    has_enough: bool

    def is_sure(self, line: str) -> bool:
        """Whether a line that fits needs no other beside it."""
        return self.has_enough or (self.just is not None and words_of(line) == self.just)

    def fits(self, line: str) -> bool:
        """Whether a line says it; at least half of the line must be its words."""
        if self.length * 2 < len(line) or self.length > len(line):
            return False
        if self.begins and not line.startswith(self.parts[0]):
            return False
        if self.ends and not line.endswith(self.parts[-1]):
            return False
        at = 0
        for part in self.parts[: -1 if self.ends else None]:
            found = line.find(part, at)
            if found < 0:
                return False
            # Two parts may share the space between them: a gap may be empty.
            at = found + len(part) - 1
        return not self.ends or len(line) - len(self.parts[-1]) >= at


@lru_cache(maxsize=1024)
def _compiled(wordings: tuple[str, ...]) -> tuple[_Wording, ...]:
    longest = max((literal_words(wording.split()) for wording in wordings), default=0)
    found = []
    for wording in wordings:
        parts = tuple(f" {part.strip()} " for part in wording.split(GAP) if part.strip())
        words = tuple(wording.split())
        is_longest = literal_words(words) == longest < SURE
        found.append(
            _Wording(
                parts=parts,
                begins=not wording.startswith(GAP),
                ends=not wording.endswith(GAP),
                length=sum(map(len, parts)) - len(parts) + 1,
                just=words if is_longest else None,
                has_enough=literal_words(words) >= SURE,
            )
        )
    # Where two fit a line, the one with more words decides.
    return tuple(sorted(found, key=lambda one: not one.has_enough))


def _fitting(tests: Sequence[_Wording], line: str) -> _Wording | None:
    said = f" {line.casefold()} "
    return next((test for test in tests if test.parts and test.fits(said)), None)


def _beside(taken: set[int], found: Sequence[int]) -> set[int]:
    """What stands beside what is taken, in one direction."""
    reached = set(taken)
    for at in found:
        if at - 1 in reached or at + 1 in reached:
            reached.add(at)
    return reached


def _said_again(taken: set[int], lines: Sequence[str]) -> set[int]:
    """Those of which a sentence stands in what is not taken, as in a quote that ends in a comma."""
    others = "\n".join(line for at, line in enumerate(lines) if at not in taken)
    again: dict[str, bool] = {}
    for line in {lines[at] for at in taken}:
        said = (one.strip(".!?\" '") for one in _SENTENCES.split(line))
        again[line] = any(len(one) >= _SENTENCE_LENGTH and one in others for one in said)
    return {at for at in taken if again[lines[at]]}
