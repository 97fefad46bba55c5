"""``newscrawl outlets test``: whether the pages kept as cases are read as they should be."""

import json
from collections.abc import Iterator
from typing import Any

import click

from newscrawl.cli.cases import cases_of, pages_in
from newscrawl.cli.output import iso, one_line, print_text, shortened
from newscrawl.errors import ExtractionError, NotFound
from newscrawl.exit_code import ExitCode
from newscrawl.export.article_json import as_json
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.outlets import file_of, outlet_files
from newscrawl.page import Page
from newscrawl.read_page import read_page
from newscrawl.screen import Verdict

_LONGEST = 60


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def test(names: tuple[str, ...]) -> int:
    """Read the pages that are kept as cases, and say where they are read otherwise.

    The cases of your own outlets stand beside their files, in a folder of the outlet's name; those
    of newscrawl in tests/outlets/ of a checkout. Without NAMEs, the cases of all your own outlets
    are read. Ends with 1 where a case is read otherwise.
    """
    named = [file_of(name) for name in dict.fromkeys(names)]
    files = named or [file for file in outlet_files() if file.is_own and file.outlet]
    results = [_tried(file) for file in files]
    count, bad = sum(n for n, _ in results), sum(n for _, n in results)
    if not count:
        of = ", ".join(names) or "any outlet of your own"
        raise NotFound(f"there is no case of {of}: keep one by newscrawl extract --save-case")
    print_text(f"{count} cases, {bad} read otherwise")
    return ExitCode.FAULT if bad else ExitCode.COMPLETE


def _tried(file: OutletFile) -> tuple[int, int]:
    """How many cases an outlet has, and how many of them are read otherwise."""
    count = bad = 0
    assert file.outlet is not None
    for case, page, expected in pages_in(cases_of(file)):
        differences = list(_differences(page, file.outlet, expected))
        count, bad = count + 1, bad + bool(differences)
        print_text(f"{file.name}/{case}: {'read otherwise' if differences else 'as it should be'}")
        for line in differences:
            print_text(f"  {line}")
    return count, bad


def _differences(page: Page, outlet: Outlet, expected: dict[str, Any]) -> Iterator[str]:
    try:
        article = read_page(page, outlet, rules_of(outlet))
    except ExtractionError as error:
        yield str(error)
        return
    if isinstance(article, Verdict):
        yield f"not an article ({article.reason})"
        return
    found = json.loads(json.dumps(as_json(article), default=iso))
    for name, value in expected.items():
        if found.get(name, "no such field") != value:
            yield f"{name} should be {_short(value)}, is {_short(found.get(name))}"


def _short(value: Any) -> str:
    return shortened(one_line(json.dumps(value, ensure_ascii=False)), _LONGEST)
