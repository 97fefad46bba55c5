"""``newscrawl quarantine``: what could not be stored, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

import click

from newscrawl.archive.database.engine import Session, SessionFactory
from newscrawl.archive.database.sessions import reading, writing
from newscrawl.archive.frontier.quarantine_rows import (
    OPEN,
    Quarantined,
    kept_answer,
    named,
    selected,
)
from newscrawl.archive.frontier.quarantine_rows import drop as settle
from newscrawl.archive.queries.unanswerable import require_outlet, require_reason
from newscrawl.cli.options import json_option, outlet_option
from newscrawl.cli.output import Column, print_json, print_rows, print_text, say, stdout_bytes
from newscrawl.cli.retry_quarantined import Retried, Retry, retried
from newscrawl.config import WARC, Config, names_in
from newscrawl.errors import Busy, NotFound, UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.outlets import load_outlets
from newscrawl.read_kept_page import page_of
from newscrawl.screen import Outcome

_ids = click.argument("ids", nargs=-1, type=click.IntRange(1, 2**63 - 1), metavar="[ID]...")
_NOTHING = "nothing is in quarantine"
_COLUMNS: Sequence[Column[Quarantined]] = (
    *("id", "outlet", "reason", "state", ("since", "happened_at")),
    ("kept", lambda row: "yes" if row.snapshot_id else "no"),
    "url",
)
_TRIED = ("id", "outlet", "result", "error", "url")


@click.group()
def quarantine() -> None:
    """Review the pages that could not be stored, and retry them.

    Nothing in quarantine is lost: the page is kept, and its link stays in the ledger. Crawls try it
    again after 1, 2, 4 hours and so on, for two weeks, and when its source reports a change.
    """


@quarantine.command("list")
@outlet_option("Only pages of this outlet.")
@click.option("--reason", metavar="NAME", help="Only pages with this reason, such as no_headline.")
@click.option(
    "--all", "is_all", is_flag=True, help="Also list what is settled, or was visited since."
)
@json_option
def list_rows(outlet: str | None, reason: str | None, is_all: bool, is_json: bool) -> None:
    """List the pages in quarantine, by outlet and reason."""
    with reading(Config.from_env(), say) as session:
        rows = _selected(session, outlet, reason, is_all)
    print_rows(rows, _COLUMNS, is_json, _NOTHING)


def _selected(
    session: Session, outlet: str | None, reason: str | None, is_all: bool = False
) -> list[Quarantined]:
    """The rows of an outlet or reason; raises where nobody knows it: all is not well then."""
    require_outlet(session, outlet)
    if reason is not None:
        require_reason(session, reason)
    return selected(session, outlet=outlet, reason=reason, is_all=is_all)


@quarantine.command()
@click.argument("id_", type=click.IntRange(1, 2**63 - 1), metavar="ID")
@click.option("--html", "is_html", is_flag=True, help="Write the page itself, byte for byte.")
@json_option
def show(id_: int, is_html: bool, is_json: bool) -> None:
    """Show all that is known about a page: its error, link, and where its bytes are."""
    config = Config.from_env()
    with reading(config, say) as session:
        [row] = named(session, [id_])
        kept = kept_answer(session, row)
    if is_html:
        names_in(config.home / WARC)
        if kept is None:
            raise NotFound(f"the page of {id_} was not kept: newscrawl quarantine retry {id_}")
        with stdout_bytes() as file:
            file.write(page_of(config.home, kept.page).html)
        return
    place = kept.page.kept if kept else None
    facts = {
        **asdict(row),
        **{name: getattr(place, name, None) for name in ("file", "offset", "length")},
        "fetched_at": kept.page.fetched_at if kept else None,
    }
    if is_json:
        print_json(facts)
    else:
        for name, value in facts.items():
            print_text(f"{name + ':':12} {'-' if value is None else value}")


@quarantine.command()
@_ids
@outlet_option("All open pages of this outlet.")
@click.option("--reason", metavar="NAME", help="All open pages with this reason.")
@click.option("--all", "is_all", is_flag=True, help="All open pages.")
@click.option("--fetch", "is_fetch", is_flag=True, help="Have the next crawl fetch them again.")
@json_option
def retry(
    ids: tuple[int, ...],
    outlet: str | None,
    reason: str | None,
    is_all: bool,
    is_fetch: bool,
    is_json: bool,
) -> int:
    """Read pages again with today's outlets and rules, and store what is now readable.

    A page that was not kept is fetched again by the next crawl. Ends with 1 if anything stays in
    quarantine, then with today's error.
    """
    if bool(ids) == (outlet is not None or reason is not None or is_all):
        raise UsageError("retry takes IDs, or --outlet, --reason or --all")
    config = Config.from_env()
    names_in(config.home / WARC)
    with writing(config, say) as sessions:
        rows = _open_rows(sessions, ids, outlet, reason)
        done: list[Retried] = []
        for name, group in groupby(sorted(rows, key=lambda row: row.outlet), lambda r: r.outlet):
            done += _retry_outlet(sessions, config, name, list(group), is_fetch)
    print_rows(done, _TRIED, is_json, _NOTHING)
    stays = any(one.result == Outcome.QUARANTINED for one in done)
    return ExitCode.FAULT if stays else ExitCode.COMPLETE


def _retry_outlet(
    sessions: SessionFactory, config: Config, name: str, rows: list[Quarantined], is_fetch: bool
) -> list[Retried]:
    """What trying an outlet's rows came to; one outlet must not keep the others from theirs."""
    outlet = load_outlets().get(name)
    if outlet is None:
        why = "no file describes the outlet any more"
    else:
        try:
            return Retry(sessions=sessions, home=config.home, outlet=outlet).run(rows, is_fetch)
        except Busy as error:
            why = str(error)
    return [retried(row, str(Outcome.QUARANTINED), why) for row in rows]


@quarantine.command()
@_ids
def drop(ids: tuple[int, ...]) -> None:
    """Drop pages that nobody wants: they are no longer listed.

    The row, the page and the link stay, but crawls no longer try the page.
    """
    if not ids:
        raise UsageError("drop takes the IDs that newscrawl quarantine list shows")
    with writing(Config.from_env(), say) as sessions:
        rows = _open_rows(sessions, ids, None, None)
        with sessions.begin() as session:
            for row in rows:
                settle(session, row)
    print_text(f"dropped: {len(rows)}")


def _open_rows(
    sessions: SessionFactory, ids: Sequence[int], outlet: str | None, reason: str | None
) -> list[Quarantined]:
    """What is to be settled; raises ``NotFound`` where it is not there, or not open."""
    with sessions() as session:
        if not ids:
            return _selected(session, outlet, reason)
        rows = named(session, ids)
    for row in rows:
        if row.state != OPEN:
            raise NotFound(f"{row.id} is not open: {row.state}")
    return rows
