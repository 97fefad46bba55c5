"""What is said where a page cannot be had, and with which status."""

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from newscrawl import errors
from newscrawl.archive.database.sqlstate import DatabaseError, is_too_slow, plain
from newscrawl.web.answers import json


class TooBusy(errors.NewscrawlError):
    """More questions that take long than are answered at a time."""

    def __init__(self) -> None:
        super().__init__("Other searches are under way. This page asks again by itself.")


#: Seconds until a page looks again whether the database is back.
_AGAIN = 5
_SLOW = (
    "This question takes longer than 5 seconds, and was ended. Ask for rarer words, or for fewer"
    " articles: an outlet, or a shorter time."
)
_STATUS: tuple[tuple[type[errors.NewscrawlError], int], ...] = (
    (errors.UsageError, 400),
    (errors.OutletError, 400),
    (errors.NotFound, 404),
    (errors.DatabaseUnavailable, 503),
    (errors.DiskFull, 503),
    (TooBusy, 503),
)
_UNREADABLE = (
    "The kept page cannot be read. newscrawl snapshots verify tells what is wrong with it."
)
_SAID = {404: "There is no such page.", 421: "This server is not asked by that name."}


def add(app: Flask) -> None:
    @app.errorhandler(errors.NewscrawlError)
    def of_ours(error: errors.NewscrawlError) -> Response:
        if isinstance(error, (errors.SnapshotError, errors.ExtractionError)):
            return _failure(500, _UNREADABLE)
        status = next((each for kind, each in _STATUS if isinstance(error, kind)), 500)
        return _failure(status, str(error))

    @app.errorhandler(DatabaseError)
    def of_database(error: DatabaseError) -> Response:
        if is_too_slow(error):
            return _failure(504, _SLOW)
        told = plain(error)
        if told is None:
            raise error
        return _failure(503, str(told))

    @app.errorhandler(HTTPException)
    def of_request(error: HTTPException) -> Response:
        status = error.code or 500
        if status < 400:
            return make_response(error)
        answer = _failure(status, _SAID.get(status, error.description or error.name))
        for name, value in error.get_headers():
            if name not in ("Content-Type", "Content-Length"):
                answer.headers.setdefault(name, value)
        return answer


def _failure(status: int, said: str) -> Response:
    if request.path.endswith(".json"):
        answer = json({"error": said, "status": status})
    elif request.path.endswith(".csv"):
        answer = Response(f"{said}\n", mimetype="text/plain")
    else:
        again = _AGAIN if status == 503 else None
        answer = Response(render_template("failure.html", said=said, status=status, again=again))
    answer.status_code = status
    if status == 503:
        answer.headers["Retry-After"] = str(_AGAIN)
    return answer
