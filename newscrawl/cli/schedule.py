"""``newscrawl schedule``: lines for cron and units for systemd, and into the crontab with them."""

import os
from dataclasses import fields

import click

from newscrawl.archive.database.sessions import EmptyArchive, reading
from newscrawl.archive.frontier.due_outlets import crawled_outlets
from newscrawl.cli.cron_and_systemd import Plan, crontab_lines, units, worker_unit
from newscrawl.cli.crontab import install
from newscrawl.cli.output import print_exactly, say
from newscrawl.cli.own_process import own_command
from newscrawl.config import Config, storage_file, storage_variables
from newscrawl.errors import ConfigError, UsageError
from newscrawl.notify import require_address
from newscrawl.outlets import load_outlet, load_outlets

_ADVICE = """\
# To get errors by mail, name somebody above these lines:
# MAILTO=desk@example.org"""


@click.command()
@click.argument("outlets", nargs=-1, metavar="[OUTLET]...")
@click.option(
    "--each", "is_each", is_flag=True, help="Crawl each outlet every hour, by a line of its own."
)
@click.option(
    "--systemd", "is_systemd", is_flag=True, help="Print units for systemd, not lines for cron."
)
@click.option(
    "--workers",
    "is_working",
    is_flag=True,
    help="Print a systemd unit for a worker instead.",
)
@click.option("--install", "is_install", is_flag=True, help="Add the lines to your crontab.")
@click.option("--remove", "is_remove", is_flag=True, help="Remove the lines from your crontab.")
def schedule(
    outlets: tuple[str, ...],
    is_each: bool,
    is_systemd: bool,
    is_working: bool,
    is_install: bool,
    is_remove: bool,
) -> None:
    """Print what runs newscrawl regularly: lines for cron, or units for systemd.

    The cron line runs newscrawl crawl-due every 15 minutes, for OUTLETs or for all outlets that
    have been crawled before. With --each, every outlet has its own hourly line, at a minute derived
    from its name. Where NEWSCRAWL_NOTIFY is set, another line sends notifications about outlets
    that need a look. With --workers, a worker does all this, on each machine that runs the unit.
    """
    if is_install + is_remove + is_systemd + is_working > 1:
        raise UsageError("give only one of --install, --remove, --systemd and --workers")
    if is_working and (outlets or is_each):
        raise UsageError(
            "--workers takes neither outlets nor --each: it crawls all that were crawled before"
        )
    config = Config.from_env()
    if is_remove:
        if outlets or is_each:
            raise UsageError(
                "--remove takes neither outlets nor --each: it removes all lines of this home"
            )
        install(config.home, ())
        return
    if any(mark in str(config.home) for mark in "\r\n"):
        raise UsageError("NEWSCRAWL_HOME contains a line break, which a crontab cannot hold")
    if config.notify:
        require_address(config.notify, config.smtp, config.mail_from)
    names = tuple(dict.fromkeys(load_outlet(name).name for name in outlets))
    if is_each and not names:
        names = _crawled(config)
    plan = Plan(
        command=tuple(own_command()),
        home=config.home,
        outlets=names,
        is_each=is_each,
        is_telling=config.notify is not None,
    )
    if unsaid := _said_in_this_shell_alone(config):
        who = "systemd" if is_working or is_systemd else "cron"
        remedy = (
            f"{who} will not know {' and '.join(unsaid)}, set in this shell alone: "
            f"write it to {config.home / '.env'}"
        )
        if is_install:
            raise ConfigError(remedy)
        say(f"newscrawl: {remedy}")
    if is_working or is_systemd:
        for name, text in [worker_unit(plan)] if is_working else units(plan):
            print_exactly(f"# ~/.config/systemd/user/{name}\n{text}")
    else:
        _print_or_install(plan, is_install)


def _print_or_install(plan: Plan, is_install: bool) -> None:
    lines = crontab_lines(plan)
    if is_install:
        install(plan.home, lines)
        say(f"lines of newscrawl in your crontab: {len(lines)}; MAILTO= above them gets errors")
    else:
        print_exactly("\n".join([_ADVICE, *lines]))


def _crawled(config: Config) -> tuple[str, ...]:
    described = load_outlets()
    with reading(config, say) as session:
        names = tuple(name for name in crawled_outlets(session) if name in described)
    if not names:
        raise EmptyArchive
    return names


def _said_in_this_shell_alone(config: Config) -> list[str]:
    """What cron would not know: variables that are not in the home's ``.env``."""
    there = Config.from_env({"NEWSCRAWL_HOME": str(config.home)})
    # All but the home, which the lines name.
    names = (each.name for each in fields(Config) if each.name != "home")
    ours = [
        f"NEWSCRAWL_{name.upper()}"
        for name in names
        if getattr(config, name) != getattr(there, name)
    ]
    known = storage_file(config.home)
    theirs = storage_variables(os.environ) if config.snapshots else {}
    return ours + sorted(name for name, value in theirs.items() if known.get(name) != value)
