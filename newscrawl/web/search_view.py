"""The page ``/``: articles by their words and by what is known of them."""

import shlex
from calendar import monthrange
from dataclasses import asdict
from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.queries.article_search import Facets, Search, facets, search_page
from newscrawl.selection import Selection
from newscrawl.web import answers, charts, export_view, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive
from newscrawl.web.failures import TooBusy
from newscrawl.web.parameters import CHOOSING, WORDS, selection_in

_ORDERS = ("rank", "newest", "sample")
_NAMES = (*CHOOSING, "order", "seed", "limit", "after")
_LIMIT, _MOST, _MOST_ROWS = 20, 100, 1000
#: Milliseconds after which a page does without its counts.
_COUNTING = 1500
#: Seconds that a search waits for others to end.
_WAIT = 0.5
_COLUMNS = (
    "article_id revision_id outlet url headline authors date_published section language gone_at"
    " rank snippet"
).split()


def add(app: Flask, archive: WebArchive) -> None:
    def search(form: Form) -> Response:
        wanted = _wanted(request.args, form)
        after = parameters.place_after(request.args)

        def counts(session: Session) -> Facets | None:
            return facets(session, wanted.selection, _COUNTING)

        if not archive.searches.acquire(timeout=_WAIT):
            raise TooBusy
        try:
            # Beside the page, on a core of its own: to count takes as long as to find.
            counting = None if form is Form.CSV else archive.beside(counts)
            with archive.session() as session:
                found = search_page(session, wanted, after)
            counted = counting.result() if counting else None
        finally:
            archive.searches.release()
        end = parameters.written(found.next) if found.next else None
        rows = [{**asdict(hit), "snippet": hit.plain_snippet} for hit in found.hits]
        facts = {
            "query": _said(wanted),
            "articles": rows,
            "facets": asdict(counted) if counted else None,
            "next": answers.following(form, after=end),
        }
        dated = [(month, number) for month, number in counted.month if month] if counted else []
        return answers.told(
            form,
            "search.html",
            facts,
            rows,
            _COLUMNS,
            order=request.args.get("order", ""),
            hits=found.hits,
            common=found.common,
            months=dated,
            chart=charts.bars(charts.all_months([month for month, _ in dated]), dict(dated)),
            month_end=_month_end,
            command=_command(wanted.selection),
            exports=export_view.addresses(),
        )

    answers.route(app, "/", search, Form.JSON, Form.CSV)


def _wanted(given: MultiDict[str, str], form: Form) -> Search:
    """What the address asks for, in the one place that says so."""
    parameters.check_names(given, _NAMES)
    most = _MOST if form is Form.HTML else _MOST_ROWS
    selection = selection_in(given)
    usual = "rank" if selection.query else "newest"
    order = parameters.choice(given, "order", _ORDERS) or usual
    return Search(
        selection=selection,
        order_by=order,
        seed=parameters.number(given, "seed") or 0,
        limit=parameters.number(given, "limit", 1, most) or min(_LIMIT, most),
    )


def _said(wanted: Search) -> dict[str, Any]:
    order = {"order_by": wanted.order_by, "seed": wanted.seed, "limit": wanted.limit}
    return {**asdict(wanted.selection), **order}


def _month_end(month: str) -> str:
    year, number = int(month[:-3]), int(month[-2:])
    return f"{month}-{monthrange(year, number)[1]}"


def _command(wanted: Selection) -> str:
    """What writes the same articles to a file, with a manifest by which they are cited."""
    given: dict[str, object] = {"query": wanted.query}
    given |= {name: getattr(wanted, name) for name in (*WORDS, "since", "until")}
    options = [f"--{name} {shlex.quote(str(value))}" for name, value in given.items() if value]
    flags = {"edited": ("--unedited", "--edited"), "gone": ("--not-gone", "--gone")}
    options += [
        flag[value] for name, flag in flags.items() if (value := getattr(wanted, name)) is not None
    ]
    return " ".join(["newscrawl export", *options, "-o articles.parquet"])
