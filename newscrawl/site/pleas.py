"""The appeals that stand in or under a body: begging, newsletters, lists."""

from collections.abc import Sequence

from newscrawl.site.markup import plain
from newscrawl.site.model import Box, Part, Said
from newscrawl.site.story_files import eras

#: Where a run of lines begins, and the rule of words that takes it from there.
_RUNS = (
    ("Sign up for our free weekly newsletter", "newsletter-words"),
    ("A Message from The Moscow Times", "support-message"),
    ("Read more", "read-more"),
)

FIRST_LINES = tuple(start for start, _rule in _RUNS)


def appeals_of(era: str, *, split: bool) -> tuple[Box, ...]:
    """The boxes of one era; ``split`` tears their lines over spans (and their form's lines too)."""
    return tuple(_torn(box) for box in eras()[era]) if split else eras()[era]


def _torn(box: Box) -> Box:
    return Box(lines=box.lines + box.form, wrappers=box.wrappers, split=True)


def appeals_in(lines: Sequence[str], *, split: bool) -> tuple[Part, ...]:
    """The boxes that hold these printed lines, each run with the rule that should take it.

    Empty lines are passed over. A line before the first known beginning is a ValueError.
    """
    runs: list[tuple[str, list[str]]] = []
    for line in filter(None, map(plain, lines)):
        begins = next((rule for start, rule in _RUNS if line.startswith(start)), None)
        if begins:
            runs.append((begins, []))
        if not runs:
            raise ValueError(f"not the beginning of an appeal: {line}")
        runs[-1][1].append(line)
    return tuple(
        Box(
            lines=tuple(Said(text, rule) for text in texts),
            wrappers=(f"run-{number}",),
            split=split,
        )
        for number, (rule, texts) in enumerate(runs)
    )


def is_list_of_links(part: Part) -> bool:
    """Whether the box is the "Read more" at the very end, which stands nowhere else."""
    return isinstance(part, Box) and any(line.rule == "read-more" for line in part.lines)
