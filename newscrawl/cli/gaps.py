"""``newscrawl gaps``: the days of which the archive knows too little."""

import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from functools import partial

import click

from newscrawl.archive.database.sessions import reading, writing
from newscrawl.archive.frontier.listing_gaps import GapNote, mark_filled
from newscrawl.archive.frontier.listing_gaps import gaps as gaps_of
from newscrawl.cli.crawl_processes import Started, crawl_all, start_process, worst
from newscrawl.cli.options import json_option
from newscrawl.cli.output import print_rows, say
from newscrawl.cli.own_process import log_folder, own_command
from newscrawl.config import Config, require_writable
from newscrawl.errors import UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlet import Outlet, Section, Sitemap
from newscrawl.outlets import load_outlet

_COLUMNS = ("since", "until", "listed", ("not stored", "not_stored"), "expected", "source", "what")
#: A crawl that ended so has read its range: a health check says nothing against that.
_READ = (ExitCode.COMPLETE, ExitCode.UNHEALTHY)


@click.command()
@click.argument("outlet")
@click.argument("args", nargs=-1, type=click.UNPROCESSED, metavar="[-- ARGS]")
@click.option("--fill", is_flag=True, help="Crawl these days from sitemaps and sections.")
@json_option
def gaps(outlet: str, args: tuple[str, ...], fill: bool, is_json: bool) -> int:
    """Show the days for which the archive has too little of OUTLET.

    A day is listed if articles dropped out of a feed before it was asked again, or if there are far
    fewer articles than is usual for the outlet. With --fill, these days are crawled; ARGS after --
    go to the crawls. Ends with the worst code of the crawls, and with 3 if a gap is left.
    """
    config = Config.from_env().writer if fill else Config.from_env()
    described = load_outlet(outlet)
    if args and not fill:
        raise UsageError(f"{' '.join(args)} needs --fill: it goes to the crawls")
    found = _read(config, outlet)
    code = int(ExitCode.COMPLETE)
    if fill:
        code = _fill(config, described, found, args)
        found = _read(config, outlet)
        if code == ExitCode.COMPLETE and any(not gap.filled_at for gap in found):
            code = int(ExitCode.INCOMPLETE)
    rows = [{**asdict(gap), "what": _what(gap, described)} for gap in found]
    print_rows(rows, _COLUMNS, is_json, "no gaps")
    return code


def _read(config: Config, outlet: str) -> list[GapNote]:
    with reading(config, say) as session:
        return gaps_of(session, outlet)


def _what(gap: GapNote, outlet: Outlet) -> str:
    if gap.filled_at:
        return f"read again on {gap.filled_at:%Y-%m-%d}"
    if not _reaches_back(outlet):
        return "no sitemap or section reaches back: it cannot be filled"
    if not gap.reached:
        return "open; no sitemap or section lists anything of these days so far"
    return "open"


def _reaches_back(outlet: Outlet) -> bool:
    """Whether any source of the outlet tells of days long past."""
    return any(
        isinstance(source, Sitemap) or (isinstance(source, Section) and source.more)
        for source in outlet.sources
    )


def _fill(config: Config, outlet: Outlet, found: Sequence[GapNote], args: Sequence[str]) -> int:
    """Crawl the days of open gaps, range by range; the worst code."""
    todo = [gap for gap in found if not gap.filled_at]
    if not todo or not _reaches_back(outlet):
        return int(ExitCode.COMPLETE)
    require_writable(config.home)
    ranges = {f"{since} {until}": (since, until) for since, until in _ranges(todo)}
    codes = []
    for ended in crawl_all(list(ranges), 1, partial(_start, config, outlet.name, args)):
        codes.append(ended.code)
        if ended.code in _READ:
            since, until = ranges[ended.outlet]
            _mark(config, outlet, [g for g in todo if since <= g.since and g.until <= until])
    # Somebody else crawls the outlet: nothing was read, and that is no success here.
    return int(ExitCode.BUSY) if int(ExitCode.BUSY) in codes else worst(codes)


def _ranges(todo: Sequence[GapNote]) -> list[tuple[date, date]]:
    """The days of the gaps, in as few ranges as hold no other days."""
    merged: list[tuple[date, date]] = []
    for since, until in sorted((gap.since, gap.until) for gap in todo):
        if merged and since <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((since, until))
    return merged


def _start(config: Config, outlet: str, args: Sequence[str], days: str) -> Started:
    since, until = days.split()
    given = ["-a", f"since={since}", "-a", f"until={until}", *args]
    log = log_folder(config.home) / f"{outlet}.log"
    process = start_process([*own_command(), "crawl", outlet, *given], log)
    return Started(outlet=days, process=process, began=time.monotonic(), close=lambda: None)


def _mark(config: Config, outlet: Outlet, read: Sequence[GapNote]) -> None:
    """Mark gaps of which a sitemap or section did tell, now that their days were read."""
    with reading(config, say) as session:
        now = {(gap.source, gap.since): gap for gap in gaps_of(session, outlet.name)}
    with writing(config, say) as sessions, sessions.begin() as session:
        for gap in read:
            reached = now.get((gap.source, gap.since))
            if reached is not None and reached.reached:
                mark_filled(session, outlet.name, gap, outlet.zone)
