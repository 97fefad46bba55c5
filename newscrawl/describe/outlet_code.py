"""How values stand in an outlet's file, as Python that a person would write."""

import ast
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.common.common_rules import SHAPE
from newscrawl.extract.fields import field_readers
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Where what a file calls is imported from.
_HOMES = {
    "newscrawl.outlet": {"Feed", "Layout", "Outlet", "Section", "Sitemap"},
    "newscrawl.boilerplate": {"Says", "Under"},
    "newscrawl.boilerplate.common.common_rules": {"SHAPE"},
    "newscrawl.discover.told_by_feeds": {"feed_text", "in_feed", "in_list"},
    "newscrawl.extract.fields.field_readers": {
        *("attribute", "called", "css", "every", "linked", "meta", "section_in_address")
    },
}
_NO_SOURCES = '    # sources=(Feed("/rss"), Sitemap("/sitemap.xml"), Section("/news")),'
#: What is said by name in a call; all else is by its place.
_BY_NAME = frozenset("body ignore is_learned month more first step".split())
#: What stands for what several layouts ignore.
_SHARED = "_IGNORED"
#: Of a line, in characters.
_LONGEST = 100


def quoted(text: str) -> str:
    """A text in double quotes; a pattern with backslashes raw, where that can be.

    Selectors have attributes in double quotes, and stand in single ones.
    """
    if "\\" in text and '"' not in text and "\n" not in text and not text.endswith("\\"):
        return f'r"{text}"'
    if '"' in text and text.isprintable() and not re.search(r"['\\]", text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class FieldReader:
    """A reader of a field, which one of ``field_readers`` makes, as an outlet file writes it."""

    maker: str
    given: tuple[str, ...]
    is_called: bool = False

    def __call__(self, page: Page) -> Any:
        read = getattr(field_readers, self.maker)(*self.given)
        return (field_readers.called(read) if self.is_called else read)(page)

    @property
    def code(self) -> str:
        given = ", ".join(map(quoted, self.given))
        code = given if self.maker == "css" else f"{self.maker}({given})"
        return f"called({code})" if self.is_called else code

    @property
    def fits(self) -> str:
        """The same as ``fits`` of a layout takes it, where a selector alone will not do."""
        return f"css({self.code})" if self.maker == "css" and not self.is_called else self.code

    @property
    def is_told(self) -> bool:
        """Whether the page tells it machines: such a value may be the same on all pages."""
        return self.maker in ("meta", "linked")


def code_of(value: Any) -> str:
    """A value as code: of what is made by a call, what differs from what it is without a word."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, FieldReader):
        return value.code
    if not is_dataclass(value):
        return str(getattr(value, "__name__", value))
    said = (
        f"{each.name}={code_of(given)}" if each.name in _BY_NAME else code_of(given)
        for each in fields(value)
        if (given := getattr(value, each.name)) not in (each.default, {})
    )
    return f"{type(value).__name__}({', '.join(said)})"


def _fields_lines(readers: Mapping[str, Any]) -> list[str]:
    """One line, or a line for each reader where that would be long."""
    each = [f"{quoted(name)}: {code_of(reader)}" for name, reader in readers.items()]
    line = f"    fields={{{', '.join(each)}}},"
    if len(line) <= _LONGEST or not readers:
        return [line] if readers else []
    return ["    fields={", *(f"        {one}," for one in each), "    },"]


def rules_code(rules: Sequence[Rule]) -> list[str]:
    """A line for each rule; the rules of shape are named together."""
    lines = [code_of(rule) for rule in rules if rule not in SHAPE]
    return lines if len(lines) == len(rules) else [*lines, "*SHAPE"]


def held(word: str, values: Sequence[str]) -> list[str]:
    """The lines of a word that holds a tuple; one value stands in the word's line."""
    if len(values) == 1 and len(word) + len(values[0]) < 85:
        return [f"    {word}=({values[0]},),"]
    lines = [f"        {value}," for value in values]
    return [f"    {word}=(", *lines, "    ),"] if lines else []


def outlet_code(outlet: Outlet, comments: Sequence[str]) -> str:
    """A whole file of a described outlet."""
    facts = ("name", "title", "home", "language", "timezone")
    layouts = [*map(code_of, outlet.layouts)]
    # What several layouts ignore, all of them the same, is said once.
    ignored = {layout.ignore for layout in outlet.layouts}
    shared = ignored.pop() if len(layouts) > 1 and len(ignored) == 1 else None
    if shared:
        layouts = [
            line.replace(f"ignore={quoted(shared)}", f"ignore={_SHARED}") for line in layouts
        ]
    lines = [
        *([f"{_SHARED} = {quoted(shared)}", ""] if shared else ()),
        *comments,
        "OUTLET = Outlet(",
        *(f"    {word}={quoted(getattr(outlet, word))}," for word in facts),
        # What to write, with what it needs imported already.
        *(held("sources", [*map(code_of, outlet.sources)]) or [_NO_SOURCES]),
        *held("articles", [*map(quoted, outlet.articles)]),
        *held("layouts", layouts),
        *_fields_lines(outlet.fields),
        *held("boilerplate", rules_code(outlet.boilerplate)),
        *([f"    next_pages={quoted(outlet.next_pages)},"] if outlet.next_pages else []),
        ")",
    ]
    return file_code(outlet.title, lines)


def file_code(title: str, lines: Sequence[str], others: Iterable[str] = ()) -> str:
    """A whole file: its docstring, the imports that its lines need and ``others``, and its lines.

    A site's name may hold anything, and this text is run.
    """
    code, said = "\n".join(lines), " ".join(re.sub(r'["\\]', "", title).split())
    imports = sorted([*_imports(code), *others], key=lambda line: (line.startswith("from ."), line))
    return "\n".join([f'"""{said}."""', "", *imports, "", code, ""])


def _imports(code: str) -> list[str]:
    """The imports that the rest of a file needs, and what stands behind a ``#`` to be used."""
    tree = ast.parse(code.replace(_NO_SOURCES, _NO_SOURCES.replace("# ", "")))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    wanted = {module: sorted(used & names) for module, names in _HOMES.items()}
    return [f"from {module} import {', '.join(n)}" for module, n in sorted(wanted.items()) if n]
