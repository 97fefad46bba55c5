"""Selectors that find an element: by its names, and by the way to it.

The way is for pages whose class names are made anew with each page.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from newscrawl.markup.ancestors import ancestors, before

#: What can be written in a selector without escapes.
_IDENTIFIER = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
#: Attributes that say what an element is for.
_ROLES = ("itemprop", "data-component", "data-testid", "data-qa", "property")

#: Elements that each page has once, or nearly.
_LANDMARKS = frozenset({"article", "main", "body"})
#: A longer way says more of the page than of the template.
_STEPS = 4
#: Elements before one of its kind that are counted.
_MOST = 50


def selectors_of(node: Any) -> Iterator[str]:
    given = node.attributes
    names = [("#", given.get("id") or "")]
    names += [(".", name) for name in dict.fromkeys((given.get("class") or "").split())]
    yield from (f"{sign}{name}" for sign, name in names if _IDENTIFIER.fullmatch(name))
    roles = ((role, given.get(role) or "") for role in _ROLES)
    yield from (f"[{role}={value}]" for role, value in roles if _IDENTIFIER.fullmatch(value))
    if path := path_to(node):
        yield path


def path_to(node: Any) -> str | None:
    """The way to an element from the landmark above it: ``main > div:nth-of-type(2) > p``."""
    near = [node, *islice(ancestors(node), _STEPS)]
    steps = [*takewhile(lambda each: each.tag not in _LANDMARKS, near)]
    if not 0 < len(steps) < len(near):
        return None
    return " > ".join([near[len(steps)].tag, *map(_step_to, reversed(steps))])


def _step_to(node: Any) -> str:
    """An element among its fellows."""
    fellows = (each for each in before(node) if each.tag == node.tag)
    at = 1 + len([*islice(fellows, _MOST - 1)])
    return f"{node.tag}:nth-of-type({at})"
