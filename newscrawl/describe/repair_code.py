"""Write a repair as an outlet file, which rests on the file before it and names what changes."""

from collections.abc import Iterator, Mapping

from newscrawl.describe.outlet_code import file_code, held, quoted, rules_code
from newscrawl.describe.repair import Repair
from newscrawl.outlet import Layout


def repair_code(repair: Repair, title: str, before: str, day: str) -> str:
    """The file's text; ``before`` is the module that holds the outlet as it was.

    The layouts of before stay: pages that are kept, and read again, look as they looked.
    """
    lines = [*_rests_on(repair), "OUTLET = replace(", "    BEFORE,", "    overrides=True,"]
    if repair.fed:
        lines += held("beside", [quoted(url) for url in repair.fed.lists])
    lines += ["    layouts=(", *_layouts(repair), "        *BEFORE.layouts,", "    ),"]
    if repair.rules:
        lines += held("boilerplate", [*rules_code(repair.rules), "*BEFORE.boilerplate"])
    lines.append(")")
    others = ["from dataclasses import replace", f"from {before} import OUTLET as BEFORE"]
    return file_code(f"{title}, as its pages look since {day}", lines, others)


def _layouts(repair: Repair) -> Iterator[str]:
    own = {name: reader.code for name, reader in repair.readers.items()}
    if fed := repair.fed:
        readers = {**own, **{name: f"in_feed({quoted(name)})" for name in fed.fields}}
        readers |= {"section": "in_list"} if fed.has_section else {}
        words = {"fits": 'in_feed("headline")' if fed.text or fed.fields else "in_list"}
        if fed.text:
            words |= {
                "ignore": quoted(fed.layout.ignore or ""),
                "asides": "None",
                "parts": f"feed_text({quoted(fed.text)})",
            }
        yield from _layout(fed.layout, repair.has_layouts, readers, words)
    if repair.layout is not None:
        yield from _layout(repair.layout, repair.has_layouts, own, {})


def _layout(
    layout: Layout, has_layouts: bool, readers: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[str]:
    """The lines of a layout; where there was one before, it rests on the first of them."""
    given = [f"{quoted(field)}: {code}" for field, code in readers.items()]
    before = ["**BEFORE.layouts[0].fields"] if has_layouts else []
    said = {"name": quoted(layout.name), "body": quoted(layout.body), **words}
    if has_layouts:
        said["is_learned"] = "False"
    if given:
        said["fields"] = f"{{{', '.join([*before, *given])}}}"
    yield "        replace(" if has_layouts else "        Layout("
    if has_layouts:
        yield "            BEFORE.layouts[0],"
    yield from (f"            {word}={value}," for word, value in said.items())
    yield "        ),"


def _rests_on(repair: Repair) -> list[str]:
    both = (repair.before, repair.after)
    was, now = (sum(one.text for one in found) / max(1, len(found)) for found in both)
    pages = f"{len(repair.after)} pages whose text is known"
    lost = f" Still lost: {', '.join(repair.still_lost)}." if repair.still_lost else ""
    told = [
        f"# Made by newscrawl outlets repair from {pages}:",
        f"# the texts agree {now:.2f} with what they said, and {was:.2f} without it.{lost}",
    ]
    if fed := repair.fed:
        section = ["section"] if fed.has_section else []
        names = ", ".join([*(["text"] if fed.text else []), *fed.fields, *section])
        told += [
            f"# Lists tell what the pages do not any more ({names}), of {fed.entries} of these;",
            "# they are kept beside each page that they lead to.",
        ]
    return told
