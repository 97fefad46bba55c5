"""``newscrawl outlets check``: what is wrong with outlet files, one line each."""

from dataclasses import replace
from pathlib import Path

import click

from newscrawl.cli.options import NAMED
from newscrawl.cli.outlet_pages import OutletPages, pages_of, print_readings
from newscrawl.cli.output import print_text
from newscrawl.did_you_mean import unknown
from newscrawl.errors import OutletError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.fault import Fault, SourceLines
from newscrawl.outlet_files.load_outlet_files import OutletFile, at_path, files_in
from newscrawl.outlets import broken_outlets, outlet_files

#: Of fewer addresses than this nobody can say what else an outlet lists.
_FEWEST = 10
#: Pages that are named, the worst first, and lines of each that are read otherwise.
_NAMED, _LINES = 5, 2


@click.command()
@click.argument("named", nargs=-1, metavar="[NAME|FILE|DIR]...", type=NAMED)
def check(named: tuple[str, ...]) -> int:
    """Find mistakes in outlet files: where they are, and what to write instead.

    Without NAME, FILE or DIR, all outlets are checked. Those that you name are also tried on pages:
    their test cases, and the newest pages in the archive, each read by the file and by the generic
    reader. Ends with 2 if anything is wrong. A broken file affects only its own outlet, here and in
    all other commands.
    """
    files = _files(named) if named else outlet_files()
    faults = [fault for file in files for fault in file.faults]
    for fault in faults:
        print_text(str(fault))
    for file in files if named else ():
        faults += _held_against_pages(file, file.outlet) if file.outlet else ()
    if not named:
        wrong = sum(1 for file in files if file.faults)
        print_text(f"{len(files)} outlet files, {wrong} wrong")
    return ExitCode.USAGE if faults else ExitCode.COMPLETE


def _held_against_pages(file: OutletFile, outlet: Outlet) -> list[Fault]:
    pages = pages_of(file, outlet)
    faults = _unmatched(file, outlet, pages) if file.is_own else []
    for fault in faults:
        print_text(str(fault))
    if not faults:
        print_text(f"{file.place}: nothing is wrong with it")
    if pages.readings:
        print_readings(pages.readings, pages.worst[:_NAMED], _LINES)
    return faults


def _unmatched(file: OutletFile, outlet: Outlet, pages: OutletPages) -> list[Fault]:
    """Patterns that fit no address which the outlet listed.

    Ours are held to the cases of the tests: an archive may be too young for a pattern of theirs.
    """
    count, lines = len(pages.addresses), SourceLines(file.path)
    if count < _FEWEST:
        return []
    alone = ((pattern, replace(outlet, articles=(pattern,))) for pattern in outlet.articles)
    return [
        Fault(
            file.place,
            lines.line_of(pattern, "articles"),
            f"{pattern!r} matches none of {count} listed addresses: fix it, or remove it",
        )
        for pattern, one in alone
        if not any(one.key(url) for url in pages.addresses)
    ]


def _files(named: tuple[str, ...]) -> list[OutletFile]:
    """The files of these names, and those at these paths or in these folders."""
    known = outlet_files()
    found = list[OutletFile]()
    for each in dict.fromkeys(named):
        path = Path(each)
        if path.suffix == ".py" or path.is_file():
            found += [_at(path, known)]
            continue
        fitting = [f for f in known if f.name == each or (f.path and f.path.stem == each)]
        if not fitting and path.is_dir():
            fitting = [_at(inside, known) for inside in files_in(path)]
        if not fitting and ("/" in each or path.is_dir()):
            raise UsageError(f"there is no outlet file {path}, and none in a folder of that name")
        if not fitting:
            names = {*(file.name for file in known), *broken_outlets()}
            raise OutletError(unknown("outlet", each, names, lists="newscrawl outlets"))
        found += fitting
    return found


def _at(path: Path, known: list[OutletFile]) -> OutletFile:
    """One of the known files, or one that lies elsewhere."""
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    if path.suffix != ".py":
        raise UsageError(f"{path} is not an outlet file: its name must end in .py")
    here = path.resolve()
    fitting = (file for file in known if file.path and file.path.resolve() == here)
    return next(fitting, None) or at_path(path)
