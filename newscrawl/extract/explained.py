"""Tell how a page was read: which container, and which reader gave each field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newscrawl.article import Block, BlockKind
from newscrawl.extract.article_fields import read_fields
from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.find_body import body_of
from newscrawl.extract.body.marked_blocks import of_story
from newscrawl.extract.body.places import Place
from newscrawl.outlet import Outlet
from newscrawl.page import Page

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an article is read as it is."""

    #: Name of the layout that fitted, or ``generic``.
    layout: str
    #: The elements from ``body`` down to the one that holds all blocks, as in a CSS selector.
    container: str
    #: How much of the page's prose stands among the blocks: 0 to 1.
    share: float
    #: (field, value, reader) of each field that a reader gave.
    fields: tuple[tuple[str, Any, str], ...]


def explained(page: Page, outlet: Outlet | None = None) -> Explanation:
    """How ``extract`` reads the page."""
    layout, read = body_of(page, outlet)
    blocks = of_story(read)
    fields = read_fields(page, outlet, layout, blocks)
    container, share = _container(page, blocks)
    dates = (("date_published", fields.published), ("date_modified", fields.modified))
    given = [(name, found.value, found.reader) for name, found in fields.found.items()]
    given += [(name, claim.moment or claim.raw, claim.source) for name, claim in dates]
    return Explanation(
        layout=layout.name if layout else "generic",
        container=container,
        share=share,
        fields=tuple((name, value, reader) for name, value, reader in given if reader),
    )


def _container(page: Page, blocks: Sequence[Block]) -> tuple[str, float]:
    if page.tree.body is None or not blocks:
        return "", 0.0
    texts = {block.text for block in blocks}
    _, cuts = cuts_in(page.tree.body)
    prose = [cut for cut in cuts if cut.kind in _PROSE and not cut.is_link]
    kept = [cut for cut in prose if cut.text in texts]
    total = sum(len(cut.text) for cut in prose)
    return _selector(_common(kept)), sum(len(cut.text) for cut in kept) / total if total else 0.0


def _common(cuts: Sequence[Cut]) -> Place | None:
    """The innermost element that holds all of the cuts."""
    if not cuts:
        return None
    paths = [list(cut.place.path()) for cut in cuts]
    shared = set(map(id, paths[0])).intersection(*(map(id, path) for path in paths[1:]))
    return next((place for place in paths[0] if id(place) in shared), None)


def _selector(place: Place | None) -> str:
    steps = [_step(each) for each in place.path()] if place else []
    return " > ".join(reversed(steps))


def _step(place: Place) -> str:
    given = place.node.attributes
    own = f"#{given['id']}" if given.get("id") else ""
    names = "".join(f".{name}" for name in (given.get("class") or "").split()[:2])
    return f"{place.node.tag}{own}{names}"
