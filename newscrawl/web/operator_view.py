"""The operator's page: how crawls ended, what is in quarantine, the ledger, what needs a look."""

from dataclasses import asdict

from flask import Flask, Response, request

from newscrawl.archive.queries.operator_report import operations
from newscrawl.archive.queries.unanswerable import require_outlet
from newscrawl.exit_code import MEANINGS
from newscrawl.web import answers, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive

_NAMES = ("outlet", "troubled", "before", "limit")
_LIMIT, _MOST, _MOST_ROWS = 50, 200, 1000
_CRAWLS = "crawl_id outlet started_at finished_at finish_reason exit_code created revised".split()


def add(app: Flask, archive: WebArchive) -> None:
    def operator(form: Form) -> Response:
        given = request.args
        parameters.check_names(given, _NAMES)
        outlet = parameters.word(given, "outlet")
        is_troubled = parameters.truth(given, "troubled") is True
        most = _MOST if form is Form.HTML else _MOST_ROWS
        limit = parameters.number(given, "limit", 1, most) or _LIMIT
        with archive.session() as session:
            require_outlet(session, outlet)
            before = parameters.number(given, "before", 1)
            found = operations(session, outlet, is_troubled, before, limit)
        return answers.told(
            form,
            "operator.html",
            asdict(found) | {"next": answers.following(form, before=found.next)},
            found.crawls,
            _CRAWLS,
            outlet=outlet,
            is_troubled=is_troubled,
            codes=[(0, "complete"), *((int(code), said) for code, said in MEANINGS.items())],
        )

    answers.route(app, "/operator", operator, Form.JSON, Form.CSV)
