"""``newscrawl rules``: the boilerplate that the archive learned."""

from collections.abc import Sequence
from dataclasses import asdict

import click

from newscrawl.archive.database.sessions import reading, writing
from newscrawl.archive.learning.learn_outlet import decide_and_apply, learn_and_apply
from newscrawl.archive.learning.rule_rows import (
    ACCEPTED,
    PROPOSED,
    REFUSED,
    RuleNote,
    examples,
    note_of,
    notes,
)
from newscrawl.archive.queries.outlet_ledger import outlet_notes
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.boilerplate.learning.propose_rules import LEARNED
from newscrawl.cli.options import NAMED, json_option, outlet_option
from newscrawl.cli.output import Column, print_json, print_rows, print_text, say
from newscrawl.config import Config
from newscrawl.outlets import load_outlet, load_outlets

_COLUMNS: Sequence[Column[RuleNote]] = (
    *("outlet", ("rule", "name"), "state", ("by", "decided_by")),
    ("articles", lambda note: note.evidence["articles"]),
    ("share", lambda note: f"{note.evidence['share']:.0%}"),
    ("first", lambda note: note.evidence["first"]),
    ("last", lambda note: note.evidence["last"]),
    ("asks", lambda note: "yes" if note.evidence["asks"] else "no"),
)


@click.group()
def rules() -> None:
    """Review the boilerplate rules that the archive has learned."""


@rules.command("list")
@outlet_option("Only rules of this outlet.")
@click.option(
    "--state", type=click.Choice([PROPOSED, ACCEPTED, REFUSED]), help="Only rules in this state."
)
@click.option("--lines", is_flag=True, help="Print them as lines for an outlet file.")
@json_option
def list_rules(outlet: str | None, state: str | None, lines: bool, is_json: bool) -> None:
    """List learned rules with their evidence; proposed ones await your decision."""
    if lines and state is None:
        state = ACCEPTED
    with reading(Config.from_env(), say) as session:
        require_outlet(session, outlet)
        found = notes(session, outlet, state)
    if lines and not is_json:
        for note in found:
            print_text(line_of(note))
    else:
        print_rows(found, _COLUMNS, is_json)


@rules.command()
@click.argument("outlet")
@click.argument("rule")
@json_option
def show(outlet: str, rule: str, is_json: bool) -> None:
    """Show a learned rule of OUTLET: its wordings, evidence and sample articles."""
    with reading(Config.from_env(), say) as session:
        require_outlet(session, outlet)
        note = note_of(session, outlet, rule)
        articles = examples(session, note)
    if is_json:
        print_json({**asdict(note), "articles": articles})
        return
    print_text(f"{note.name}  {note.state}" + (f" by {note.decided_by}" if note.decided_by else ""))
    for wording in note.wordings:
        print_text(f"  | {wording}")
    for name, value in note.evidence.items():
        if name != "examples":
            print_text(f"{name:<10} {value}")
    for article in articles:
        print_text(f"{'article':<10} {article['article_id']}  {article['url']}")


@rules.command()
@click.argument("outlet")
@click.argument("rule")
def accept(outlet: str, rule: str) -> None:
    """Accept a rule: what it matches is removed from stored and future articles."""
    _decide(outlet, rule, ACCEPTED)


@rules.command()
@click.argument("outlet")
@click.argument("rule")
def refuse(outlet: str, rule: str) -> None:
    """Refuse a rule for good: what it removed is put back in place."""
    _decide(outlet, rule, REFUSED)


@rules.command()
@click.argument("outlet", required=False, type=NAMED)
def learn(outlet: str | None) -> None:
    """Look for repeated text in OUTLET, or in all outlets, as every crawl does at its end."""
    with writing(Config.from_env(), say) as sessions:
        with sessions() as session:
            crawled = list(outlet_notes(session))
        known = load_outlets()
        for name in [load_outlet(outlet).name] if outlet else crawled:
            if name in known:
                applied = learn_and_apply(sessions, known[name])
                learned = applied.learned
                print_text(
                    f"{name}: {len(learned.accepted)} accepted, {len(learned.proposed)} proposed, "
                    f"{len(learned.withdrawn)} withdrawn; {applied.recleaned} articles changed"
                )


def line_of(note: RuleNote) -> str:
    """The rule as a line of an outlet's file, where it is no learned one any more."""
    wordings = "".join(f"{wording!r}, " for wording in note.wordings).rstrip()
    return f'Repeated("{note.name.removeprefix(LEARNED)}", ({wordings})),'


def _decide(outlet: str, rule: str, state: str) -> None:
    with writing(Config.from_env(), say) as sessions:
        changed = decide_and_apply(sessions, outlet, rule, state)
    print_text(f"{rule} is {state}; {changed} articles changed")
