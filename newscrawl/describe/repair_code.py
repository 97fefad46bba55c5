"""Write a repair as an outlet file, which rests on the file before it and names what changes."""

from collections.abc import Iterator
from dataclasses import fields

from newscrawl.describe.outlet_code import (
    FieldReader,
    code_of,
    file_code,
    held,
    quoted,
    rules_code,
)
from newscrawl.describe.repair import Repair
from newscrawl.outlet import Layout, Outlet


def repair_code(repair: Repair, outlet: Outlet, before: str, day: str) -> str:
    """The file's text; ``before`` is the module that holds the outlet as it was.

    The layouts of before stay: pages that are kept, and read again, look as they looked.
    """
    lines = [*_rests_on(repair), "OUTLET = replace(", "    BEFORE,", "    overrides=True,"]
    if repair.fed:
        lines += held("beside", [*map(quoted, repair.fed.lists)])
    lines += ["    layouts=(", *_layouts(repair, outlet), "        *BEFORE.layouts,", "    ),"]
    if repair.rules:
        lines += held("boilerplate", [*rules_code(repair.rules), "*BEFORE.boilerplate"])
    lines.append(")")
    others = ["from dataclasses import replace", f"from {before} import OUTLET as BEFORE"]
    return file_code(f"{outlet.title}, as its pages look since {day}", lines, others)


def _layouts(repair: Repair, outlet: Outlet) -> Iterator[str]:
    """The lines of each layout, which names what differs from the one that it rests on."""
    place = "" if repair.base is None else f"BEFORE.layouts[{repair.base}]"
    before = Layout("", "") if repair.base is None else outlet.layouts[repair.base]
    begin = ["        replace(", f"            {place},"] if place else ["        Layout("]
    for layout in filter(None, (*(repair.fed.layouts if repair.fed else ()), repair.layout)):
        yield from begin
        for word in (each.name for each in fields(Layout)):
            if getattr(layout, word) != getattr(before, word):
                yield f"            {word}={_word(word, layout, before, place)},"
        yield "        ),"


def _word(word: str, layout: Layout, before: Layout, place: str) -> str:
    value = getattr(layout, word)
    if word == "body" and place:
        return _body(value, before.body, f"{place}.body")
    if word == "fields":
        given = [f"**{place}.fields"] if before.fields else []
        given += [
            f"{quoted(name)}: {code_of(reader)}"
            for name, reader in value.items()
            if before.fields.get(name) != reader
        ]
        return f"{{{', '.join(given)}}}"
    return value.fits if isinstance(value, FieldReader) else code_of(value)


def _body(body: str, before: str, place: str) -> str:
    """The selector, which may be that of before with more behind it."""
    if body.startswith(f"{before}, "):
        return f"{place} + {quoted(body.removeprefix(before))}"
    return quoted(body)


def _rests_on(repair: Repair) -> list[str]:
    both = (repair.before, repair.after)
    was, now = (sum(one.text for one in found) / max(1, len(found)) for found in both)
    pages = f"{len(repair.after)} pages whose text is known"
    told = [
        f"# Made by newscrawl outlets repair from {pages}:",
        f"# the texts agree {now:.2f} with what they said, and {was:.2f} without it.",
    ]
    told += [f"# Still lost: {repair.losses}."] if repair.still_lost else []
    if fed := repair.fed:
        told += [
            f"# Lists tell what the pages do not any more ({fed.told});",
            "# they are kept beside each page that they lead to.",
        ]
    return told
