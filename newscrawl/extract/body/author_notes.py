"""Tell the notes behind a story that say who wrote it: "Ann Lee covers the sea for this paper"."""

import re
from collections.abc import Sequence

from newscrawl.article import BEHIND_MARK, BODY_KINDS, PASSED_MARKS, Block, BlockKind

#: So many of them, of so many characters each, stand behind a story at most.
_MOST, _LONGEST = 4, 700
#: What is left must be a story.
_STORY_LENGTH = 250
#: What somebody is or does, in the languages of news; else a dash says so.
_DOES = (
    r"is|was|are|has|covers?|writes?|reports?|joined|works?|lives?|serves?|leads?|teaches|hosts"
    r"|can be reached|may be reached|(?:also )?contributed"
    r"|ist|war|arbeitet|schreibt|berichtet|leitet|lebt|lehrt|est|écrit|travaille|couvre|dirige|vit"
    r"|es|escribe|trabaja|cubre|è|scrive|lavora|si occupa|é|escreve|trabalha|werkt|schrijft|jest"
    r"|pracuje|pisze|är|skriver|er|jobber|arbejder|on|yazıyor|—|–|-"
)
#: What may stand between a name and that: degrees, a title, a year of birth.
_BESIDE = r"(?:,? ?\([^()]{1,60}\)|,[^.!?]{1,80}?,)?"
_BEFORE = re.compile(r"\W*(?:About |By |Über |Von )?")
_BEHIND = re.compile(rf"{_BESIDE}\s(?:{_DOES})(?=\s)")
#: Authors that are looked for.
_MOST_AUTHORS = 20


def with_author_notes_marked(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[Block, ...]:
    """The blocks; the last that begin with an author's name are marked as behind the story."""
    marked = list(blocks)
    if authors:
        told = [at for at, block in enumerate(blocks) if _is_told(block)]
        notes = _notes([blocks[at].text for at in told], authors)
        for at in told[len(told) - notes :]:
            block = marked[at]
            marked[at] = Block(block.kind, block.text, (*block.marks, BEHIND_MARK))
    return tuple(marked)


def _notes(texts: Sequence[str], authors: Sequence[str]) -> int:
    """How many of the last texts are notes; none where no story would be left."""
    notes = 0
    for text in reversed(texts[-_MOST:]):
        if len(text) > _LONGEST or not _is_note(text, authors):
            break
        notes += 1
    return notes if sum(map(len, texts[: len(texts) - notes])) >= _STORY_LENGTH else 0


def _is_note(text: str, authors: Sequence[str]) -> bool:
    found = ((text.find(name), len(name)) for name in authors[:_MOST_AUTHORS])
    return any(
        at >= 0 and _BEFORE.fullmatch(text, 0, at) and _BEHIND.match(text, at + length)
        for at, length in found
    )


def _is_told(block: Block) -> bool:
    is_passed = bool(block.marks) and block.marks[-1] in PASSED_MARKS
    return block.kind in BODY_KINDS and block.kind is not BlockKind.HEADING and not is_passed
