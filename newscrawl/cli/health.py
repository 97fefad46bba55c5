"""``newscrawl health``: which outlets need a look, and why."""

from dataclasses import asdict

import click

from newscrawl.archive.overview import is_crawled
from newscrawl.archive.reading import reading
from newscrawl.archive.vitals import crawled_outlets, vitals
from newscrawl.cli.db import say
from newscrawl.cli.output import print_json, print_table
from newscrawl.config import Config
from newscrawl.crawl.exit_code import ExitCode
from newscrawl.health import findings
from newscrawl.outlets import load_outlet


@click.command()
@click.argument("outlet", required=False)
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def health(outlet: str | None, is_json: bool) -> int:
    """Say which outlets need a look, and why.

    The last day of crawls of each outlet, or of OUTLET, is held against its four weeks before.
    Ends with 6 where one needs a look.
    """
    with reading(Config.from_env(), say) as session:
        if outlet and not is_crawled(session, outlet):
            load_outlet(outlet)
        found = [
            {"outlet": name, **asdict(finding)}
            for name in ([outlet] if outlet else crawled_outlets(session))
            for finding in findings(vitals(session, name))
        ]
    if is_json:
        print_json(found)
    elif found:
        print_table(("outlet", "check", "what"), [list(row.values()) for row in found])
    else:
        click.echo("nothing needs a look")
    return ExitCode.UNHEALTHY if found else ExitCode.COMPLETE
