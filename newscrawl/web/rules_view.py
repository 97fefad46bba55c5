"""The page of learned rules: their evidence, the articles they touch, and who decides."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from flask import Flask, Response, abort, redirect, request

from newscrawl.archive.learning.rule_rows import ACCEPTED, PROPOSED, REFUSED, examples, notes
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.web import answers, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import Review, WebArchive

_STATES = (PROPOSED, ACCEPTED, REFUSED)
_DECISIONS = {"accept": ACCEPTED, "refuse": REFUSED}
#: Rules of a page: each has its articles.
_LIMIT = 50
_COLUMNS = (
    "outlet name state decided_by decided_at learned_at articles share first last wordings".split()
)


def add(app: Flask, archive: WebArchive) -> None:
    #: What a form of ours brings back, and no other site can know: new with each start.
    token = secrets.token_urlsafe(24) if archive.review else None

    def rules(form: Form) -> Response:
        parameters.check_names(request.args, ("outlet", "state", "skip"))
        outlet = parameters.word(request.args, "outlet")
        state = parameters.choice(request.args, "state", (*_STATES, "all")) or PROPOSED
        skip = parameters.number(request.args, "skip") or 0
        with archive.session() as session:
            require_outlet(session, outlet)
            found = notes(session, outlet, None if state == "all" else state)
            if form is Form.CSV:
                return answers.rows_csv([_row(asdict(note)) for note in found], _COLUMNS)
            shown = found[skip : skip + _LIMIT]
            rows = [{**asdict(note), "examples": examples(session, note)} for note in shown]
        more = skip + _LIMIT if len(found) > skip + _LIMIT else None
        return answers.told(
            form,
            "rules.html",
            {"rules": rows, "next": answers.following(form, skip=more)},
            skip=skip,
            state=state,
            outlet=outlet,
            states=_STATES,
            token=token,
        )

    answers.route(app, "/rules", rules, Form.JSON, Form.CSV)
    if archive.review is not None and token is not None:
        _add_review(app, archive.review, token)


def _add_review(app: Flask, review: Review, token: str) -> None:
    def decide() -> Any:
        given = request.form
        if not hmac.compare_digest(given.get("token", "").encode(), token.encode()):
            abort(403, "This form is not of this server, or is older than its start.")
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            abort(403, "Another site asked for this.")
        decision = parameters.choice(given, "decision", tuple(_DECISIONS))
        outlet, rule = (parameters.word(given, name) for name in ("outlet", "rule"))
        if not (decision and outlet and rule):
            abort(400, "A decision names an outlet, a rule, and accept or refuse.")
        review(outlet, rule, _DECISIONS[decision])
        return redirect("/rules", 303)

    app.add_url_rule("/rules", "decide", decide, methods=["POST"])


def _row(note: Mapping[str, Any]) -> dict[str, Any]:
    evidence = {name: note["evidence"].get(name) for name in ("articles", "share", "first", "last")}
    return {**note, **evidence}
