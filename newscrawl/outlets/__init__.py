"""The outlets: one small file each, found because it is there."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import resolve_name
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from newscrawl.errors import NewscrawlError, OutletError
from newscrawl.nearest import unknown
from newscrawl.outlet import Outlet

#: Where other packages name modules with an ``OUTLET``.
GROUP = "newscrawl.outlets"
#: What importing somebody else's module may raise: it is named, never passed over.
_BROKEN = (
    ImportError,
    SyntaxError,
    NameError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    OSError,
    re.error,
    NewscrawlError,
)


def load_outlets() -> dict[str, Outlet]:
    """All outlets by name, in alphabetical order: our own files and those of other packages.

    Raises ``OutletError`` where a third-party outlet is broken or two outlets share a name.
    """
    found: dict[str, Outlet] = {}
    for outlet in (*_bundled(), *map(_third_party, entry_points(group=GROUP))):
        if outlet.name in found:
            raise OutletError(f"there are two outlets named {outlet.name!r}")
        found[outlet.name] = outlet
    return dict(sorted(found.items()))


def load_outlet(name: str) -> Outlet:
    """The outlet of that name. Raises ``OutletError`` with the nearest names if there is none."""
    outlets = load_outlets()
    if name in outlets:
        return outlets[name]
    raise OutletError(unknown("outlet", name, outlets))


def outlet_of(url: str, outlets: Iterable[Outlet]) -> Outlet | None:
    """The outlet that a URL belongs to: a longer alias, such as ``host/ru``, before a shorter."""
    owners = [outlet for outlet in outlets if outlet.owns(url)]
    return max(owners, key=lambda outlet: outlet.alias_length(url), default=None)


def _bundled() -> list[Outlet]:
    names = sorted(module.name for module in iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return [_outlet_in(module) for module in modules if hasattr(module, "OUTLET")]


def _third_party(entry: EntryPoint) -> Outlet:
    try:
        return _outlet_in(entry.load())
    except _BROKEN as error:
        raise OutletError(f"outlet {entry.name!r} ({entry.value}) is broken: {error}") from error


def _outlet_in(module: ModuleType) -> Outlet:
    outlet = getattr(module, "OUTLET", None)
    if not isinstance(outlet, Outlet):
        raise OutletError(f"{getattr(module, '__name__', module)!s} has no OUTLET")
    return replace(outlet, files=_files(module))


@cache
def _files(module: ModuleType) -> str:
    """A digest of a module's file, and of those that it imports from beside it or from here."""
    own = module.__name__.partition(".")[0]
    found, waiting = dict[str, bytes](), [module.__name__]
    while waiting:
        name = waiting.pop()
        path = getattr(sys.modules.get(name), "__file__", None)
        is_ours = name.startswith(f"{__name__}.")
        is_theirs = own != "newscrawl" and name.partition(".")[0] == own
        if path is None or name in found or not (is_ours or is_theirs):
            continue
        found[name] = Path(path).read_bytes()
        waiting += _imported(found[name], sys.modules[name].__package__ or "")
    return sha256(b"\0".join(found[name] for name in sorted(found))).hexdigest()[:12]


def _imported(source: bytes, package: str) -> Iterator[str]:
    """Names of the modules that a file imports, and of what might be one."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        # It was loaded all the same: it is compiled, and imports what it likes.
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            yield base
            yield from (f"{base}.{each.name}" for each in node.names)
