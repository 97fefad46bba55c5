"""Keep a page and what is read from it as a test case of its outlet."""

import json
import re
from pathlib import Path

from newscrawl.errors import UsageError
from newscrawl.page import Page

_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z0-9][a-z0-9_-]*")


def case_folder(case: str) -> Path:
    """The path of a case without its endings; raises ``UsageError`` where it cannot be made."""
    if not _NAME.fullmatch(case):
        raise UsageError(f"a case is called OUTLET/CASE, in small letters, not {case!r}")
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "tests" / "outlets").is_dir():
            path = folder / "tests" / "outlets" / case
            break
    else:
        raise UsageError("--save-case works in a checkout: there is no tests/outlets/ above here")
    if path.with_suffix(".html").exists():
        raise UsageError(f"there is a case {case}: remove it first, or choose another name")
    return path


def save_case(path: Path, page: Page, facts: str) -> None:
    """Write the page, what was read from it, and the parts that were fetched apart."""
    path.parent.mkdir(exist_ok=True)
    path.with_suffix(".html").write_bytes(page.html)
    path.with_suffix(".json").write_text(facts + "\n", encoding="utf-8")
    if page.parts:
        parts = {url: json.loads(body) for url, body in page.parts.items()}
        text = json.dumps(parts, ensure_ascii=False, indent=1)
        path.with_suffix(".parts.json").write_text(text + "\n", encoding="utf-8")
