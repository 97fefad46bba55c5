"""``newscrawl search``: articles by their words."""

import re
from dataclasses import asdict
from datetime import date, datetime

import click

from newscrawl.archive.reading import reading
from newscrawl.archive.search import MATCH_END, MATCH_START, Hit, Search
from newscrawl.archive.search import search as find
from newscrawl.cli.db import say
from newscrawl.cli.output import minute, one_line, print_json, printable
from newscrawl.config import Config

#: The codes of a terminal; click drops them in a pipe.
_BOLD = ("\x1b[1m", "\x1b[0m")
_MATCH = re.compile(f"{MATCH_START}(.*?){MATCH_END}")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("query")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet.")
@click.option("--since", type=_DAY, metavar="DATE", help="Published on this day or later (UTC).")
@click.option("--until", type=_DAY, metavar="DATE", help="Published on this day or earlier (UTC).")
@click.option("--author", metavar="NAME", help="By an author whose name contains this.")
@click.option("--section", metavar="NAME", help="In this section of the outlet.")
@click.option("--language", metavar="CODE", help="In this language, such as en or ru.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=10,
    metavar="N",
    show_default=True,
    help="At most so many articles.",
)
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
def search(
    query: str,
    since: datetime | None,
    until: datetime | None,
    is_json: bool,
    **filters: str | int | None,
) -> None:
    """Find articles by their words, the best first.

    QUERY is words that must all be there, in any of their forms, in the language of each article;
    "in quotes" they stand together, OR is one or the other, and -word is without it. What every
    article says now is searched, not its earlier revisions.
    """
    wanted = Search(query=query, since=_day(since), until=_day(until), **filters)  # type: ignore[arg-type]
    with reading(Config.from_env(), say) as session:
        hits = find(session, wanted)
    if is_json:
        print_json([_as_json(hit) for hit in hits])
        return
    for hit in hits:
        _print(hit)
    if not hits:
        say("nothing was found")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _as_json(hit: Hit) -> dict[str, object]:
    return {**asdict(hit), "snippet": _marked(hit.snippet, "[", "]")}


def _print(hit: Hit) -> None:
    """The headline, where it stands, and the snippet; what matches is bold on a terminal."""
    who = f" {', '.join(hit.authors)}." if hit.authors else ""
    gone = f" Gone since {minute(hit.gone_at)}." if hit.gone_at else ""
    place = f"{minute(hit.date_published)}  {hit.outlet}, article {hit.article_id}.{who}{gone}"
    click.secho(one_line(hit.headline), bold=True)
    click.echo(f"  {one_line(place)}\n  {one_line(hit.url)}")
    click.echo(f"  {_marked(hit.snippet, *_BOLD)}\n")


def _marked(snippet: str, start: str, end: str) -> str:
    """The snippet in one line, with these around its matching words."""
    folded = " ".join(snippet.split())
    parts = (printable(part) for part in _MATCH.split(folded))
    return "".join((part, f"{start}{part}{end}")[at % 2] for at, part in enumerate(parts))
