"""How values stand in an outlet's file, as Python that a person would write."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from newscrawl.boilerplate import Rule, Says, Under
from newscrawl.boilerplate.common.common_rules import SHAPE
from newscrawl.outlet import Feed, Layout, Sitemap, Source

_OUTLET, _RULES = "newscrawl.outlet", "newscrawl.boilerplate"
_SHAPES = "newscrawl.boilerplate.common.common_rules"
_READERS = "newscrawl.extract.fields.field_readers"


def quoted(text: str) -> str:
    """A text in double quotes; a pattern with backslashes raw, where that can be."""
    if "\\" in text and '"' not in text and "\n" not in text and not text.endswith("\\"):
        return f'r"{text}"'
    return json.dumps(text, ensure_ascii=False)


def source_code(source: Source) -> str:
    if isinstance(source, Feed):
        return f"Feed({quoted(source.url)})"
    if isinstance(source, Sitemap):
        month = f", month={quoted(source.month)}" if source.month else ""
        return f"Sitemap({quoted(source.url)}{month})"
    more = ""
    if source.more:
        more = f", more={quoted(source.more)}, first={source.first}, step={source.step}"
    return f"Section({quoted(source.url)}{more})"


def layout_code(layout: Layout, fields: Mapping[str, str] | None = None) -> str:
    """``fields`` are readers as code."""
    ignore = f", ignore={quoted(layout.ignore)}" if layout.ignore else ""
    read = f", fields={fields_code(fields)}" if fields else ""
    learned = ", is_learned=True" if layout.is_learned else ""
    return f"Layout({quoted(layout.name)}, body={quoted(layout.body)}{ignore}{read}{learned})"


def fields_code(fields: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{quoted(name)}: {code}" for name, code in fields.items()) + "}"


def rules_code(rules: Sequence[Rule]) -> list[str]:
    """A line for each rule; the rules of shape are named together."""
    lines = []
    for rule in rules:
        if isinstance(rule, Under):
            lines.append(f"Under({quoted(rule.name)}, {quoted(rule.mark)})")
        elif isinstance(rule, Says):
            lines.append(f"Says({quoted(rule.name)}, {quoted(rule.pattern)})")
    return [*lines, "*SHAPE"] if any(rule in SHAPE for rule in rules) else lines


def held(word: str, values: Sequence[str]) -> list[str]:
    """The lines of a word that holds a tuple; one value stands in the word's line."""
    if len(values) == 1 and len(word) + len(values[0]) < 85:
        return [f"    {word}=({values[0]},),"]
    lines = [f"        {value}," for value in values]
    return [f"    {word}=(", *lines, "    ),"] if lines else []


def file_code(
    title: str, lines: Sequence[str], readers: Iterable[str] = (), others: Iterable[str] = ()
) -> str:
    """A whole file: its docstring, the imports that its lines need and ``others``, and its lines.

    A site's name may hold anything, and this text is run.
    """
    code, said = "\n".join(lines), " ".join(re.sub(r'["\\]', "", title).split())
    imports = sorted(
        [*imports_of(code, readers), *others], key=lambda line: (line.startswith("from ."), line)
    )
    return "\n".join([f'"""{said}."""', "", *imports, "", code, ""])


def imports_of(code: str, readers: Iterable[str] = ()) -> list[str]:
    """The imports that the rest of a file needs."""
    wanted = {
        _RULES: [name for name in ("Says", "Under") if f"{name}(" in code],
        _SHAPES: ["SHAPE"] if "*SHAPE" in code else [],
        _READERS: sorted(set(readers)),
        _OUTLET: [
            name
            for name in ("Feed", "Layout", "Outlet", "Section", "Sitemap")
            if f"{name}(" in code
        ],
    }
    return [
        f"from {module} import {', '.join(names)}"
        for module, names in sorted(wanted.items())
        if names
    ]
