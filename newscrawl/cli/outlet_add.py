"""``newscrawl outlets add``: from an address to an outlet file, with proof."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from newscrawl.cli.extract import own_address
from newscrawl.cli.outlet_check import in_short, in_words
from newscrawl.cli.outlet_pages import page_reading
from newscrawl.cli.output import print_text, say
from newscrawl.config import Config, make_home
from newscrawl.describe.outlet_draft import OutletDraft, draft_of
from newscrawl.errors import NotFound, OutletError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.outlet_modules import at_path
from newscrawl.outlets import outlet_files
from newscrawl.page import Page
from newscrawl.urls import canonical, host_of

#: Fewer pages prove nothing.
_FEWEST = 2


@click.command()
@click.argument("url", metavar="URL")
@click.option(
    "--pages",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Read saved pages of articles, and ask nobody.",
)
@click.option("--mirror", metavar="URL", help="Fetch from this address instead.")
@click.option("--dry-run", is_flag=True, help="Print the file, and write nothing.")
def add(url: str, folder: Path | None, mirror: str | None, dry_run: bool) -> int:
    """Describe the site at URL, write its outlet file, and show what that reads.

    The front page, robots.txt and well-known places are asked for feeds and sitemaps, and what
    those list for the pattern of article addresses; a dozen articles are fetched as politely as in
    a crawl, and their common container found. The file goes to the first folder of your own
    outlets, and never over another. Each page is then read by it and by the generic reader.
    """
    if canonical(url) is None:
        raise UsageError(f"not a web address: {url}")
    config = Config.from_env()
    draft, pages = _from_folder(url, folder) if folder else _asked(url, mirror, config)
    if len(pages) < _FEWEST or not draft.articles:
        what = f"{len(pages)} pages of articles were found at {host_of(url)}"
        raise NotFound(f"{what}: save some, and give --pages DIR")
    place = config.outlet_folders[0] / f"{draft.name}.py"
    taken = next((file.place for file in outlet_files() if file.name == draft.name), None)
    if not dry_run and (taken or place.exists()):
        raise UsageError(f"there is an outlet {draft.name} in {taken or place}: nothing is written")
    outlet = _loaded(draft)
    print_text(draft.text)
    _print_proof(pages, outlet)
    if not dry_run:
        make_home(config.home)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as file:
            file.write(draft.text)
        print_text(f"written to {place}; next: newscrawl crawl {draft.name}")
    return ExitCode.COMPLETE


def _from_folder(url: str, folder: Path) -> tuple[OutletDraft, list[Page]]:
    """By saved pages, each of which says its own address."""
    from newscrawl.crawl.survey import feeds_in

    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    home = f"{url.partition(':')[0]}://{host_of(url)}"
    stub = Outlet(name="found", title="", home=home, language="en")
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".htm"})
    bare = [Page("", path.read_bytes()) for path in files]
    named = [replace(page, url=own) for page in bare if (own := own_address(page))]
    pages = [page for page in named if page.url.rstrip("/") != home and stub.owns(page.url)]
    say(f"{len(pages)} of {len(files)} pages say that they are of {host_of(url)}")
    feeds = [feed for page in pages[:3] for feed in feeds_in(page, stub)]
    return draft_of(url, pages, (), feeds), pages


def _asked(url: str, mirror: str | None, config: Config) -> tuple[OutletDraft, list[Page]]:
    from newscrawl.crawl.survey import survey

    found = survey(url, mirror, config, say)
    say(f"{found.requests} requests, {len(found.sources)} sources, {len(found.pages)} pages")
    return draft_of(url, found.pages, found.listed, found.sources), found.pages


def _loaded(draft: OutletDraft) -> Outlet:
    """The outlet of the draft, loaded from a file as later; raises ``OutletError``."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{draft.name}.py")
        path.write_text(draft.text, encoding="utf-8")
        file = at_path(path)
        if file.outlet is None:
            raise OutletError(f"no file could be made that is right: {file.faults[0].says}")
        return file.outlet


def _print_proof(pages: Sequence[Page], outlet: Outlet) -> None:
    readings = [page_reading(page, outlet, (), None) for page in pages]
    print_text(in_short(readings))
    for one in readings:
        print_text(f"  {in_words(one)}: {one.url}")
