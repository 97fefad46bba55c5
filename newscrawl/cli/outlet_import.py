"""``newscrawl outlets import-ftr``: outlet files from those of ftr-site-config."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from newscrawl.cli.options import FILE
from newscrawl.cli.outlet_add import saved_pages
from newscrawl.cli.outlet_pages import page_reading, print_readings
from newscrawl.cli.output import one_line, print_text, required
from newscrawl.cli.write_outlet_file import loaded_from, write_new
from newscrawl.config import Config
from newscrawl.describe.ftr_site_config import config_code, read_site_config
from newscrawl.errors import NotFound, OutletError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet
from newscrawl.outlets import outlet_files
from newscrawl.page import Page
from newscrawl.read_page import article_of

#: Pages that are named, the worst first.
_NAMED = 5


@click.command("import-ftr")
@click.argument("source", metavar="FILE|DIR", type=FILE)
@click.option(
    "--pages", "folder", type=FILE, metavar="DIR", help="Try the imported files on saved pages."
)
@click.option("--dry-run", is_flag=True, help="Print the files without writing them.")
def import_ftr(source: Path, folder: Path | None, dry_run: bool) -> int:
    """Convert a FILE of ftr-site-config, or all in a DIR, to outlet files.

    The lines title, body, author, date, strip and strip_id_or_class become readers, layouts and
    what layouts ignore. Each XPath becomes a CSS selector that finds the same; lines that cannot be
    converted are listed. Such files name no sources, so you must add them. No file is replaced.
    Ends with 1 if a file has no usable body, or its outlet exists already.
    """
    pages = saved_pages(folder) if folder else []
    config = Config.from_env()
    taken = {file.name for file in outlet_files()}
    ends = Counter(_imported(path, pages, config, taken, dry_run) for path in _files(source))
    print_text(", ".join(f"{count} {end}" for end, count in ends.items()))
    return ExitCode.COMPLETE if set(ends) <= {"imported"} else ExitCode.FAULT


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise UsageError(f"there is no file or folder {source}")
    files = (path for path in source.glob("*.txt") if path.is_file())
    named = (path for path in files if "." in path.name.removesuffix(".txt"))
    # A file for the hosts below one, .example.org.txt, gives way to that of the host itself.
    found = sorted(named, key=lambda path: (path.name.lstrip("."), path.name.startswith(".")))
    if not found:
        raise NotFound(f"no file in {source} is named after a host, such as example.org.txt")
    return found


def _imported(
    path: Path, pages: Sequence[Page], config: Config, taken: set[str], dry_run: bool
) -> str:
    """Import one file; what became of it, in a word or two."""
    with required(path):
        found = read_site_config(path.name, path.read_text("utf-8-sig", "replace"))
    for told in found.unsaid:
        print_text(one_line(f"{path}: not converted: {told}"))
    if not found.bodies:
        print_text(f"{path}: no usable body: nothing is written")
        return "without a body"
    place = config.outlet_folders[0] / f"{found.name}.py"
    if found.name in taken or place.exists():
        print_text(f"{path}: there is an outlet {found.name}: nothing is written")
        return "there already"
    stub = Outlet(name="found", title="", home=found.home, language="en")
    own = [page for page in pages if stub.owns(page.url)]
    text = config_code(found, _language(own))
    try:
        outlet = loaded_from(text, found.name)
    except OutletError as error:
        print_text(one_line(f"{path}: {error}"))
        return "not right"
    taken.add(found.name)
    if dry_run:
        print_text(text)
    else:
        write_new(place, text, config)
        print_text(f"{path}: written to {place}")
    readings = [page_reading(page, outlet, (), None) for page in own]
    if readings:
        print_readings(readings, sorted(readings, key=lambda one: one.least)[:_NAMED])
    return "imported"


def _language(pages: Sequence[Page]) -> str | None:
    read = (article_of(page, None) for page in pages)
    known = Counter(article.language for article in read if article and article.language)
    return known.most_common(1)[0][0] if known else None
