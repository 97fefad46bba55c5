"""How values stand in an outlet's file, as Python that a person would write."""

import ast
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from newscrawl.boilerplate import Rule, Says, Under
from newscrawl.boilerplate.common.common_rules import SHAPE
from newscrawl.outlet import Feed, Layout, Outlet, Sitemap, Source

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


def layout_code(layout: Layout, shared: str | None = None) -> str:
    told = _SHARED if layout.ignore == shared else quoted(layout.ignore or "")
    ignore = f", ignore={told}" if layout.ignore else ""
    learned = ", is_learned=True" if layout.is_learned else ""
    return f"Layout({quoted(layout.name)}, body={quoted(layout.body)}{ignore}{learned})"


def _fields_lines(fields: Mapping[str, str]) -> list[str]:
    """One line, or a line for each reader where that would be long."""
    each = [f"{quoted(name)}: {code}" for name, code in fields.items()]
    line = f"    fields={{{', '.join(each)}}},"
    if len(line) <= _LONGEST or not fields:
        return [line] if fields else []
    return ["    fields={", *(f"        {one}," for one in each), "    },"]


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


def outlet_code(outlet: Outlet, comments: Sequence[str], fields: Mapping[str, str]) -> str:
    """A whole file of a described outlet; ``fields`` are its readers as code."""
    facts = ("name", "title", "home", "language", "timezone")
    shared = _shared(outlet.layouts)
    lines = [
        *([f"{_SHARED} = {quoted(shared)}", ""] if shared else ()),
        *comments,
        "OUTLET = Outlet(",
        *(f"    {word}={quoted(getattr(outlet, word))}," for word in facts),
        # What to write, with what it needs imported already.
        *(held("sources", [*map(source_code, outlet.sources)]) or [_NO_SOURCES]),
        *held("articles", [quoted(pattern) for pattern in outlet.articles]),
        *held("layouts", [layout_code(layout, shared) for layout in outlet.layouts]),
        *_fields_lines(fields),
        *held("boilerplate", rules_code(outlet.boilerplate)),
        *([f"    next_pages={quoted(outlet.next_pages)},"] if outlet.next_pages else []),
        ")",
    ]
    return file_code(outlet.title, lines)


def _shared(layouts: Sequence[Layout]) -> str | None:
    """What several layouts ignore, all of them the same: it is said once."""
    ignored = {layout.ignore for layout in layouts}
    return ignored.pop() if len(layouts) > 1 and len(ignored) == 1 else None


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
