"""Write outlet files: a new one never over another, a repaired one beside the one before it."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from newscrawl.config import Config, make_home
from newscrawl.errors import OutletError
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.load_outlet_files import OutletFile, at_path


def loaded_from(text: str, name: str) -> Outlet:
    """The outlet of a file's text, loaded from a file as later; raises ``OutletError``."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.py")
        path.write_text(text, encoding="utf-8")
        return _sound(at_path(path))


def _sound(file: OutletFile) -> Outlet:
    if file.outlet is None:
        raise OutletError(f"no valid file could be made: {file.faults[0].says}")
    return file.outlet


def write_new(place: Path, text: str, config: Config) -> None:
    """Write a file that is not there yet, in a folder that need not be there either."""
    make_home(config.home)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("x", encoding="utf-8") as file:
        file.write(text)


def module_of(file: OutletFile) -> str:
    """The module that holds the outlet as it was, as the repaired file imports it."""
    if file.is_own and file.path:
        return f".{_free(file.path.parent, f'_{file.path.stem}_before').stem}"
    names = (
        name
        for name, module in list(sys.modules.items())
        if file.path and getattr(module, "__file__", None) == str(file.path)
    )
    found = next(names, None)
    if found is None:
        raise OutletError(f"{file.place} cannot be imported by another file")
    return found


def write_repair(file: OutletFile, code: str, before: str, config: Config) -> Path:
    """Write the file and return its place: an own one's, else in the first own folder.

    An own file as it was is kept beside it, as the module ``before``. Raises ``OutletError`` where
    the file is not right.
    """
    own = file.path if file.is_own else None
    place = own or config.outlet_folders[0] / f"{file.name}.py"
    folder, kept = place.parent, None
    make_home(config.home)
    folder.mkdir(parents=True, exist_ok=True)
    if own:
        kept = folder / f"{before.removeprefix('.')}.py"
        shutil.copy2(own, kept)
    elif place.exists():
        raise OutletError(f"{place} exists already and describes another outlet: move it")
    tried = _free(folder, f"_{place.stem}_repaired")
    tried.write_text(code, encoding="utf-8")
    try:
        _sound(at_path(tried))
    except OutletError:
        tried.unlink()
        if kept is not None:
            kept.unlink()
        raise
    _put(tried, place)
    return place


def _put(written: Path, place: Path) -> None:
    """Through a link: what it leads to is the file that somebody keeps."""
    real = place.resolve()
    if real.parent != written.parent:
        written = Path(shutil.move(written, _free(real.parent, f"_{real.stem}_repaired")))
    written.replace(real)


def _free(folder: Path, stem: str) -> Path:
    names = (f"{stem}{f'_{number}' if number > 1 else ''}.py" for number in range(1, 1000))
    return next(path for name in names if not (path := folder / name).exists())
