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
from newscrawl.outlet_files.fault import Fault, SourceLines

_OUTLET_WORDS = ("Outlet", "Layout", "Feed", "Sitemap", "Section", "LiveEntries", "ClaimedEntry")
#: What makes readers, and the module of a higher floor that has it.
_MAKERS = ("meta", "linked", "attribute", "css", "every", "called")
_FIELD_READERS = "newscrawl.extract.fields.field_readers"
#: What outlet files use of Python's own.
_OTHERS = (("dataclasses", ("replace",)), ("datetime", ("timedelta",)))
_UNEXPECTED = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")
_MISSING = re.compile(r"(\w+)\.__init__\(\) missing \d+ required (?:keyword-only|positional)")
_QUOTED = re.compile(r"'(\w+)'")
_NOT_THERE = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")


def fault_of(error: BaseException, path: Path | None, name: str) -> Fault:
    """What an error says of the file that raised it, or of one beside it that it imports."""
    if isinstance(error, SyntaxError):
        where = error.filename if error.filename and error.lineno else str(path or name)
        return Fault(where, error.lineno, f"Python cannot read it: {error.msg}; fix this line")
    file, line = _raised_at(error, path)
    told, word, value = _explained(error)
    if word or value is not None:
        line = SourceLines(file).line_of(value, word) or line
    return Fault(str(file or name), line, told)


def _raised_at(error: BaseException, path: Path | None) -> tuple[Path | None, int | None]:
    """The innermost line that stands in the file, or in one beside it."""
    if path is None:
        return None, None
    frames = reversed(traceback.extract_tb(error.__traceback__))
    found = next((f for f in frames if Path(f.filename).parent == path.parent), None)
    return (Path(found.filename), found.lineno) if found else (path, None)


def _unknown_name(name: str) -> str:
    """Where it can be imported from; else which ones are like it."""
    homes = ((outlet.__name__, _OUTLET_WORDS), (boilerplate.__name__, boilerplate.__all__))
    known = (*homes, (_FIELD_READERS, _MAKERS), *_OTHERS)
    home = next((module for module, names in known if name in names), None)
    if home:
        return f"there is no name {name!r}: write from {home} import {name}"
    told = unknown("name", name, _words())
    return f"{told}{'' if told.endswith('?') else '.'} Import it, or mend it"


def _explained(error: BaseException) -> tuple[str, str, Any]:
    """What is wrong with the remedy, then the word and the value that show the line."""
    if isinstance(error, OutletError):
        return str(error), error.word, error.value
    if isinstance(error, NameError) and error.name:
        return _unknown_name(error.name), "", None
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
    return f"it cannot be loaded: {said(error)}; fix this line", "", pattern


def _words() -> Iterator[str]:
    """The names that outlet files import from newscrawl."""
    yield from _OUTLET_WORDS
    yield from (name for name in boilerplate.__all__ if name[0].isupper())
    yield from ("InOrder", "sure", "then", "OUTLET")


def _fields_of(kind: str) -> list[str]:
    for module in (outlet, boilerplate, sequence_rule):
        found = getattr(module, kind, None)
        if isinstance(found, type) and is_dataclass(found):
            return [field.name for field in fields(found)]
    return []
