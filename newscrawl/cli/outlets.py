"""``newscrawl outlets``: what can be crawled, how the last crawls went, and what files say."""

from dataclasses import asdict

import click

from newscrawl.archive.database.sessions import EmptyArchive, reading
from newscrawl.archive.queries.outlet_ledger import OutletNote, outlet_notes
from newscrawl.cli.options import json_option
from newscrawl.cli.outlet_add import add
from newscrawl.cli.outlet_cases import test
from newscrawl.cli.outlet_check import check
from newscrawl.cli.outlet_import import import_ftr
from newscrawl.cli.outlet_repair import repair
from newscrawl.cli.output import print_json, print_table, say
from newscrawl.config import Config
from newscrawl.errors import UsageError
from newscrawl.outlets import broken_outlets, load_outlets, told_of


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def outlets(context: click.Context, is_json: bool) -> None:
    """List the outlets, with their last crawls and numbers of articles.

    These are the outlets of newscrawl, of other packages, and your own: the files in the folders
    that NEWSCRAWL_OUTLETS names, or in NEWSCRAWL_HOME/outlets.
    """
    if context.invoked_subcommand is None:
        _list(is_json)
    elif is_json:
        raise UsageError("--json goes with the list: newscrawl outlets --json")


for _command in (add, check, import_ftr, repair, test):
    outlets.add_command(_command)


def _list(is_json: bool) -> None:
    known, broken = load_outlets(), broken_outlets()
    notes = _notes()
    titles = {name: outlet.title for name, outlet in known.items()}
    for name, title in {**dict(zip(broken, broken, strict=True)), **titles}.items():
        never = OutletNote(name=name, title=title, sources=(), last_crawl=None, articles=0)
        notes.setdefault(name, never)
    described = {name: len(outlet.sources) for name, outlet in known.items()}
    ordered = [notes[name] for name in sorted(notes)]
    if is_json:
        faults = {name: told_of(file) for name, file in broken.items()}
        # Described is the number of sources in the outlet's file, null where it has none.
        told = ((note, {"described": described.get(note.name)}) for note in ordered)
        print_json([{**asdict(note), **own, "fault": faults.get(note.name)} for note, own in told])
    else:
        columns = "name", "title", "sources", "last crawl", "exit", "new", "articles"
        rows = [_row(note, described.get(note.name), note.name in broken) for note in ordered]
        print_table(columns, rows)


def _notes() -> dict[str, OutletNote]:
    try:
        with reading(Config.from_env(), say) as session:
            return outlet_notes(session)
    except EmptyArchive as error:
        say(f"newscrawl: {error}")
        return {}


def _row(note: OutletNote, described: int | None, is_broken: bool) -> list[object]:
    crawl = note.last_crawl
    silent = sum(1 for source in note.sources if source.complaint or not source.answered_at)
    count = described if described is not None else len(note.sources)
    sources = f"{count} ({silent} silent)" if silent else count
    sources = "its file is wrong" if is_broken else sources
    if crawl is None:
        return [note.name, note.title, sources, "never", None, None, note.articles]
    ended = crawl.exit_code if crawl.finished_at else "running or killed"
    return [note.name, note.title, sources, crawl.started_at, ended, crawl.created, note.articles]
