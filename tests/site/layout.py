"""Lay out one more article from plain lines, for a test that brings its own text."""

from collections.abc import Sequence

from tests.site.living import ExampleSite
from tests.site.markup import plain
from tests.site.model import Box, Part, Picture, Said, Story, Text

_PARAGRAPHS_PER_BLOCK = 3
#: Where a run of lines begins, and the rule of words that takes it from there.
_RUNS = (
    ("Sign up for our free weekly newsletter", "newsletter-words"),
    ("A Message from The Moscow Times", "support-message"),
    ("Read more", "read-more"),
)

_FIRST_LINES = tuple(start for start, _rule in _RUNS)


def story_from_dump(
    dump: str,
    *,
    caption: str,
    credit: str,
    place: str = "end",
    split: bool = False,
    key: str = "90001",
) -> Story:
    """The story whose page, seen as text, is this dump, ready for ``ExampleSite.publish``.

    The dump's lines are: the teaser of the header (if any), the headline, caption and credit,
    one paragraph each, and from a known first line on the appeals: the printed lines of a
    newsletter box, of a message and of "Read more". They stand in the body at its ``"end"`` or in
    its ``"middle"`` ("Read more" always last), with class names that tell nothing. ``split`` tears
    each of them over nested spans. A ValueError says what is missing: a line that is caption and
    credit, or the beginning of the appeals.
    """
    lines = [line for line in map(plain, dump.splitlines()) if line]
    headline, *rest = lines[1:] if lines[0].startswith("Support ") else lines
    told = rest[rest.index(f"{caption} {credit}") + 1 :]
    end = next((i for i, line in enumerate(told) if line.startswith(_FIRST_LINES)), None)
    if end is None:
        raise ValueError("the dump holds no appeal")
    groups = range(0, end, _PARAGRAPHS_PER_BLOCK)
    return Story(
        key=key,
        slug="-".join("".join(c if c.isalnum() else " " for c in headline.lower()).split()),
        headline=headline,
        published="2026-04-01T12:00:00+03:00",
        picture=Picture("laid-out.jpg", caption, credit),
        body=tuple(Text(*told[i : min(i + _PARAGRAPHS_PER_BLOCK, end)]) for i in groups),
        appeals=_appeals_in(told[end:], split=split),
        plea="none",
        place=place,
    )


def layout_page(story: Story, *, hashed: bool = False) -> bytes:
    """The page of a story as the example site prints it beside its own stories."""
    site = ExampleSite(hashed=hashed)
    site.publish(story)
    return site.respond(story.path)[2]


def _appeals_in(lines: Sequence[str], *, split: bool) -> tuple[Part, ...]:
    """The boxes that hold these printed lines, each run with the rule that should take it."""
    runs: list[tuple[str, list[str]]] = []
    for line in lines:
        begins = next((rule for start, rule in _RUNS if line.startswith(start)), None)
        if begins:
            runs.append((begins, []))
        runs[-1][1].append(line)
    return tuple(
        Box(
            lines=tuple(Said(text, rule) for text in texts),
            wrappers=(f"run-{number}",),
            split=split,
        )
        for number, (rule, texts) in enumerate(runs)
    )
