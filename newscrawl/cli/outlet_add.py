"""``newscrawl outlets add``: from an address to an outlet file, with proof."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from newscrawl.cli.extract import own_addresses
from newscrawl.cli.options import site_options
from newscrawl.cli.outlet_pages import page_reading, print_readings
from newscrawl.cli.output import print_text, required, say
from newscrawl.cli.write_outlet_file import loaded_from, write_new
from newscrawl.config import Config
from newscrawl.describe.named_feeds import feeds_in
from newscrawl.describe.next_page_links import NextPages, next_pages_of
from newscrawl.describe.outlet_draft import OutletDraft, draft_of, name_of
from newscrawl.errors import ExtractionError, NotFound, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet
from newscrawl.outlets import outlet_files
from newscrawl.page import Page
from newscrawl.urls import canonical, host_of

if TYPE_CHECKING:
    from newscrawl.crawl.survey import Survey

#: Lines of a page that are shown, of each side.
_SHOWN = 2
#: What browsers write above a page that they save.
_SAVED = re.compile(rb"<!-- saved from url=\(\d+\)(?P<url>\S+) -->")


@click.command()
@click.argument("url", metavar="URL")
@site_options(
    pages="Read saved pages of articles; fetch nothing.",
    delay="Between two requests. Default: 1.",
)
@click.option("--name", metavar="NAME", help="The outlet's name. Default: from its host.")
@click.option("--dry-run", is_flag=True, help="Print the file without writing it.")
def add(
    url: str,
    folder: Path | None,
    mirror: str | None,
    delay: float | None,
    name: str | None,
    dry_run: bool,
) -> int:
    """Write an outlet file for the site at URL, and show how well it reads.

    It looks for feeds, sitemaps and sections in robots.txt, on the front page and in well-known
    places, and derives the pattern of article addresses from what they list. It fetches a dozen
    articles as politely as a crawl does. The file holds what several of them agree on, if that
    reads them at least as well as the generic reader. It is written to the first folder of your own
    outlets, and never replaces another. Each page is then read by the file and by the generic
    reader. If interrupted, run the same command again to continue.
    """
    _require_site(url, is_asked=not (mirror or folder))
    if name and not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise UsageError(f"--name takes lowercase letters, digits and _, not {name!r}")
    config = Config.from_env()
    if not dry_run:
        _refuse_again(url, name, config)
    name = name or name_of(host_of(url))
    place = _place(name, config)
    material = _from_folder(url, folder) if folder else _asked(url, mirror, delay, config)
    pages = material.pages
    draft = replace(material.draft, outlet=replace(material.draft.outlet, name=name))
    if not draft.pages or not draft.outlet.articles:
        if material.survey:
            # It was not cut off: another try is to ask again.
            material.survey.kept.forget()
        raise NotFound(_missing(url, material))
    outlet = loaded_from(draft.text, name)
    print_text(draft.text)
    readings = [page_reading(replace(page), outlet, (), None) for page in pages]
    print_readings(readings, readings, _SHOWN)
    _print_further(material.next_pages)
    if not dry_run:
        write_new(place, draft.text, config)
        if material.survey:
            material.survey.kept.forget()
        print_text(f"written to {place}; next: {_next(draft)}")
    return ExitCode.COMPLETE


def _require_site(url: str, *, is_asked: bool) -> None:
    if canonical(url) is None:
        bare = f"https://{url}"
        near = (
            bare
            if canonical(bare) and "." in host_of(bare)
            else "one such as https://gazette.example"
        )
        raise UsageError(f"not a web address: {url}; write {near}")
    if is_asked and _is_private(urlsplit(url).hostname or ""):
        raise UsageError(
            f"{host_of(url)} is not a public address, so it is not asked: give the site's own "
            f"address, and --mirror {url.partition('://')[0]}://… for where it is served"
        )


def _place(name: str, config: Config) -> Path:
    return config.outlet_folders[0] / f"{name}.py"


def _refuse_again(url: str, name: str | None, config: Config) -> None:
    """No file is written over another, and no site described twice by mistake."""
    files = outlet_files()
    named = name or name_of(host_of(url))
    place = _place(named, config)
    taken = next((file.place for file in files if file.name == named), None)
    if taken or place.exists():
        raise UsageError(
            f"there is an outlet {named} in {taken or place}: nothing is written; "
            "give another --name"
        )
    known = next((file for file in files if file.outlet and file.outlet.owns(url)), None)
    if known and not name:
        raise UsageError(
            f"{host_of(url)} is a host of the outlet {known.name} in {known.place}: nothing is "
            "asked; to describe it all the same, give another --name"
        )


def _is_private(host: str) -> bool:
    """Whether a host is this machine, or an address that is not public."""
    from newscrawl.crawl.public_addresses import is_public

    with suppress(ValueError):
        return not is_public(str(ip_address(host)))
    return host == "localhost" or host.endswith(".localhost")


def _next(draft: OutletDraft) -> str:
    if draft.outlet.sources:
        return f"newscrawl crawl {draft.outlet.name}"
    return "take the # from its line of sources, and write there what the site has"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What there is to describe the site by."""

    draft: OutletDraft
    pages: Sequence[Page]
    survey: "Survey | None" = None
    #: Why there is not more, where that is known.
    why: str = ""
    #: The host that most saved pages name, where none is the site's.
    named: str = ""
    next_pages: NextPages | None = None


def _missing(url: str, material: _Material) -> str:
    """What a file needs and is not there."""
    pages = material.pages
    if pages and not material.draft.pages:
        what = f"none of {len(pages)} pages is an article, {pages[0].url} the first of them"
    elif not pages:
        what = f"no page of an article was found at {host_of(url)}{material.why}"
        if material.named:
            return f"{what}: most of them are of {material.named}; give https://{material.named}"
    else:
        what = f"nothing tells {pages[0].url} from the address of a section"
    return f"{what}: save some pages of articles, and give --pages DIR"


def _from_folder(url: str, folder: Path) -> _Material:
    """By saved pages, each of which says its own address."""
    home = f"{url.partition(':')[0]}://{host_of(url)}"
    stub = Outlet(name="found", title="", home=home, language="en")
    named = saved_pages(folder, stub.owns)
    pages = [page for page in named if page.url.rstrip("/") != home and stub.owns(page.url)]
    for page in named:
        if page not in pages:
            say(f"newscrawl: skipped, since its address is {page.url}")
    say(f"{len(pages)} of {len(named)} pages in {folder} are of {host_of(url)}")
    goes_on = next_pages_of(pages, {page.url: page for page in pages}, stub)
    pages = [page for page in pages if not goes_on or page.url not in goes_on.further]
    feeds = [feed for page in pages[:3] for feed in feeds_in(page, stub)]
    hosts = Counter(host_of(page.url) for page in named if page not in pages)
    most = "" if pages else next((host for host, _ in hosts.most_common(1)), "")
    draft = _with(goes_on, draft_of(url, pages, (), feeds))
    return _Material(draft=draft, pages=pages, named=most, next_pages=goes_on)


def _with(goes_on: NextPages | None, draft: OutletDraft) -> OutletDraft:
    selector = goes_on.selector if goes_on else None
    return replace(draft, outlet=replace(draft.outlet, next_pages=selector))


def _print_further(found: NextPages | None) -> None:
    """What speaks for further pages of articles, or against them."""
    if found is None:
        return
    what = f"next_pages={found.selector!r}" if found.selector else "no next_pages"
    print_text(f"further pages of articles: {what}")
    for line in found.evidence:
        print_text(f"  {line}")


def saved_pages(folder: Path, owns: Callable[[str], bool] = lambda _: True) -> list[Page]:
    """The pages in a folder that say their addresses; of several, the first that ``owns`` takes.

    What papers of one house share names one of them in its canonical link.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    saved = [path for path in files if path.suffix in {".html", ".htm"}]
    if files and not saved:
        say(f"newscrawl: {folder} holds no .html: save pages as HTML, not as archives of one file")
    return list(filter(None, (_saved_page(path, owns) for path in saved)))


def _saved_page(path: Path, owns: Callable[[str], bool]) -> Page | None:
    with required(path):
        html = path.read_bytes()
    try:
        found = _SAVED.search(html[:2000])
        told = [*own_addresses(Page("", html)), *([found["url"].decode("ascii")] if found else [])]
        own = next(filter(owns, told), next(iter(told), None))
    except (ExtractionError, UnicodeDecodeError) as error:
        say(f"newscrawl: {path} is skipped: {error}")
        return None
    if own is None:
        say(
            f"newscrawl: {path} is skipped: it does not give its address; add "
            "<!-- saved from url=(1)ADDRESS --> at its top"
        )
    return Page(canonical(own) or own, html) if own else None


def _asked(url: str, mirror: str | None, delay: float | None, config: Config) -> _Material:
    from newscrawl.crawl.survey import survey

    found = survey(url, mirror, config, say, delay)
    told = f", {found.again} answers of an earlier try" if found.again else ""
    say(f"{found.requests} requests{told}, {len(found.sources)} sources, {len(found.pages)} pages")
    goes_on = next_pages_of(found.pages, found.further, found.outlet)
    draft = _with(goes_on, draft_of(url, found.pages, found.listed, found.sources))
    why = f" (its first answer: {found.why})" if found.why else ""
    if found.refused:
        reason, count = found.refused.most_common(1)[0]
        why = f" ({count} of {found.refused.total()} addresses: {reason})"
    return _Material(draft=draft, pages=found.pages, survey=found, why=why, next_pages=goes_on)
