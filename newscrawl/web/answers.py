"""One set of facts as a page, as JSON at the same address, and its rows as CSV."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, render_template, request

from newscrawl.export.csv import table
from newscrawl.printable import printable_json


class Form(StrEnum):
    """How an answer is written; the value is the ending of its address, too."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    RSS = "rss"


def route(app: Flask, address: str, view: Any, *forms: Form) -> None:
    """Answer an address, and with each ending that it has."""
    for form in (Form.HTML, *forms):
        app.add_url_rule(f"{address}{ending(form)}", address, view, defaults={"form": form})


def told(
    form: Form,
    template: str,
    facts: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]] = (),
    columns: Sequence[str] = (),
    *,
    forms: Sequence[Form] = (Form.JSON, Form.CSV),
    **shown: Any,
) -> Response:
    """The facts as JSON or as a page, or some rows of them as CSV.

    Where their list goes on is ``next`` of the facts. ``shown`` is what only the page has.
    """
    if form is Form.CSV:
        answer = rows_csv(rows, columns)
    elif form is Form.JSON:
        answer = json(facts)
    else:
        shown |= {"rows": rows, "columns": columns}
        shown["same_as"] = {form: address(form=form) for form in forms}
        answer = Response(render_template(template, **facts, **shown))
    return going_on(answer, facts.get("next"))


def json(facts: Mapping[str, Any]) -> Response:
    return Response(printable_json(facts, indent=2) + "\n", mimetype="application/json")


def rows_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    cells = ([row[name] for name in columns] for row in rows)
    return Response(table(columns, cells), mimetype="text/csv")


def address(form: Form = Form.HTML, **changed: object) -> str:
    """The address of this page with other parameters; None takes one away."""
    given = {name: value for name, value in request.args.items() if value}
    wanted = {**given, **changed}
    path = request.path
    for each in Form:
        path = path.removesuffix(f".{each}")
    return asked(f"{path}{ending(form)}", wanted)


def ending(form: Form) -> str:
    """What the address of a page ends with for that form."""
    return "" if form is Form.HTML else f".{form}"


def following(form: Form, **place: object) -> str | None:
    """The address at which a list goes on; None where there is no such place."""
    return address(form, **place) if any(place.values()) else None


def going_on(answer: Response, where: str | None) -> Response:
    """The answer, which tells where its list goes on: rows of CSV have no place for that."""
    if where:
        answer.headers["Link"] = f'<{where}>; rel="next"'
    return answer


def asked(path: str, parameters: Mapping[str, object]) -> str:
    """An address with those parameters that have a value."""
    query = urlencode({name: one for name, one in parameters.items() if one not in (None, "")})
    return f"{path}?{query}" if query else path
