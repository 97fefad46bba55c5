"""Where an element stands, for pages whose class names are made anew with each page."""

from typing import Any

#: Elements that each page has once, or nearly.
_LANDMARKS = frozenset({"article", "main", "body"})
#: A longer way says more of the page than of the template.
_STEPS = 4
#: Elements before one of its kind that are counted.
_MOST = 50


def path_to(node: Any) -> str | None:
    """The way to an element from the landmark above it: ``main > div:nth-of-type(2) > p``."""
    steps, above = list[str](), node
    while len(steps) <= _STEPS:
        if above.tag in _LANDMARKS:
            return " > ".join([str(above.tag), *reversed(steps)]) if steps else None
        steps.append(step_to(above))
        if above.parent is None:
            return None
        above = above.parent
    return None


def step_to(node: Any) -> str:
    """An element among its fellows."""
    at, fellow = 1, node.prev
    while fellow is not None and at < _MOST:
        at += fellow.tag == node.tag
        fellow = fellow.prev
    return f"{node.tag}:nth-of-type({at})"
