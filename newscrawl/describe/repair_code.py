"""Write a repair as an outlet file, which rests on the file before it and names what changes."""

from collections.abc import Mapping

from newscrawl.describe.outlet_code import file_code, held, quoted, rules_code
from newscrawl.describe.repair import Repair


def repair_code(repair: Repair, title: str, before: str, day: str) -> str:
    """The file's text; ``before`` is the module that holds the outlet as it was.

    The layouts of before stay: pages that are kept, and read again, look as they looked.
    """
    assert repair.layout is not None
    readers = {name: reader.code for name, reader in repair.readers.items()}
    lines = [
        *_rests_on(repair),
        "OUTLET = replace(",
        "    BEFORE,",
        "    overrides=True,",
        "    layouts=(",
        *_layout(repair, readers),
        "        *BEFORE.layouts,",
        "    ),",
    ]
    if repair.rules:
        lines += held("boilerplate", [*rules_code(repair.rules), "*BEFORE.boilerplate"])
    lines.append(")")
    others = ["from dataclasses import replace", f"from {before} import OUTLET as BEFORE"]
    return file_code(f"{title}, as its pages look since {day}", lines, others)


def _layout(repair: Repair, readers: Mapping[str, str]) -> list[str]:
    assert repair.layout is not None
    name, body = quoted(repair.layout.name), quoted(repair.layout.body)
    given = "".join(f", {quoted(field)}: {code}" for field, code in readers.items())
    if not repair.has_layouts:
        own = f", fields={{{given[2:]}}}" if readers else ""
        return [f"        Layout({name}, {body}{own}),"]
    fields = [f"            fields={{**BEFORE.layouts[0].fields{given}}},"] if readers else []
    return [
        "        replace(",
        "            BEFORE.layouts[0],",
        f"            name={name},",
        f"            body={body},",
        "            is_learned=False,",
        *fields,
        "        ),",
    ]


def _rests_on(repair: Repair) -> list[str]:
    both = (repair.before, repair.after)
    was, now = (sum(one.text for one in found) / max(1, len(found)) for found in both)
    pages = f"{len(repair.after)} pages whose text is known"
    lost = f" Still lost: {', '.join(repair.still_lost)}." if repair.still_lost else ""
    return [
        f"# Made by newscrawl outlets repair from {pages}:",
        f"# the texts agree {now:.2f} with what they said, and {was:.2f} without it.{lost}",
    ]
