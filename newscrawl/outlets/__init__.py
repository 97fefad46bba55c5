"""The outlets: one small file each, found because it is there."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from pkgutil import iter_modules

from newscrawl.config import Config
from newscrawl.did_you_mean import unknown
from newscrawl.errors import OutletError
from newscrawl.outlet import Outlet, Owners
from newscrawl.outlet_files.fault import Fault
from newscrawl.outlet_files.load_outlet_files import OutletFile, in_folder, loaded

logger = logging.getLogger(__name__)
#: Where other packages name modules with an ``OUTLET``.
GROUP = "newscrawl.outlets"
#: What was said already in this process: it is asked for outlets again and again.
_SAID = set[str]()


def load_outlets() -> dict[str, Outlet]:
    """All outlets by name, in alphabetical order: ours, other packages', and the operator's own.

    One whose file is wrong is left out, and its file is named in a warning. Raises ``ConfigError``
    where the operator's folders cannot be looked into.
    """
    files = outlet_files()
    for fault in (fault for file in files for fault in file.faults[:1]):
        line = f"an outlet is left out: {fault}"
        if line not in _SAID:
            _SAID.add(line)
            logger.warning("%s", line)
    found = {file.outlet.name: file.outlet for file in files if file.outlet}
    return dict(sorted(found.items()))


def load_outlet(name: str) -> Outlet:
    """The outlet of that name; raises ``OutletError`` as ``file_of`` does."""
    outlet = file_of(name).outlet
    assert outlet is not None
    return outlet


def file_of(name: str) -> OutletFile:
    """The file of the outlet of that name.

    Raises ``OutletError`` with the nearest names if there is none, and with what is wrong with its
    file where that is wrong.
    """
    # A crawl needs one of all these files, and to load and check the others takes a tenth of its
    # start. Ours come first: what another file says of the name counts where it overrides it.
    if (ours := _bundled_as(name)) is not None and ours.outlet and ours.name == name:
        return next((file for file in _own() if file.name == name and _overrides(file)), ours)
    files = [file for file in outlet_files() if name in _names(file)]
    sound = next((file for file in files if file.outlet and file.name == name), None)
    if sound is not None:
        return sound
    for file in files:
        raise OutletError(told_of(file))
    raise OutletError(unknown("outlet", name, load_outlets(), lists="newscrawl outlets"))


def broken_outlets() -> dict[str, OutletFile]:
    """The files that describe no outlet as they are, by the name of the outlet or of the file."""
    files = outlet_files()
    sound = {file.name for file in files if file.outlet}
    return {name: file for name, file in _wrong(files).items() if name not in sound}


def wrong_files() -> dict[str, OutletFile]:
    """The same with those in whose place another describes the outlet, as what comes with us."""
    return _wrong(outlet_files())


def _wrong(files: Iterable[OutletFile]) -> dict[str, OutletFile]:
    return {name: file for file in files if file.faults for name in _names(file)}


def outlet_files() -> list[OutletFile]:
    """The files of all outlets; of two that have one name, the second is wrong for that.

    An operator's own file that says so takes the place of another's, which is no longer among them.
    """
    found: dict[str, OutletFile] = {}
    files = list[OutletFile]()
    own = list(_own())
    overridden = {file.name for file in own if _overrides(file)}
    others = [file for file in (*_bundled(), *_third_party()) if file.name not in overridden]
    for file in (*others, *own):
        earlier = found.setdefault(file.name, file)
        if file.outlet and earlier is not file and earlier.outlet:
            told = f"there are two outlets named {file.name!r}, the other in {earlier.place}"
            fault = Fault(file.place, None, f"{told}: give this one another name")
            file = replace(file, outlet=None, faults=(fault,))
        elif file.outlet:
            found[file.name] = file
        files.append(file)
    return files


def told_of(file: OutletFile) -> str:
    """The first thing that is wrong with a file, and how many more there are."""
    more = len(file.faults) - 1
    return f"{file.faults[0]}{f' ({more} more: newscrawl outlets check)' if more else ''}"


def outlet_of(url: str, outlets: Iterable[Outlet]) -> Outlet | None:
    """The outlet that a URL belongs to; who asks for many keeps ``Owners``."""
    return Owners(outlets).of(url)


def _names(file: OutletFile) -> set[str]:
    """A file that is wrong is found by its own name too, which may be that of its outlet."""
    return {file.name} if file.outlet or not file.path else {file.name, file.path.stem}


def _overrides(file: OutletFile) -> bool:
    return file.outlet is not None and file.outlet.overrides


def _bundled() -> Iterator[OutletFile]:
    return filter(None, map(_bundled_as, sorted(each.name for each in iter_modules(__path__))))


def _bundled_as(name: str) -> OutletFile | None:
    """The outlet of our own file of that name, if there is one."""
    [folder] = __path__
    path = Path(folder, f"{name}.py")
    if not name.isidentifier() or name.startswith("_") or not path.is_file():
        return None
    return loaded(name, partial(import_module, f"{__name__}.{name}"), path)


def _third_party() -> Iterator[OutletFile]:
    for entry in entry_points(group=GROUP):
        file = loaded(entry.name, entry.load, None)
        told = (replace(each, says=f"{entry.value}: {each.says}") for each in file.faults)
        yield replace(file, faults=tuple(told))


def _own() -> Iterator[OutletFile]:
    for folder in Config.from_env().outlet_folders:
        yield from in_folder(folder)
