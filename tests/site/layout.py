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


def story_from_lines(
    headline: str,
    caption: str | None,
    credit: str | None,
    paragraphs: Sequence[str],
    *,
    appeals: Sequence[str] = (),
    place: str = "end",
    split: bool = False,
    key: str = "90001",
    published: str = "2026-04-01T12:00:00+03:00",
) -> Story:
    """A story with one photograph, ready for ``ExampleSite.publish``.

    ``appeals`` are the printed lines of a newsletter box, of a message and of "Read more";
    they stand in the body at its ``"end"`` or in its ``"middle"`` ("Read more" always last),
    with class names that tell nothing. ``split`` tears each of them over nested spans.
    Without appeals the page has none at all.
    """
    groups = range(0, len(paragraphs), _PARAGRAPHS_PER_BLOCK)
    return Story(
        key=key,
        slug="-".join("".join(c if c.isalnum() else " " for c in headline.lower()).split()),
        headline=headline,
        published=published,
        picture=Picture("laid-out.jpg", caption, credit),
        body=tuple(Text(*paragraphs[i : i + _PARAGRAPHS_PER_BLOCK]) for i in groups),
        appeals=_appeals_in(appeals, split=split),
        plea="none",
        place=place,
    )


def story_from_dump(
    dump: str,
    *,
    caption: str,
    credit: str,
    place: str = "end",
    split: bool = False,
    key: str = "90001",
    published: str = "2026-04-01T12:00:00+03:00",
) -> Story:
    """The story whose page, seen as text, is this dump.

    The dump's lines are: the teaser of the header (if any), the headline, caption and credit,
    one paragraph each, and from a known first line on the appeals. A ValueError says what is
    missing: a line that is caption and credit, or the beginning of the appeals.
    """
    lines = [line for line in map(plain, dump.splitlines()) if line]
    headline, *rest = lines[1:] if lines[0].startswith("Support ") else lines
    paragraphs = rest[rest.index(f"{caption} {credit}") + 1 :]
    starts = [i for i, line in enumerate(paragraphs) if line.startswith(_FIRST_LINES)]
    if not starts:
        raise ValueError("the dump holds no appeal")
    return story_from_lines(
        headline,
        caption,
        credit,
        paragraphs[: starts[0]],
        appeals=paragraphs[starts[0] :],
        place=place,
        split=split,
        key=key,
        published=published,
    )


def layout_page(story: Story, *, hashed: bool = False) -> bytes:
    """The page of a story as the example site prints it beside its own stories."""
    site = ExampleSite(hashed=hashed)
    site.publish(story)
    return site.respond(story.path)[2]


def _appeals_in(lines: Sequence[str], *, split: bool) -> tuple[Part, ...]:
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
