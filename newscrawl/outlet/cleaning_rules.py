"""Which rules clean an outlet's pages, and in which order."""

from collections.abc import Sequence

from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common.common_rules import COMMON, SHAPE, SHAPE_WITHOUT_LAYOUT, TOLD
from newscrawl.boilerplate.rules.beside_story import BESIDE_STORY, LABEL
from newscrawl.outlet.outlet import Outlet


def rules_of(outlet: Outlet | None, learned: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """All rules for an outlet's pages, its own first; the common ones where there is no outlet.

    What the archive learned of an outlet comes last: a written rule says better what it takes.
    Pages that no layout fits are read by general rules, as those of no outlet are.
    """
    if outlet is None:
        return COMMON
    # A learned layout may keep what the generic reader read, and nobody has looked at its own.
    is_described = any(not layout.is_learned for layout in outlet.layouts)
    shape = SHAPE_WITHOUT_LAYOUT if is_described else SHAPE
    return (*BESIDE_STORY, *outlet.boilerplate, *LABEL, *TOLD, *shape, *learned)
