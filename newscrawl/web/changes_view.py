"""The pages of edits and of deletions, with feeds of both."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from flask import Flask, Response, render_template, request

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.queries.changes_feed import ChangeFilter, ChangePage, deletions, edits
from newscrawl.archive.queries.query_values import PageEnd
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.errors import UsageError
from newscrawl.web import answers, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive

_NAMES = ("outlet", "since", "until", "limit", "after")
_LIMIT, _MOST, _MOST_ROWS = 50, 200, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One of the two lists."""

    name: str
    read: Callable[[Session, ChangeFilter, PageEnd | None], ChangePage]
    #: Questions of yes and no that it alone knows.
    truths: tuple[str, ...]
    columns: tuple[str, ...]


_KINDS = (
    _Kind(
        name="edits",
        read=edits,
        truths=("silent", "headline"),
        columns=tuple(
            "article_id revision_id previous_revision_id outlet url headline fetched_at is_silent"
            " headline_before headline_after authors_changed date_published_changed"
            " paragraphs_added paragraphs_removed paragraphs_changed words_added numbers_changed"
            " quotes_removed correction".split()
        ),
    ),
    _Kind(
        name="deletions",
        read=deletions,
        truths=("back",),
        columns=tuple(
            "article_id outlet url headline first_seen_at missing_since gone_at evidence"
            " back_at".split()
        ),
    ),
)


def add(app: Flask, archive: WebArchive) -> None:
    for kind in _KINDS:
        view = _view(archive, kind)
        answers.route(app, f"/{kind.name}", view, Form.JSON, Form.CSV, Form.RSS)


def _view(archive: WebArchive, kind: _Kind) -> Callable[[Form], Response]:
    def view(form: Form) -> Response:
        given = request.args
        parameters.check_names(given, (*_NAMES, *kind.truths))
        most = _MOST if form in (Form.HTML, Form.RSS) else _MOST_ROWS
        wanted = _wanted(given, kind, most)
        with archive.session() as session:
            require_outlet(session, wanted.outlet)
            found = kind.read(session, wanted, _after(given))
        following = answers.following(form, after=found.next and parameters.written(found.next))
        if form is Form.RSS:
            feed = render_template(f"{kind.name}.rss", rows=found.rows, root=request.root_url)
            return answers.going_on(Response(feed, mimetype="application/rss+xml"), following)
        return answers.told(
            form,
            f"{kind.name}.html",
            {"query": asdict(wanted), kind.name: found.rows, "next": following},
            found.rows,
            kind.columns,
            forms=(Form.JSON, Form.CSV, Form.RSS),
            wanted=wanted,
        )

    return view


def _wanted(given: Mapping[str, str], kind: _Kind, most: int) -> ChangeFilter:
    return ChangeFilter(
        outlet=parameters.word(given, "outlet"),
        since=parameters.day(given, "since"),
        until=parameters.day(given, "until"),
        limit=parameters.number(given, "limit", 1, most) or _LIMIT,
        **{name: parameters.truth(given, name) for name in kind.truths},
    )


def _after(given: Mapping[str, str]) -> PageEnd | None:
    place = parameters.place_after(given)
    if place is not None and place.moment is None:
        raise UsageError("after: this value is from a search, not from this list")
    return place
