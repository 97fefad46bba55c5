"""The pages of outlets: what there is of each, what is missing, and how it is."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from flask import Flask, Response, request

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.database.sessions import Session
from newscrawl.archive.frontier.due_outlets import outlet_turns
from newscrawl.archive.queries.changes_feed import ChangeFilter, deletions, edits
from newscrawl.archive.queries.health_inputs import health_inputs
from newscrawl.archive.queries.outlet_report import archived_outlets, outlet_report
from newscrawl.archive.sanitize import safe_text
from newscrawl.errors import UsageError
from newscrawl.health import findings
from newscrawl.outlets import load_outlets
from newscrawl.web import answers, charts, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive

#: Days that are shown where no others are asked for, and at most.
_DAYS, _MOST_DAYS = 90, 3660
_LATEST = 10
_OUTLETS = ("outlet", "title", "home", "language", "timezone", "articles")
_OUTCOMES = (
    "day listed stored not_stored waiting failed blocked refused quarantined missing gone"
    " not_article offsite duplicate"
).split()


def add(app: Flask, archive: WebArchive) -> None:
    def outlets(form: Form) -> Response:
        parameters.check_names(request.args, ())
        with archive.session() as session:
            rows = archived_outlets(session)
        return answers.told(form, "outlets.html", {"outlets": rows}, rows, _OUTLETS)

    def outlet(name: str, form: Form) -> Response:
        with archive.session() as session:
            facts = _facts(session, safe_text(name))
        return answers.told(
            form,
            "outlet.html",
            facts,
            facts["days"],
            _OUTCOMES,
            stored_chart=_chart(facts, "stored"),
            missing_chart=_chart(facts, "not_stored"),
        )

    answers.route(app, "/outlets", outlets, Form.JSON, Form.CSV)
    answers.route(app, "/outlets/<name>", outlet, Form.JSON, Form.CSV)


def _facts(session: Session, name: str) -> dict[str, Any]:
    since, until = _days(now(session).date())
    report, described = outlet_report(session, name, since, until), load_outlets().get(name)
    latest = ChangeFilter(outlet=name, limit=_LATEST)
    return {
        **asdict(report),
        "since": since,
        "until": until,
        "findings": [asdict(each) for each in findings(health_inputs(session, name))],
        "edits": edits(session, latest).rows,
        "deletions": deletions(session, latest).rows,
        "turn": outlet_turns(session, [described])[0] if described else None,
    }


def _days(today: date) -> tuple[date, date]:
    parameters.check_names(request.args, ("since", "until"))
    until = parameters.day(request.args, "until") or today
    since = parameters.day(request.args, "since")
    if since is None:
        since = date.fromordinal(max(until.toordinal() - _DAYS + 1, 1))
    if not timedelta(0) <= until - since <= timedelta(days=_MOST_DAYS):
        raise UsageError(f"since: {since} is not before {until}, or more than ten years before")
    return since, until


def _chart(facts: dict[str, Any], column: str) -> charts.Chart | None:
    """All days, also those of which nothing was listed."""
    counts = {row["day"].isoformat(): row[column] for row in facts["days"]}
    if not any(counts.values()):
        return None
    begin, length = facts["since"], (facts["until"] - facts["since"]).days + 1
    days = [(begin + timedelta(days=at)).isoformat() for at in range(length)]
    return charts.bars(days, counts)
