"""Lay out the body of a story: its parts, the appeals among them, the advertisement."""

from tests.site.issue import Press
from tests.site.model import Box, Part, Story, Text
from tests.site.story_blocks import lay
from tests.site.story_files import eras

#: Sits inside the second block, whose text a reader must not lose with it.
_AD = (
    '<div class="ad-container" id="ad-inline-1"><div id="div-gpt-ad-1"></div>'
    "<script>window.adQueue = window.adQueue || [];</script></div>"
)


def body_of(story: Story, press: Press, era: str) -> str:
    """What stands in the body's container."""
    parts = parts_of(story, era)
    pieces = [lay(part, press) for part in parts]
    if len(parts) > 1 and isinstance(parts[1], Text):
        pieces[1] = pieces[1].replace("</p>", f"</p>\n{_AD}", 1)
    return "\n".join(pieces)


def below_body(story: Story, press: Press, era: str) -> str:
    """The appeals of a story that keeps them out of its body."""
    if story.place != "outside":
        return ""
    return "\n".join(lay(part, press) for part in _appeals(story, era))


def parts_of(story: Story, era: str) -> tuple[Part, ...]:
    """The parts of the body, and its appeals where they stand in it."""
    if story.place == "outside":
        return story.body
    appeals = _appeals(story, era)
    last = tuple(part for part in (*story.body, *appeals) if _is_list_of_links(part))
    body = tuple(part for part in story.body if part not in last)
    boxes = tuple(part for part in appeals if part not in last)
    split_at = len(body) if story.place == "end" else (len(body) + 1) // 2
    return (*body[:split_at], *boxes, *body[split_at:], *last)


def _appeals(story: Story, era: str) -> tuple[Part, ...]:
    if story.appeals:
        return story.appeals
    return tuple(_torn(box) for box in eras()[era]) if story.split else eras()[era]


def _torn(box: Box) -> Box:
    """The box with its lines torn over spans, and its form's lines too."""
    return Box(lines=box.lines + box.form, wrappers=box.wrappers, split=True)


def _is_list_of_links(part: Part) -> bool:
    """Whether the box is the "Read more" at the very end, which stands nowhere else."""
    return isinstance(part, Box) and any(line.rule == "read-more" for line in part.lines)
