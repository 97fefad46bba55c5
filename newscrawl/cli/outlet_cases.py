"""Pages kept as test cases of outlets: to keep one, and ``newscrawl outlets test``."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from newscrawl import urls
from newscrawl.cli.output import print_text, shortened
from newscrawl.errors import ExtractionError, NotFound, UsageError, said
from newscrawl.exit_code import ExitCode
from newscrawl.export.article_json import as_json
from newscrawl.outlet import Outlet, rules_of
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.outlets import file_of, outlet_files
from newscrawl.page import Page
from newscrawl.read_page import read_page
from newscrawl.screen import Verdict

_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z0-9][a-z0-9_-]*")
#: The file with the parts of a case's page, and how what is no UTF-8 in them is kept.
_PARTS, _BYTES = ".parts.json", "surrogateescape"
#: Characters of a value that is read otherwise.
_LONGEST = 60


def case_folder(case: str) -> Path:
    """The path of a case without its endings; raises ``UsageError`` where it cannot be made."""
    if not _NAME.fullmatch(case):
        raise UsageError(f"write a case as OUTLET/CASE, in lowercase letters, not {case!r}")
    name, _, own = case.partition("/")
    folder = cases_of(file_of(name))
    if folder is None:
        raise UsageError("--save-case works in a checkout: there is no tests/outlets/ above here")
    if (folder / f"{own}.html").exists():
        raise UsageError(f"the case {case} exists already: remove it first, or choose another name")
    return folder / own


def cases_of(file: OutletFile) -> Path | None:
    """Where an outlet's cases are: beside a file of the operator's, else in this checkout.

    None where there is no checkout around here.
    """
    if file.is_own and file.path:
        return file.path.parent / file.name
    here = Path.cwd()
    folders = (folder / "tests" / "outlets" for folder in (here, *here.parents))
    return next((folder / file.name for folder in folders if folder.is_dir()), None)


def pages_in(folder: Path | None) -> Iterator[tuple[str, Page, dict[str, Any]]]:
    """The cases in a folder: name, page and what should be read; raises ``UsageError``."""
    for path in sorted(folder.glob("*.html")) if folder else ():
        try:
            facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            parts = parts_of_case(path)
            if not isinstance(facts["url"], str) or urls.canonical(facts["url"]) is None:
                raise ValueError(f"its url is no web address: {facts['url']!r}")
            case = path.stem, Page(facts["url"], path.read_bytes(), parts=parts), facts
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"the case {path} cannot be read: {said(error)}") from error
        yield case


def save_case(path: Path, page: Page, facts: str) -> None:
    """Write the page, what was read from it, and the parts that were fetched apart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".html").write_bytes(page.html)
    path.with_suffix(".json").write_text(facts + "\n", encoding="utf-8")
    if page.parts:
        parts = {url: _shown(body) for url, body in page.parts.items()}
        text = json.dumps(parts, ensure_ascii=False, indent=1) + "\n"
        path.with_suffix(_PARTS).write_text(text, encoding="utf-8", errors=_BYTES)


def parts_of_case(path: Path) -> dict[str, bytes]:
    """The parts that are kept beside a case's page, by their addresses."""
    file = path.with_suffix(_PARTS)
    if not file.exists():
        return {}
    bodies = json.loads(file.read_text(encoding="utf-8", errors=_BYTES))
    return {
        url: body.encode(errors=_BYTES) if isinstance(body, str) else json.dumps(body).encode()
        for url, body in bodies.items()
    }


def _shown(body: bytes) -> Any:
    """A part as a person may read and change it: JSON as such, all else (HTML, a feed) as text."""
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    return found if isinstance(found, dict | list) else body.decode(errors=_BYTES)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def test(names: tuple[str, ...]) -> int:
    """Run the test cases of outlets, and report pages that are read differently.

    The cases of your own outlets are next to their files, in a folder named after the outlet; those
    of newscrawl are in tests/outlets/ of a checkout. Without NAMEs, the cases of all your own
    outlets are run. Ends with 1 if a case is read differently.
    """
    named = [file_of(name) for name in dict.fromkeys(names)]
    files = named or [file for file in outlet_files() if file.is_own and file.outlet]
    results = [_tried(file) for file in files]
    count, bad = sum(n for n, _ in results), sum(n for _, n in results)
    if not count:
        of = ", ".join(names) or "any outlet of your own"
        raise NotFound(f"there is no case of {of}: save one with newscrawl extract --save-case")
    print_text(f"{count} case{'s' * (count > 1)}, {bad} read differently")
    return ExitCode.FAULT if bad else ExitCode.COMPLETE


def _tried(file: OutletFile) -> tuple[int, int]:
    """How many cases an outlet has, and how many of them are read otherwise."""
    count = bad = 0
    assert file.outlet is not None
    for case, page, expected in pages_in(cases_of(file)):
        differences = list(_differences(page, file.outlet, expected))
        count, bad = count + 1, bad + bool(differences)
        print_text(f"{file.name}/{case}: {'read differently' if differences else 'as expected'}")
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
    found = as_json(article)
    for name, value in expected.items():
        if found.get(name, "no such field") != value:
            yield f"{name} should be {_short(value)}, is {_short(found.get(name))}"


def _short(value: Any) -> str:
    return shortened(json.dumps(value, ensure_ascii=False), _LONGEST)
