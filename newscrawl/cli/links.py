"""``newscrawl links``: the ledger of an outlet."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import click

from newscrawl.archive.database.sessions import reading
from newscrawl.archive.queries.outlet_ledger import Due, Outcomes, ledger, links_with
from newscrawl.archive.queries.outlet_report import NotStored, not_stored
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.cli.options import DAY, json_option
from newscrawl.cli.output import (
    Column,
    minute,
    print_json,
    print_rows,
    print_table,
    print_text,
    say,
)
from newscrawl.config import Config
from newscrawl.screen import Outcome
from newscrawl.selection import require_order


@click.command()
@click.argument("outlet")
@click.option(
    "--outcome",
    type=click.Choice([str(each) for each in Outcome]),
    metavar="NAME",
    help="List the links with this outcome.",
)
@click.option(
    "--missing", is_flag=True, help="List links that should be articles but are not stored."
)
@click.option("--since", type=DAY, metavar="DATE", help="With --missing: on or after this day.")
@click.option("--until", type=DAY, metavar="DATE", help="With --missing: on or before this day.")
@json_option
def links(
    outlet: str,
    outcome: str | None,
    missing: bool,
    since: date | None,
    until: date | None,
    is_json: bool,
) -> None:
    """Account for every link that OUTLET ever listed.

    Each link has exactly one outcome. Those whose outcome is not final are visited again when due.
    """
    if (since or until) and not missing:
        raise click.UsageError("--since and --until go with --missing")
    if missing and outcome:
        raise click.UsageError("--missing and --outcome cannot be combined")
    require_order(since, until)
    with reading(Config.from_env(), say) as session:
        require_outlet(session, outlet)
        if missing:
            found = list(not_stored(session, outlet, since, until))
            print_rows(found, _MISSING_COLUMNS, is_json, facts=_missing_facts)
            return
        if outcome:
            rows = list(links_with(session, outlet, outcome))
            print_rows(rows, _LINK_COLUMNS, is_json)
            return
        ended, plan = ledger(session, outlet)
    total = sum(row.links for row in ended)
    if is_json:
        facts = [asdict(row) for row in ended]
        print_json({"outlet": outlet, "total": total, "outcomes": facts, "due": asdict(plan)})
    else:
        _print_ledger(ended, total, plan)


def _print_ledger(ended: list[Outcomes], total: int, plan: Due) -> None:
    rows = [(row.outcome, row.reason, row.links) for row in ended]
    print_table(("outcome", "reason", "links"), [*rows, ("total", None, total)])
    print_text(
        f"due: {plan.now} now, {plan.within_a_day} within a day, {plan.later} later, "
        f"{plan.in_a_range} with a range, {plan.final} never again; "
        f"next: {minute(plan.next_visit_at)}"
    )


def _missing_facts(link: NotStored) -> dict[str, object]:
    return {**asdict(link), "by_hand": link.by_hand}


def _next_try(link: NotStored) -> str:
    return f"never by itself: {link.by_hand}" if link.by_hand else minute(link.next_visit_at)


_MISSING_COLUMNS: Sequence[Column[NotStored]] = (
    *("day", "url"),
    ("listed in", lambda link: ", ".join(link.listed_in)),
    *("outcome", "reason"),
    ("next try", _next_try),
)
_LINK_COLUMNS = ("url", "reason", "last_result", "attempts", "visited_at", "next_visit_at")
