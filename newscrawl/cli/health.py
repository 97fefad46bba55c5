"""``newscrawl health``: which outlets need a look, and why."""

import socket
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.database.sessions import Session, reading, writing
from newscrawl.archive.queries.health_inputs import health_inputs, keep_told, outlets_to_judge, told
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.cli.options import NAMED, json_option
from newscrawl.cli.output import one_line, print_rows, print_text, say
from newscrawl.config import Config
from newscrawl.errors import ConfigError, NotFound
from newscrawl.exit_code import ExitCode, with_findings
from newscrawl.health import Finding, findings
from newscrawl.health.new_findings import News, news_of
from newscrawl.notify import notify, require_address

#: What is found where a site changed its templates.
_OF_TEMPLATES = frozenset({"field", "date_source", "layout", "same", "length", "coverage"})
_COLUMNS = ("outlet", "check", ("what", "text"))


@click.command()
@click.argument("outlet", required=False, type=NAMED)
@click.option(
    "--notify", "is_notifying", is_flag=True, help="Send what is new to NEWSCRAWL_NOTIFY."
)
@json_option
def health(outlet: str | None, is_notifying: bool, is_json: bool) -> int:
    """Say which outlets need a look, and why.

    The latest crawls of each outlet, or of OUTLET, are compared with the four weeks before, or with
    fixed limits where there are no earlier crawls. Ends with 6 if an outlet needs a look.
    """
    config = Config.from_env().writer if is_notifying else Config.from_env()
    if is_notifying:
        if not config.notify:
            raise ConfigError("--notify needs NEWSCRAWL_NOTIFY: a mailto: address or a webhook URL")
        require_address(config.notify, config.smtp, config.mail_from)
    with reading(config, say) as session:
        names = _judged(session, outlet)
        found = {name: findings(health_inputs(session, name)) for name in names}
        news = _news(session, found) if is_notifying else {}
    _print(found, is_json)
    if is_notifying:
        _notify(config, news)
    return with_findings(ExitCode.COMPLETE, any(found.values()))


def _news(session: Session, found: dict[str, list[Finding]]) -> dict[str, News]:
    """What nobody was told of so far."""
    moment = now(session)
    return {name: news_of(found[name], told(session, name), moment) for name in sorted(found)}


def _judged(session: Session, outlet: str | None) -> list[str]:
    """The outlets to judge; raises ``NotFound`` where there is nothing to judge them by."""
    if outlet:
        require_outlet(session, outlet)
    names = sorted(name for name in outlets_to_judge(session) if outlet in (None, name))
    if not names:
        raise NotFound(f"no crawl{f' of {outlet}' if outlet else ''} has ended yet")
    return names


def _print(found: dict[str, list[Finding]], is_json: bool) -> None:
    rows = [{"outlet": name, **asdict(each)} for name in found for each in found[name]]
    print_rows(rows, _COLUMNS, is_json, "nothing needs a look")
    for line in () if is_json else remedies(found):
        print_text(line)


def remedies(found: Mapping[str, Sequence[Finding]]) -> list[str]:
    """The commands that may mend what is found."""
    changed = [name for name in found if any(each.check in _OF_TEMPLATES for each in found[name])]
    told = "if its pages changed, newscrawl outlets repair"
    return [f"{name}: {told} {name} proposes how they are read now" for name in changed]


def _notify(config: Config, news: dict[str, News]) -> None:
    """Tell what is new; it counts as told only once somebody took it."""
    fresh = {name: each for name, each in news.items() if each.findings or each.is_well_again}
    if fresh and config.notify:
        notify(config.notify, config.smtp, _sender(config), _subject(fresh), _told(fresh))
    with writing(config, say) as sessions, sessions.begin() as session:
        for name, each in news.items():
            keep_told(session, name, each.told)


def _subject(news: dict[str, News]) -> str:
    ill = [name for name, each in news.items() if each.findings]
    if not ill:
        return f"newscrawl: {', '.join(news)}: all well again"
    return f"newscrawl: {', '.join(ill)} need{'s' * (len(ill) == 1)} a look"


def _told(news: dict[str, News]) -> dict[str, Any]:
    findings = [
        {"outlet": name, **asdict(each)} for name, about in news.items() for each in about.findings
    ]
    well = [name for name, about in news.items() if about.is_well_again]
    lines = [one_line(f"{row['outlet']}: {row['check']}: {row['text']}") for row in findings]
    lines += remedies({name: about.findings for name, about in news.items()})
    lines += [f"{name}: all well again" for name in well]
    return {"lines": lines, "findings": findings, "well_again": well}


def _sender(config: Config) -> str:
    contact = (config.contact or "").removeprefix("mailto:")
    is_address = "@" in contact and "://" not in contact
    return config.mail_from or (contact if is_address else f"newscrawl@{socket.getfqdn()}")
