"""``newscrawl outlets check``: what is wrong with outlet files, one line each."""

from pathlib import Path

import click

from newscrawl.cli.output import print_text
from newscrawl.errors import OutletError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.nearest import unknown
from newscrawl.outlet_files.outlet_modules import OutletFile, at_path
from newscrawl.outlets import broken_outlets, outlet_files


@click.command()
@click.argument("named", nargs=-1, metavar="[NAME|FILE]...")
def check(named: tuple[str, ...]) -> int:
    """Say what is wrong with outlet files: the place, and what to write instead.

    Without NAME or FILE, of all outlets. Ends with 2 where anything is wrong. What is wrong with a
    file stops its own outlet alone, in this command and in all others.
    """
    files = _files(named) if named else outlet_files()
    for file in files:
        for fault in file.faults:
            print_text(str(fault))
        if named and not file.faults:
            print_text(f"{file.place}: nothing is wrong with it")
    faults = sum(len(file.faults) for file in files)
    if not named or faults:
        wrong = sum(1 for file in files if file.faults)
        print_text(f"{len(files)} outlet files, {wrong} wrong")
    return ExitCode.USAGE if faults else ExitCode.COMPLETE


def _files(named: tuple[str, ...]) -> list[OutletFile]:
    """The files of these names, and those at these paths."""
    known = outlet_files()
    found = list[OutletFile]()
    for each in named:
        path = Path(each)
        if path.suffix == ".py" or path.is_file():
            found += [_at(path, known)]
            continue
        fitting = [f for f in known if f.name == each or (f.path and f.path.stem == each)]
        if not fitting:
            names = {*(file.name for file in known), *broken_outlets()}
            raise OutletError(unknown("outlet", each, names))
        found += fitting
    return found


def _at(path: Path, known: list[OutletFile]) -> OutletFile:
    """One of the known files, or one that lies elsewhere."""
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    here = path.resolve()
    fitting = (file for file in known if file.path and file.path.resolve() == here)
    return next(fitting, None) or at_path(path)
