"""``newscrawl outlets``: what can be crawled, and how the last crawls went."""

from dataclasses import asdict
from typing import Any

import click

from newscrawl.archive.database.sessions import EmptyArchive, reading
from newscrawl.archive.queries.overview import OutletNote, outlet_notes
from newscrawl.cli.output import print_json, print_table, say
from newscrawl.config import Config
from newscrawl.outlets import load_outlets


@click.command()
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def outlets(is_json: bool) -> None:
    """List the outlets, their last crawls and how many articles there are."""
    known = load_outlets()
    notes = _notes()
    for outlet in known.values():
        never = OutletNote(
            name=outlet.name, title=outlet.title, sources=(), last_crawl=None, articles=0
        )
        notes.setdefault(outlet.name, never)
    described = {name: len(outlet.sources) for name, outlet in known.items()}
    ordered = [notes[name] for name in sorted(notes)]
    if is_json:
        print_json([_as_json(note, described.get(note.name)) for note in ordered])
    else:
        columns = "name", "title", "sources", "last crawl", "exit", "new", "articles"
        print_table(columns, [_row(note, described.get(note.name)) for note in ordered])


def _notes() -> dict[str, OutletNote]:
    try:
        with reading(Config.from_env(), say) as session:
            return outlet_notes(session)
    except EmptyArchive as error:
        say(f"newscrawl: {error}")
        return {}


def _as_json(note: OutletNote, described: int | None) -> dict[str, Any]:
    """``described`` is the number of sources in the outlet's file, null where it has none."""
    return {**asdict(note), "described": described}


def _row(note: OutletNote, described: int | None) -> list[object]:
    crawl = note.last_crawl
    silent = sum(1 for source in note.sources if source.complaint or not source.answered_at)
    count = described if described is not None else len(note.sources)
    sources = f"{count} ({silent} silent)" if silent else count
    if crawl is None:
        return [note.name, note.title, sources, "never", None, None, note.articles]
    ended = crawl.exit_code if crawl.finished_at else "running or killed"
    return [note.name, note.title, sources, crawl.started_at, ended, crawl.created, note.articles]
