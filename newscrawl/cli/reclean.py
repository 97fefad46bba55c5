"""``newscrawl reclean``: apply today's rules to what is stored."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date

import click

from newscrawl.archive.database.engine import SessionFactory
from newscrawl.archive.database.sessions import writing
from newscrawl.archive.learning.learn_outlet import outlet_rules
from newscrawl.archive.queries.outlet_ledger import outlet_notes
from newscrawl.archive.revisions.recleaning import CleaningScope, Recleaned, rules_that_took
from newscrawl.archive.revisions.recleaning import reclean as reclean_archive
from newscrawl.cli.options import all_json_option, compare_option, outlet_option, since_option
from newscrawl.cli.output import print_json, print_text, say
from newscrawl.config import Config
from newscrawl.did_you_mean import unknown
from newscrawl.errors import UsageError
from newscrawl.outlets import load_outlet, load_outlets

#: Articles whose difference is printed, and characters of each block.
_SAMPLE = 10
_WIDTH = 160


@click.command()
@outlet_option("Only articles of this outlet.")
@since_option
@click.option(
    "--rule", metavar="NAME", help="Only articles where this rule removes or removed something."
)
@compare_option
@all_json_option
def reclean(
    outlet: str | None, since: date | None, rule: str | None, dry_run: bool, is_json: bool
) -> None:
    """Clean stored articles with today's rules.

    It works on the stored text, without the pages, and creates no revisions, since the outlet
    changed nothing. If interrupted, run it again to continue.
    """
    with writing(Config.from_env(), say, dry_run=dry_run) as sessions:
        changes = _changes(sessions, outlet, since, rule, dry_run)
        if is_json:
            print_json([asdict(change) for change in changes])
        else:
            _print(changes, dry_run)


def _changes(
    sessions: SessionFactory, outlet: str | None, since: date | None, rule: str | None, dry: bool
) -> Iterator[Recleaned]:
    """The articles that change, outlet by outlet."""
    known = load_outlets()
    with sessions() as session:
        names = [load_outlet(outlet).name] if outlet else list(outlet_notes(session))
    rules = {name: outlet_rules(sessions, known[name]) for name in names if name in known}
    if rule is not None:
        _require_rule(sessions, rule, {each.name for applied in rules.values() for each in applied})
    for name, applied in rules.items():
        scope = CleaningScope(outlet=name, since=since, rule=rule)
        yield from reclean_archive(sessions, scope, applied, dry)


def _require_rule(sessions: SessionFactory, rule: str, today: set[str]) -> None:
    """Raise ``UsageError`` for a rule that takes nothing today and never did."""
    if rule in today:
        return
    with sessions() as session:
        past = rules_that_took(session)
    if rule not in past:
        raise UsageError(unknown("rule", rule, today | past))


def _print(changes: Iterable[Recleaned], dry_run: bool) -> None:
    """A sample of the articles, what each rule takes and gives back, and how many there are."""
    articles, sample = set[int](), list[Recleaned]()
    taken, returned = Counter[str](), Counter[str]()
    for change in changes:
        articles.add(change.article_id)
        taken.update(removal.rule for removal in change.taken)
        returned.update(removal.rule for removal in change.returned)
        sample += [change] if len(sample) < _SAMPLE else []
    for change in sample:
        print_text(f"{change.article_id}  {change.headline}")
        for removal in change.taken:
            print_text(f"  - [{removal.rule}] {removal.block.text[:_WIDTH]}", "red")
        for removal in change.returned:
            print_text(f"  + [{removal.rule}] {removal.block.text[:_WIDTH]}", "green")
    for what, rules in (("takes", taken), ("gives back", returned)):
        for rule, blocks in sorted(rules.items()):
            print_text(f"{rule} {what} {blocks} blocks")
    print_text(f"{len(articles)} articles {'would change' if dry_run else 'changed'}")
