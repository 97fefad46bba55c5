"""``newscrawl snapshots``: are the kept pages all there; give one back; move them elsewhere."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from newscrawl.archive.database.engine import address
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.database.sessions import Session, reading, writing
from newscrawl.archive.queries.article_history import find_article, read_stored
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, revisits_of, snapshots_by_file
from newscrawl.archive.snapshots.snapshot_rows import snapshots_of as rows_of
from newscrawl.cli.options import FILE, json_option, outlet_option, require_article
from newscrawl.cli.output import print_json, print_text, say, stdout_bytes
from newscrawl.config import WARC, Config, names_in, require_writable
from newscrawl.errors import Busy, NotFound, SnapshotError, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.export.export_files import named_together
from newscrawl.page import KeptPage, WarcLocation
from newscrawl.read_kept_page import page_of
from newscrawl.snapshots.moved_files import bring_back, put_away
from newscrawl.snapshots.object_store import ObjectStore, store_of
from newscrawl.snapshots.verify import VerifyReport, problem_of, verify_file, warc_files
from newscrawl.snapshots.warc_reader import raw_records


@click.group()
def snapshots() -> None:
    """Verify, export and move the pages that are kept as WARC files."""


@snapshots.command()
@outlet_option("Only snapshots of this outlet.")
@json_option
def verify(outlet: str | None, is_json: bool) -> int:
    """Read and unpack every kept page, and compare it with the archive's record of it.

    Ends with 1 if a page cannot be read back as it was kept, or a file is damaged in the middle. A
    torn end of a file, and records that no row refers to, are only counted: crawls that were killed
    or are still running leave them.
    """
    config = Config.from_env()
    with reading(config, say) as session:
        require_outlet(session, outlet)
        report = _verify_all(session, config.home, outlet)
    if is_json:
        print_json({"readable": report.snapshots - len(report.problems), **asdict(report)})
    else:
        _print_report(report)
    return ExitCode.FAULT if report.problems or report.damaged else ExitCode.COMPLETE


def _verify_all(session: Session, home: Path, outlet: str | None) -> VerifyReport:
    report = VerifyReport()
    # Before the rows: what is written meanwhile would look as if nobody named it.
    unclaimed = set(warc_files(home, outlet))
    store = store_of(home)
    put_away = set(store.files(outlet)) if store else set()
    for file, rows in snapshots_by_file(session, outlet):
        unclaimed.discard(file)
        if store and rows[0].kept.is_ours and file not in put_away:
            report.waiting[file] = len(rows)
        verify_file(home, file, rows, report)
    for file in sorted(unclaimed):
        verify_file(home, file, (), report)
    known = {problem.snapshot_id for problem in report.problems}
    for row in revisits_of(session, sorted(known)):
        if row.id not in known:
            what = f"its bytes are those of snapshot {row.kept.same_as}, which are not readable"
            report.problems.append(problem_of(row, what))
    return report


def _print_report(report: VerifyReport) -> None:
    for one in report.problems:
        where = f"{one.file} at {one.offset}"
        print_text(f"snapshot {one.snapshot_id}: {one.what}: {where} {one.url}", "red")
    for name, stretches in (("damaged", report.damaged), ("torn", report.torn)):
        for part in stretches:
            print_text(f"{name}: {part.length} bytes: {part.file} at {part.offset}", "yellow")
    readable = report.snapshots - len(report.problems)
    print_text(
        f"{readable} of {report.snapshots} snapshots are readable; {report.files} files, "
        f"{report.records} records, {report.unnamed} of them without a row"
    )
    if report.waiting:
        print_text(
            f"{sum(report.waiting.values())} of them are not uploaded yet, in {len(report.waiting)}"
            " files; their names tell the machines"
        )
    if report.undecoded:
        print_text(
            f"{report.undecoded} cannot be decoded, although their bytes are as they were sent"
        )


@snapshots.command()
@click.argument("article")
@click.option(
    "--revision", type=int, metavar="N", help="The page of revision N. Default: the latest."
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to this file.")
@click.option("--force", "is_forced", is_flag=True, help="Replace FILE.")
@click.option("--warc", is_flag=True, help="Write WARC records, including the page's parts.")
def export(
    article: str, revision: int | None, output: Path | None, is_forced: bool, warc: bool
) -> None:
    """Write the page that an article was read from, byte for byte.

    ARTICLE is its number in the archive or any of its URLs.
    """
    if warc and output is None and sys.stdout.isatty():
        raise UsageError("--warc writes binary data: name a file with -o FILE")
    require_article(article)
    config = Config.from_env()
    names_in(config.home / WARC)
    with reading(config, say) as session:
        content = exported(session, config.home, article, revision, warc)
    if output is None:
        with stdout_bytes() as file:
            file.write(content)
    else:
        with named_together([output], is_forced) as [file]:
            file.write(content)


def exported(
    session: Session, home: Path, article: str, revision: int | None, is_warc: bool
) -> bytes:
    """The body of a page as a browser would read it, or its records; raises ``NotFound``."""
    found = find_article(session, article)
    shown = read_stored(session, found, revision).shown
    rows = rows_of(session, shown.revision_id)
    if not rows:
        raise NotFound(f"no page was kept of revision {shown.number} of this article")
    if is_warc:
        return b"".join(raw_records(home, kept) for row in rows for kept in _records(session, row))
    return page_of(home, kept_snapshot(session, rows[0].id)).html


def _records(session: Session, row: KeptPage) -> list[WarcLocation]:
    """The record with the bytes, then the revisit record where the row's own is one."""
    page = kept_snapshot(session, row.id)
    return [page.kept, *([row.kept] if row.kept.same_as is not None else [])]


@snapshots.command()
@click.option("--back", "is_back", is_flag=True, help="Move them back into NEWSCRAWL_HOME.")
@outlet_option("Only files of this outlet.")
@click.option(
    "--keep-local", "--keep", "keeps", is_flag=True, help="Keep the files at the old place, too."
)
def move(is_back: bool, outlet: str | None, keeps: bool) -> int:
    """Move kept pages to the object storage named by NEWSCRAWL_SNAPSHOTS, or back.

    A file is deleted from the old place only after all its bytes were read back, unchanged, at the
    new one. If interrupted, run it again to continue. Outlets that are being crawled are skipped,
    which counts as 75.
    """
    config = Config.from_env()
    store = store_of(config.home)
    if store is None:
        raise UsageError("there is nowhere to move them: set NEWSCRAWL_SNAPSHOTS")
    require_writable(config.home)
    work = bring_back if is_back else put_away
    keeps = keeps or (config.keep_local and not is_back)
    code, files, size = ExitCode.COMPLETE, 0, 0
    with writing(config, say) as sessions:
        names = _outlets(config, store, is_back, outlet)
        if outlet is not None and not names:
            # What has files is one, whatever the archive says.
            with sessions() as session:
                require_outlet(session, outlet)
        for name in names:
            try:
                with OutletLock(address(sessions), name):
                    for moved in work(config.home, store, name, keeps):
                        files, size = files + 1, size + moved.bytes
            except Busy:
                say(f"newscrawl: {name} is being crawled, or moved by another process: skipped")
                code = code or ExitCode.BUSY
            except SnapshotError as error:
                say(f"newscrawl: {error}")
                code = ExitCode.FAULT
    place = config.home if is_back else store.address
    print_text(f"{files} files, {size / 1e6:,.1f} MB moved to {place}")
    return code


def _outlets(config: Config, store: ObjectStore, is_back: bool, wanted: str | None) -> list[str]:
    """Those that have files at the place that is to be emptied."""
    files = store.files(wanted) if is_back else warc_files(config.home, wanted)
    return sorted({file.split("/")[1] for file in files})
