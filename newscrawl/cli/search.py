"""``newscrawl search``: articles by their words."""

from dataclasses import asdict
from typing import Any

import click

from newscrawl.archive.database.sessions import reading
from newscrawl.archive.queries.article_search import Hit, Search, count
from newscrawl.archive.queries.article_search import search as find
from newscrawl.archive.queries.unanswerable import common_in, require_answerable
from newscrawl.cli.options import json_option, selecting
from newscrawl.cli.output import (
    minute,
    one_line,
    print_json,
    print_matches,
    print_rows,
    print_text,
    say,
)
from newscrawl.config import Config
from newscrawl.errors import UsageError
from newscrawl.selection import Selection

_MOST = click.IntRange(1, 1000)


@click.command()
@click.argument("query", required=False)
@selecting
@click.option(
    "--order",
    "order_by",
    type=click.Choice(["rank", "newest"]),
    default="rank",
    help="Best matches first, or newest first.",
)
@click.option("--sample", type=_MOST, metavar="N", help="N random articles out of all matches.")
@click.option("--seed", type=int, metavar="S", help="The same seed gives the same sample.")
@click.option(
    "--count-by",
    type=click.Choice(["month", "outlet", "author"]),
    help="Print counts instead of articles.",
)
@click.option(
    "--limit",
    type=_MOST,
    default=10,
    metavar="N",
    show_default=True,
    help="Print at most N articles.",
)
@json_option
def search(
    *,
    selection: Selection,
    sample: int | None,
    seed: int | None,
    count_by: str | None,
    is_json: bool,
    **order: Any,
) -> None:
    """Search the articles, best matches first.

    All words of QUERY must occur, in any of their forms, by the grammar of each article's language.
    Use "quotes" for a phrase, OR for either word, and -word to exclude one. Only the current text
    of each article is searched, not earlier revisions. Without QUERY, the options alone choose.
    """
    if selection.is_all and sample is None and count_by is None:
        raise UsageError("there is nothing to search for: give QUERY, or a filter")
    if seed is not None and sample is None:
        raise UsageError("--seed needs --sample N")
    if count_by is not None and sample is not None:
        raise UsageError("--count-by counts all matches: it cannot be combined with --sample")
    if sample is not None:
        order |= {"order_by": "sample", "limit": sample, "seed": seed or 0}
    with reading(Config.from_env(), say) as session:
        if count_by is not None:
            counts = count(session, selection, count_by)
            if not counts:
                require_answerable(session, selection)
            rows = [{count_by: value, "articles": n} for value, n in counts]
            print_rows(rows, (count_by, "articles"), is_json)
            return
        hits, common = find(session, Search(selection=selection, **order)), list[str]()
        if not hits:
            require_answerable(session, selection)
            common = common_in(session, selection)
    _print_hits(hits, common, is_json)


def _print_hits(hits: list[Hit], common: list[str], is_json: bool) -> None:
    if is_json:
        told = ((hit, " ".join(hit.plain_snippet.split())) for hit in hits)
        print_json([{**asdict(hit), "snippet": snippet} for hit, snippet in told])
        return
    for hit in hits:
        _print(hit)
    if not hits:
        where = f"; the words are too common to be searched in {', '.join(common)}"
        say(f"nothing was found{where if common else ''}")


def _print(hit: Hit) -> None:
    """The headline, where it stands, and the snippet; what matches is bold on a terminal."""
    who = f" {', '.join(hit.authors)}." if hit.authors else ""
    gone = f" Gone since {minute(hit.gone_at)}." if hit.gone_at else ""
    place = f"{minute(hit.date_published)}  {hit.outlet}, article {hit.article_id}.{who}{gone}"
    print_matches([(one_line(hit.headline), True)])
    print_text(f"  {one_line(place)}\n  {one_line(hit.url)}")
    print_matches([("  ", False), *hit.parts, ("\n", False)])
