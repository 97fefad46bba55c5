"""The appeals that stand in or under a body: begging, newsletters, lists."""

from newscrawl.site.model import Box, Part
from newscrawl.site.story_files import eras


def appeals_of(era: str, *, split: bool) -> tuple[Box, ...]:
    """The boxes of one era; ``split`` tears their lines over spans (and their form's lines too)."""
    return tuple(_torn(box) for box in eras()[era]) if split else eras()[era]


def _torn(box: Box) -> Box:
    return Box(lines=box.lines + box.form, wrappers=box.wrappers, split=True)


def is_list_of_links(part: Part) -> bool:
    """Whether the box is the "Read more" at the very end, which stands nowhere else."""
    return isinstance(part, Box) and any(line.rule == "read-more" for line in part.lines)
