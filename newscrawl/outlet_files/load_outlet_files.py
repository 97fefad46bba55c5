"""Load outlet files, each alone: what is wrong with one stops no other."""

import ast
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import resolve_name
from pathlib import Path
from types import ModuleType

from newscrawl.errors import OutletError
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.fault import Fault, SourceLines
from newscrawl.outlet_files.import_faults import fault_of
from newscrawl.outlet_files.outlet_checks import wrongs_in

_PACKAGE = "newscrawl.outlets"
#: Letters of a value that are told.
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletFile:
    """A file that describes an outlet, or should."""

    #: The outlet's name; where there is no outlet, the name under which its file was found.
    name: str
    path: Path | None
    #: Whether it stands in a folder of the operator's.
    is_own: bool = False
    #: None where anything is wrong.
    outlet: Outlet | None
    faults: tuple[Fault, ...] = ()

    @property
    def place(self) -> str:
        return str(self.path or self.name)


def loaded(
    name: str, load: Callable[[], ModuleType], path: Path | None, is_own: bool = False
) -> OutletFile:
    """The outlet of a module with whatever is wrong with it."""
    try:
        # What a file prints is none of what a command prints.
        with redirect_stdout(sys.stderr):
            module = load()
        outlet = _outlet_in(module)
    except (Exception, SystemExit) as error:
        # The one door through which somebody else's file comes in: it may raise whatever it likes.
        fault = fault_of(error, path, name)
        return OutletFile(name=name, path=path, is_own=is_own, outlet=None, faults=(fault,))
    file = getattr(module, "__file__", None)
    path = path or (Path(file) if file else None)
    faults = _faults(module, path)
    return OutletFile(
        name=outlet.name, path=path, is_own=is_own, outlet=None if faults else outlet, faults=faults
    )


def in_folder(folder: Path) -> list[OutletFile]:
    """The outlets that a folder's files describe."""
    return [at_path(path) for path in files_in(folder)] if folder.is_dir() else []


def files_in(folder: Path) -> list[Path]:
    """The outlet files of a folder; names that begin with ``_`` are no outlets."""
    return sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))


def at_path(path: Path) -> OutletFile:
    """The outlet that a file describes, wherever it lies; it may import what lies beside it."""
    path = path.absolute()
    name, told = path.stem, None
    if path.suffix != ".py":
        told = "it is no Python: write an outlet into a file whose name ends with .py"
    elif not name.isidentifier():
        told = "its name is no word: write small letters, numbers and _ before .py"
    elif not path.is_file():
        told = (
            "it is no file that can be read, but a folder, or a link that leads nowhere: remove it"
        )
    if told:
        return OutletFile(
            name=name, path=path, is_own=True, outlet=None, faults=(Fault(str(path), None, told),)
        )
    return loaded(name, lambda: import_module(f"{_package_of(path.parent)}.{name}"), path, True)


def _package_of(folder: Path) -> str:
    """A package whose modules are the folder's files: they import each other as ``from ._x``."""
    name = f"newscrawl_own_{sha256(os.fsencode(folder)).hexdigest()[:12]}"
    if name not in sys.modules:
        package = ModuleType(name, f"Outlets of {folder}.")
        package.__path__ = [str(folder)]
        sys.modules[name] = package
    return name


def _outlet_in(module: ModuleType) -> Outlet:
    outlet = getattr(module, "OUTLET", None)
    if not isinstance(outlet, Outlet):
        held = "has no OUTLET" if outlet is None else f"holds an OUTLET that is {_kind(outlet)}"
        raise OutletError(f"it {held}: write OUTLET = Outlet(…), or begin the file's name with _")
    return replace(outlet, files=_files(module))


def _kind(given: object) -> str:
    """What it is, in short."""
    told = repr(given)
    return told if len(told) <= _LONGEST else f"a {type(given).__name__}"


@cache
def _faults(module: ModuleType, path: Path | None) -> tuple[Fault, ...]:
    """What the checks say of a module's outlet, once in the life of a process."""
    outlet: Outlet = module.OUTLET
    wrongs = list(wrongs_in(outlet))
    lines = SourceLines(path if wrongs else None)
    place = str(path or outlet.name)
    found = (Fault(place, lines.line_of(wrong.value, wrong.word), wrong.says) for wrong in wrongs)
    return tuple(dict.fromkeys(found))


@cache
def _files(module: ModuleType) -> str:
    """A digest of a module's file, and of those that it imports from beside it or from here."""
    own = module.__name__.partition(".")[0]
    found, waiting = dict[str, bytes](), [module.__name__]
    while waiting:
        name = waiting.pop()
        path = getattr(sys.modules.get(name), "__file__", None)
        is_ours = name.startswith(f"{_PACKAGE}.")
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
