"""``newscrawl replay``: read kept pages again, or import pages that others kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.database.sessions import comparing, writing
from newscrawl.archive.queries.article_history import find_article
from newscrawl.archive.revisions.rewriting import outlet_names, outlet_of_article
from newscrawl.archive.snapshots.revision_snapshots import ReplayScope
from newscrawl.cli.import_warc import import_named
from newscrawl.cli.options import all_json_option, compare_option, outlet_option, since_option
from newscrawl.cli.output import bar, print_json, say
from newscrawl.cli.pool_options import PoolOptions
from newscrawl.cli.print_differences import ToldDifferences, as_json, print_told, told
from newscrawl.config import WARC, Config, names_in
from newscrawl.errors import UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlets import load_outlet, load_outlets
from newscrawl.replay.processes import OpenArchive
from newscrawl.replay.replay_archive import replay_by


@click.command()
@click.argument("files", metavar="[FILE|URL|DIR|LIST]...", nargs=-1)
@outlet_option("Pages of one outlet; without it, of all.")
@since_option
@click.option("--article", metavar="ARTICLE", help="One article, by its number or any of its URLs.")
@click.option("--again", is_flag=True, help="Also what today's code has read.")
@click.option("--any", "is_any", is_flag=True, help="Import pages of unknown outlets, too.")
@compare_option
@click.option("--processes", metavar="N", type=click.IntRange(1, 64), help="By default one a core.")
@click.option("--dask", metavar="ADDRESS", help="Dask's scheduler instead, or local:N workers.")
@all_json_option
def replay(
    files: tuple[str, ...],
    outlet: str | None,
    since: datetime | None,
    article: str | None,
    again: bool,
    is_any: bool,
    dry_run: bool,
    processes: int | None,
    dask: str | None,
    is_json: bool,
) -> int:
    """Read the archive's own pages again, with today's outlets and rules.

    Articles are corrected in place, and make no revisions: their outlets said nothing new. What
    today's extractor, outlet files and rules have read is passed over, so what was interrupted goes
    on where it ended.

    With FILEs, import WARC files that others wrote instead (ARC and WACZ, too): packed record by
    record or plain, of a disk or at a URL (s3://, https://, …), all in a DIR, or those that a LIST
    names, one a line. Each article page becomes
    a revision of its article by the time of its capture. What is imported already adds nothing.
    """
    pool = PoolOptions.of(processes, dask)
    if files:
        if article or since or again or dry_run:
            raise UsageError("with files go --outlet, --any, --processes, --dask and --json alone")
        return import_named(files, outlet, is_any, pool, is_json)
    if is_any:
        raise UsageError("--any goes with files to import")
    if article and (outlet or since or dask):
        raise UsageError("--article is one article: --outlet, --since and --dask go without it")
    if article:
        pool = PoolOptions(processes=1)
    config = Config.from_env()
    names_in(config.home / WARC)
    with pool.opened() as open_pool, (comparing if dry_run else writing)(config, say) as sessions:
        scopes = _scopes(sessions, outlet, since, article, again)
        archive = OpenArchive(sessions=sessions, home=config.home)
        with open_pool(archive) as workers, bar("pages") as tell:
            found = told(replay_by(workers, scopes, dry_run=dry_run), is_json, tell)
    _print(found, dry_run, is_json)
    return ExitCode.FAULT if found.unreadable else ExitCode.COMPLETE


def _scopes(
    sessions: SessionFactory,
    outlet: str | None,
    since: datetime | None,
    article: str | None,
    again: bool,
) -> Iterable[ReplayScope]:
    with sessions() as session:
        names = outlet_names(session)
        if article:
            found = find_article(session, article, list(load_outlets().values()))
            return [
                ReplayScope(outlet=outlet_of_article(session, found), article=found, again=True)
            ]
    if outlet:
        names = [outlet] if outlet in names else [load_outlet(outlet).name]
    day = since.date() if since else None
    return [ReplayScope(outlet=name, since=day, again=again) for name in names]


def _print(found: ToldDifferences, dry_run: bool, is_json: bool) -> None:
    if is_json:
        facts: dict[str, Any] = {"dry_run": dry_run, **as_json(found)}
        print_json(facts)
    else:
        print_told(found, dry_run)
