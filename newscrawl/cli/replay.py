"""``newscrawl replay``: read kept pages again, or import pages that others kept."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial

import click

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.database.sessions import upgraded, writing
from newscrawl.archive.queries.article_history import find_article
from newscrawl.archive.queries.outlet_ledger import outlet_names
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.archive.revisions.rewriting import outlet_of_article
from newscrawl.cli.options import (
    NAMED,
    all_json_option,
    compare_option,
    outlet_option,
    require_article,
    since_option,
)
from newscrawl.cli.output import bar, one_line, print_json, print_text, say
from newscrawl.cli.print_differences import as_json, print_told, told
from newscrawl.config import WARC, Config, names_in
from newscrawl.errors import UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlets import broken_outlets, load_outlet, load_outlets
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.choose_pool import dashboard_of, dask_client, replay_pool
from newscrawl.replay.import_files import import_by
from newscrawl.replay.replay_archive import replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from newscrawl.replay.warc_sources import files_named, total_size

_OpenPool = Callable[[OpenArchive], AbstractContextManager[ReplayPool]]
#: What comes first in the count of an import, and how it is said.
_SAID = {
    "stored": "captures stored",
    "known": "known already",
    "unwanted": "of no outlet's articles",
    "damaged": "damaged",
    "truncated": "truncated: cut off before their end, or one of several segments",
    "too_large": "too large to be a page",
    "headers": "without an address or a time in their headers",
    "future": "from a time that is yet to come",
    "packed_together": "packed together with others, without a place of their own",
    "unknown_type": "of an unknown type",
    "revisit_without_page": "revisit_without_page: of pages that are not in the archive",
    "parts_missing": "parts_missing: pages without their posts, which the archive has",
    "unstorable": "unstorable: refused by the database",
}


@click.command()
@click.argument("files", metavar="[FILE|URL|DIR|LIST]...", nargs=-1, type=NAMED)
@outlet_option("Only pages of this outlet.")
@since_option
@click.option(
    "--article", metavar="ARTICLE", help="Only this article, by its number or any of its URLs."
)
@click.option("--again", is_flag=True, help="Also read pages that today's code has read already.")
@click.option("--any", "is_any", is_flag=True, help="Also import pages of unknown outlets.")
@compare_option
@click.option(
    "--processes",
    metavar="N",
    type=click.IntRange(1, 64),
    help="Use N processes. Default: one per core.",
)
@click.option("--dask", metavar="ADDRESS", help="Use this Dask scheduler, or local:N workers.")
@all_json_option
def replay(
    files: tuple[str, ...],
    outlet: str | None,
    since: date | None,
    article: str | None,
    again: bool,
    is_any: bool,
    dry_run: bool,
    processes: int | None,
    dask: str | None,
    is_json: bool,
) -> int:
    """Read kept pages again with today's outlets and rules, or import WARC files.

    Articles are corrected in place, without new revisions, since their outlets changed nothing.
    Pages that today's extractor, outlet files and rules have read already are skipped, so you can
    run an interrupted replay again to continue.

    With FILEs, it instead imports WARC, ARC or WACZ files that other programs wrote: compressed
    record by record or plain, on disk or at a URL (s3://, https://, …), all files in a DIR, or
    those that a LIST names, one per line. Each article page becomes a revision, dated by its
    capture. What has been imported already adds nothing.
    """
    if processes and dask:
        raise UsageError("--processes and --dask cannot be combined: Dask has its own workers")
    pool = _workers(1 if article else processes, dask)
    if files:
        if article or since or again or dry_run:
            raise UsageError(
                "files can be combined only with --outlet, --any, --processes, --dask and --json"
            )
        return _import(files, outlet, is_any, pool, is_json)
    if is_any:
        raise UsageError("--any needs files to import")
    if article and (outlet or since or dask):
        raise UsageError("--article cannot be combined with --outlet, --since or --dask")
    # An empty one, as of a variable that is not set, is not all of them.
    if article is not None:
        require_article(article)
    config = Config.from_env()
    names_in(config.home / WARC)
    with pool as open_pool, writing(config, say, dry_run=dry_run) as sessions:
        scopes = _scopes(sessions, outlet, since, article, again)
        archive = OpenArchive(sessions=sessions, home=config.home)
        with open_pool(archive) as workers, bar("pages") as tell:
            found = told(replay_by(workers, scopes, dry_run=dry_run), is_json, tell)
    if is_json:
        print_json({"dry_run": dry_run, **as_json(found)})
    else:
        print_told(found, dry_run)
    return ExitCode.FAULT if found.unreadable else ExitCode.COMPLETE


def _scopes(
    sessions: SessionFactory,
    outlet: str | None,
    since: date | None,
    article: str | None,
    again: bool,
) -> Iterable[ReplayScope]:
    with sessions() as session:
        names = outlet_names(session)
        if article:
            found = find_article(session, article)
            return [
                ReplayScope(outlet=outlet_of_article(session, found), article=found, again=True)
            ]
    if outlet:
        # One that nobody describes any more is read as such; not one whose file is wrong.
        is_gone = outlet in names and outlet not in {*load_outlets(), *broken_outlets()}
        names = [outlet] if is_gone else [load_outlet(outlet).name]
    return [ReplayScope(outlet=name, since=since, again=again) for name in names]


def _import(
    names: Sequence[str],
    outlet: str | None,
    is_any: bool,
    pool: AbstractContextManager[_OpenPool],
    is_json: bool,
) -> int:
    """Import the files, into an archive that is made if there is none."""
    files = files_named(names)
    chosen = chooser(
        load_outlets().values(),
        outlet if is_any or not outlet else load_outlet(outlet).name,
        is_any,
    )
    config = Config.from_env()
    counts, faults = Counter[str](), list[str]()
    with pool as open_pool, upgraded(config, say) as sessions:
        archive = OpenArchive(sessions=sessions, home=config.home)
        with open_pool(archive) as workers, bar("captures", lambda: total_size(files)) as tell:
            for one in import_by(workers, files, chosen, tell):
                counts += one.counts
                faults += one.files
    if is_json:
        print_json({"files": len(files), "counts": dict(sorted(counts.items())), "faults": faults})
    else:
        _print_counts(counts, faults)
    return ExitCode.FAULT if faults else ExitCode.COMPLETE


def _print_counts(counts: Counter[str], faults: Sequence[str]) -> None:
    for name, said in _SAID.items():
        if counts[name] or name == "stored":
            print_text(f"{counts[name]} {said}")
    for name, count in sorted(counts.items()):
        if name not in _SAID:
            print_text(f"{count} {name}")
    for fault in faults:
        print_text(f"cannot be read: {one_line(fault)}")


@contextmanager
def _workers(processes: int | None, dask: str | None) -> Iterator[_OpenPool]:
    """Opens the pool of an archive: who is to work is asked before the archive is."""
    if dask is None:
        # Of all cores, those that this process may use.
        mine = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
        yield partial(replay_pool, processes=processes or len(mine) or os.cpu_count() or 1)
        return
    with dask_client(dask) as client:
        if dashboard := dashboard_of(client):
            say(f"Dask's dashboard: {dashboard}")
        yield partial(replay_pool, client=client)
