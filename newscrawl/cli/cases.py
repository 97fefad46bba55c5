"""Keep a page and what is read from it as a test case of its outlet."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newscrawl import urls
from newscrawl.errors import UsageError, said
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.outlets import file_of
from newscrawl.page import Page

_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z0-9][a-z0-9_-]*")


def case_folder(case: str) -> Path:
    """The path of a case without its endings; raises ``UsageError`` where it cannot be made."""
    if not _NAME.fullmatch(case):
        raise UsageError(f"a case is called OUTLET/CASE, in small letters, not {case!r}")
    name, _, own = case.partition("/")
    folder = cases_of(file_of(name))
    if folder is None:
        raise UsageError("--save-case works in a checkout: there is no tests/outlets/ above here")
    if (folder / f"{own}.html").exists():
        raise UsageError(f"there is a case {case}: remove it first, or choose another name")
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
            parts = path.with_suffix(".parts.json")
            bodies = json.loads(parts.read_text(encoding="utf-8")) if parts.exists() else {}
            as_bytes = {url: json.dumps(body).encode() for url, body in bodies.items()}
            if not isinstance(facts["url"], str) or urls.canonical(facts["url"]) is None:
                raise ValueError(f"its url is no web address: {facts['url']!r}")
            case = path.stem, Page(facts["url"], path.read_bytes(), parts=as_bytes), facts
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f"the case {path} cannot be read: {said(error)}") from error
        yield case


def save_case(path: Path, page: Page, facts: str) -> None:
    """Write the page, what was read from it, and the parts that were fetched apart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".html").write_bytes(page.html)
    path.with_suffix(".json").write_text(facts + "\n", encoding="utf-8")
    if page.parts:
        parts = {url: json.loads(body) for url, body in page.parts.items()}
        text = json.dumps(parts, ensure_ascii=False, indent=1)
        path.with_suffix(".parts.json").write_text(text + "\n", encoding="utf-8")
