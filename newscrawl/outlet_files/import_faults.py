"""Say in one line why an outlet file cannot be loaded, and what to write instead."""

import re
import traceback
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from newscrawl import boilerplate, outlet
from newscrawl.boilerplate.rules import sequence_rule
from newscrawl.did_you_mean import unknown
from newscrawl.errors import OutletError, said
from newscrawl.outlet_files.fault import Fault, place_of
from newscrawl.outlet_files.source_lines import SourceLines

_UNEXPECTED = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")
_MISSING = re.compile(r"(\w+)\.__init__\(\) missing \d+ required (?:keyword-only|positional)")
_QUOTED = re.compile(r"'(\w+)'")
_NOT_THERE = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")


def fault_of(error: BaseException, path: Path | None, name: str) -> Fault:
    """What an error says of the file that raised it, or of one beside it that it imports."""
    if isinstance(error, SyntaxError):
        where = error.filename if error.filename and error.lineno else place_of(path, name)
        return Fault(where, error.lineno, f"Python cannot read it: {error.msg}; mend this line")
    file, line = _raised_at(error, path)
    told, word, value = _explained(error)
    if word or value is not None:
        line = SourceLines(file).line_of(value, word) or line
    return Fault(place_of(file, name), line, told)


def _raised_at(error: BaseException, path: Path | None) -> tuple[Path | None, int | None]:
    """The innermost line that stands in the file, or in one beside it."""
    if path is None:
        return None, None
    frames = reversed(traceback.extract_tb(error.__traceback__))
    found = next((f for f in frames if Path(f.filename).parent == path.parent), None)
    return (Path(found.filename), found.lineno) if found else (path, None)


def _explained(error: BaseException) -> tuple[str, str, Any]:
    """What is wrong with the remedy, then the word and the value that show the line."""
    if isinstance(error, OutletError):
        return str(error), error.word, error.value
    if isinstance(error, NameError) and error.name:
        return f"{unknown('name', error.name, _words())} Import it, or mend it", "", None
    if found := _UNEXPECTED.search(str(error)):
        kind, word = found.groups()
        known = _fields_of(kind)
        return unknown("word", word, known, f" of {kind}"), word, None
    if found := _MISSING.search(str(error)):
        words = ", ".join(_QUOTED.findall(str(error)))
        return f"{found[1]} needs {words}: write what it is", "", None
    if found := _NOT_THERE.search(str(error)):
        return unknown("name", found[1], _words(), f" in {found[2]}"), "", None
    if isinstance(error, SystemExit):
        return "it ends the program: an outlet file only says what an outlet is", "", None
    pattern = getattr(error, "pattern", None) if isinstance(error, re.error) else None
    return f"it cannot be loaded: {said(error)}; mend this line", "", pattern


def _words() -> Iterator[str]:
    """The names that outlet files import from newscrawl."""
    kinds = (outlet.Outlet, outlet.Layout, outlet.Feed, outlet.Sitemap, outlet.Section)
    yield from (kind.__name__ for kind in kinds)
    yield from (name for name in boilerplate.__all__ if name[0].isupper())
    yield from ("InOrder", "sure", "then", "OUTLET")


def _fields_of(kind: str) -> list[str]:
    for module in (outlet, boilerplate, sequence_rule):
        found = getattr(module, kind, None)
        if isinstance(found, type) and is_dataclass(found):
            return [field.name for field in fields(found)]
    return []
