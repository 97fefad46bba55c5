"""``newscrawl outlets repair``: find how an outlet's pages are read since they changed."""

import shlex
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, product
from pathlib import Path

import click

from newscrawl.archive.database.sessions import Session, reading
from newscrawl.archive.queries.known_articles import (
    TrustedArticle,
    first_unhealthy,
    known_articles,
    newest_fetch,
    sections_before,
)
from newscrawl.cli.options import DAY, site_options
from newscrawl.cli.outlet_add import saved_pages
from newscrawl.cli.outlet_pages import PageReading, layouts_in, pages_of
from newscrawl.cli.output import one_line, print_text, say
from newscrawl.cli.write_outlet_file import module_of, write_repair
from newscrawl.config import Config
from newscrawl.describe.fed_reading import lists_of
from newscrawl.describe.known_readings import KnownArticle
from newscrawl.describe.repair import FIELDS, Repair, repair_of, repaired
from newscrawl.describe.repair_code import repair_code
from newscrawl.discover.told_by_feeds import in_feed
from newscrawl.errors import NotFound
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet
from newscrawl.outlet_files.load_outlet_files import OutletFile
from newscrawl.outlets import file_of
from newscrawl.page import Page

#: Articles whose pages are looked at, and how few tell something.
_MOST, _FEWEST = 12, 3
#: Articles of the last days that are looked for in feeds and lists.
_LATE = 200
#: What the archive fetched in the last days may have been read from changed pages already.
_LATELY = timedelta(days=7)
#: A text that agrees so far is as it was; so many that are not are named.
_SAME, _NAMED = 0.95, 5


@click.command()
@click.argument("name", metavar="NAME")
@click.option(
    "--before",
    metavar="DATE",
    type=DAY,
    help="Trust what was fetched before this day. Default: a week before the first health finding.",
)
@site_options(
    pages="Use saved pages of those articles; fetch nothing.",
    delay="Between two requests. Default: the outlet's delay.",
)
@click.option("--accept", is_flag=True, help="Write the file.")
def repair(
    name: str,
    before: date | None,
    folder: Path | None,
    mirror: str | None,
    delay: float | None,
    accept: bool,
) -> int:
    """Update the file of outlet NAME after its site changed its templates.

    It fetches again a dozen articles that the archive once read well, finds where their known text
    and fields are now, and makes a new layout of that. The old layouts stay behind it, to read
    older pages. It prints the file, how it reads those articles, and how it reads the newest pages
    in the archive. Nothing is written without --accept. Ends with 1 if a text or a field stays lost
    on more than one page, and says on how many.
    """
    file, config = file_of(name), Config.from_env()
    assert file.outlet is not None
    outlet = file.outlet.at(mirror) if mirror else file.outlet
    with reading(config, say) as session:
        since, stored, late = _trusted(session, outlet, before)
        sections = sections_before(session, outlet.name, since)
    pages = _pages(folder, stored, late, outlet, config, delay)
    known = _matched(pages, [*stored, *late], outlet)
    if len(known) < _FEWEST:
        raise NotFound(
            f"{len(known)} articles of {name} have a known text and a page: "
            "give --before DATE, or --pages DIR"
        )
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    archived = [_known(Page(each.url, b""), each) for each in late]
    found = repair_of(outlet, known, _layout_name(outlet, day), archived, sections)
    print_text(f"{len(known)} articles that were fetched before {since:%Y-%m-%d}, as they look now")
    _print_readings(found)
    if not found.changes:
        return _nothing_to_write(found)
    module = module_of(file)
    code = repair_code(found, outlet, module, day)
    print_text(f"\n{code}")
    _print_kept(file, outlet, repaired(outlet, found))
    _print_losses(found)
    ending = ExitCode.FAULT if found.is_partial else ExitCode.COMPLETE
    if not accept:
        asked = {"--pages": folder, "--mirror": mirror, "--delay": delay, "--before": before}
        print_text(f"nothing was written; to write the file: {_accepting(name, asked)}")
        return ending
    place = write_repair(file, code, module, config)
    print_text(f"written to {place}")
    print_text(f"to read again what was read in the meantime: newscrawl replay --outlet {name}")
    return ending


def _accepting(name: str, asked: Mapping[str, object]) -> str:
    """The command that finds the same again, and writes it."""
    options = [
        word for option, value in asked.items() if value is not None for word in (option, value)
    ]
    return shlex.join(["newscrawl", "outlets", "repair", name, *map(str, options), "--accept"])


def _layout_name(outlet: Outlet, day: str) -> str:
    """A name that no layout has, nor begins with: two repairs may be of one day."""
    first = next((each.name.partition("-2")[0] for each in outlet.layouts), "story")
    names = (f"{first}-{day}{f'-{number}' if number > 1 else ''}" for number in count(1))
    taken = [f"{each.name}-" for each in outlet.layouts]
    return next(name for name in names if not any(t.startswith(f"{name}-") for t in taken))


def _trusted(
    session: Session, outlet: Outlet, before: date | None
) -> tuple[datetime, list[TrustedArticle], list[TrustedArticle]]:
    """Articles that were read well, and the moment before which they were fetched.

    Behind them are the last before anything broke: feeds may have no others any more.
    """
    newest = newest_fetch(session, outlet.name)
    if newest is None:
        raise NotFound(f"the archive has no article of {outlet.name} with a known text")
    broke = first_unhealthy(session, outlet.name, newest) or newest
    if before:
        broke = datetime.combine(before, time(), UTC)
    moments = [broke] if before else [min(broke, newest) - _LATELY, None]
    # Where no article was read by a layout, general rules read all of them.
    ways = (True, False) if outlet.layouts else (False,)
    for moment, by_layout in product(moments, ways):
        stored = known_articles(session, outlet.name, moment, _MOST, by_layout=by_layout)
        if len(stored) >= _FEWEST:
            break
    if moment is None:
        say("newscrawl: all articles are from the last days: give --before DATE if they are broken")
    late = known_articles(session, outlet.name, broke, _LATE, by_layout=by_layout)
    return moment or newest, stored, [each for each in late if each not in stored]


def _pages(
    folder: Path | None,
    stored: Sequence[TrustedArticle],
    late: Sequence[TrustedArticle],
    outlet: Outlet,
    config: Config,
    delay: float | None,
) -> list[Page]:
    if folder:
        return saved_pages(folder, outlet.owns)
    if len(stored) < _FEWEST:
        return []
    from newscrawl.crawl.fetch import fetch_again

    def chosen(feeds: Mapping[str, bytes]) -> list[str]:
        told = sum(_is_in(feeds, each) for each in stored)
        more = [each for each in late if _is_in(feeds, each)][: _MOST // 2]
        return [each.url for each in (stored if told >= _FEWEST else [*stored, *more])]

    return fetch_again(chosen, lambda front: lists_of(outlet, front), outlet, config, say, delay)


def _is_in(feeds: Mapping[str, bytes], article: TrustedArticle) -> bool:
    return bool(in_feed("headline")(Page(article.url, b"", parts=feeds)))


def _matched(
    pages: Sequence[Page], stored: Sequence[TrustedArticle], outlet: Outlet
) -> list[KnownArticle]:
    by_key = {each.key: each for each in stored}
    found = [
        (page, by_key.get(outlet.key(outlet.canonical(page.url) or "") or "")) for page in pages
    ]
    return [_known(page, article) for page, article in found if article is not None]


def _known(page: Page, article: TrustedArticle) -> KnownArticle:
    fields = {name: getattr(article, name) for name in FIELDS}
    return KnownArticle(page=page, body=article.body, fields=fields)


def _print_readings(found: Repair) -> None:
    for was, now in zip(found.before, found.after, strict=True):
        change = "" if not found.changes else f" → {now.told}"
        print_text(one_line(f"  {was.told}{change}: {was.url}"))
    for one in found.worse:
        print_text(one_line(f"  worse than today: {one.url}"))


def _nothing_to_write(found: Repair) -> int:
    if found.is_partial:
        share = f"{found.present:.0%} of the known text stands on these pages"
        print_text(f"no file can fix this: {share}; lost: {found.losses}")
        return ExitCode.FAULT
    print_text("nothing is broken: these pages are read as before")
    if found.still_lost:
        print_text(f"except for what may have been edited: {found.losses}")
    return ExitCode.COMPLETE


def _print_losses(found: Repair) -> None:
    if found.fed:
        print_text(f"found in lists, of the pages that they link to: {found.fed.told}")
    if found.still_lost:
        print_text(f"still lost: {found.losses}")


def _print_kept(file: OutletFile, outlet: Outlet, mended: Outlet) -> None:
    """What the newest pages that the archive keeps are read as, before and with the change."""
    before, after = (pages_of(file, each).readings for each in (outlet, mended))
    for name, kept in (("today", before), ("with it", after)):
        print_text(f"the newest {len(kept)} kept pages {name}: {layouts_in(kept) or 'none'}")
    by_url = {one.url: one for one in before}
    pairs = ((one, by_url[one.url]) for one in after if one.url in by_url)
    changed = [one for one, was in pairs if _is_other(one, was)]
    for one in changed[:_NAMED]:
        print_text(
            one_line(f"  reads another text than is stored ({one.stored or 0:.2f}): {one.url}")
        )
    if len(changed) > _NAMED:
        print_text(f"so do {len(changed) - _NAMED} more")


def _is_other(one: PageReading, was: PageReading) -> bool:
    """Whether a page is read otherwise than it is stored, and was not before: by rules, too."""
    stored = one.stored or 0.0
    return stored < _SAME and (one.layout != was.layout or stored < (was.stored or 0.0))
