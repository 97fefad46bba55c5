"""Write a repair as an outlet file, which rests on the file before it and names what changes."""

from collections.abc import Iterator, Mapping

from newscrawl.describe.fed_reading import ALL_OF_IT, NOTHING, FedReading
from newscrawl.describe.outlet_code import file_code, held, quoted, rules_code
from newscrawl.describe.repair import Repair
from newscrawl.discover.told_by_feeds import in_list
from newscrawl.outlet import Layout, Outlet


def repair_code(repair: Repair, outlet: Outlet, before: str, day: str) -> str:
    """The file's text; ``before`` is the module that holds the outlet as it was.

    The layouts of before stay: pages that are kept, and read again, look as they looked.
    """
    lines = [*_rests_on(repair), "OUTLET = replace(", "    BEFORE,", "    overrides=True,"]
    if repair.fed:
        lines += held("beside", [quoted(url) for url in repair.fed.lists])
    lines += ["    layouts=(", *_layouts(repair, outlet), "        *BEFORE.layouts,", "    ),"]
    if repair.rules:
        lines += held("boilerplate", [*rules_code(repair.rules), "*BEFORE.boilerplate"])
    lines.append(")")
    others = ["from dataclasses import replace", f"from {before} import OUTLET as BEFORE"]
    return file_code(f"{outlet.title}, as its pages look since {day}", lines, others)


def _layouts(repair: Repair, outlet: Outlet) -> Iterator[str]:
    own = {name: reader.code for name, reader in repair.readers.items()}
    at = repair.base
    base = None if at is None else (f"BEFORE.layouts[{at}]", outlet.layouts[at])
    if fed := repair.fed:
        for layout in fed.layouts:
            yield from _layout(layout, base, *_fed_words(fed, layout, own))
    if repair.layout is not None:
        fits = next((each.fits for each in repair.readers.values()), "None")
        yield from _layout(repair.layout, base, own, {"fits": fits} if repair.layout.fits else {})


def _fed_words(
    fed: FedReading, layout: Layout, own: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The readers and the other words of a layout for pages with an entry, or with a list."""
    readers = {**own, **({"section": "in_list"} if fed.has_section else {})}
    if layout.fits is in_list:
        return readers, {"fits": "in_list"}
    readers |= {name: f"in_feed({quoted(name)})" for name in fed.fields}
    if layout.parts is None or layout.body != NOTHING:
        return readers, {"fits": 'in_feed("headline")'}
    feed = f", {quoted(fed.text_feed)}" if fed.text_feed else ""
    words = {
        "fits": f'in_feed("headline"{feed})',
        "ignore": quoted(ALL_OF_IT),
        "asides": "None",
        "parts": f"feed_text({quoted(fed.text or '')}{feed})",
    }
    return readers, words


def _layout(
    layout: Layout,
    base: tuple[str, Layout] | None,
    readers: Mapping[str, str],
    words: Mapping[str, str],
) -> Iterator[str]:
    """The lines of a layout, which names what differs from the one that it rests on."""
    said = {"name": quoted(layout.name), "body": quoted(layout.body), **words}
    given = [f"{quoted(field)}: {code}" for field, code in readers.items()]
    if base is None:
        yield "        Layout("
    else:
        place, before = base
        said["body"] = _body(layout.body, before.body, f"{place}.body")
        said |= {"is_learned": "False"} if before.is_learned else {}
        said = {**({"fits": "None"} if before.fits else {}), **said}
        given = [*([f"**{place}.fields"] if before.fields else []), *given]
        yield from ("        replace(", f"            {place},")
    if readers:
        said["fields"] = f"{{{', '.join(given)}}}"
    yield from (f"            {word}={value}," for word, value in said.items() if value)
    yield "        ),"


def _body(body: str, before: str, place: str) -> str:
    """The selector, which may be that of before with more behind it; "" where it is the same."""
    if body == before:
        return ""
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
