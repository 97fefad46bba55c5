"""Put the pages together: which there are, and what holds for all of them."""

from collections.abc import Set as AbstractSet

from flask import Flask, Response, abort, request

from newscrawl.archive.queries.outlet_ledger import outlet_names
from newscrawl.web import (
    article_view,
    changes_view,
    export_view,
    failures,
    kept_view,
    operator_view,
    outlet_view,
    phrases,
    rules_view,
    search_view,
)
from newscrawl.web.answers import address
from newscrawl.web.archive_reader import WebArchive

#: Each adds the addresses that it answers.
_VIEWS = (
    *(search_view, export_view, article_view, kept_view),
    *(changes_view, outlet_view, operator_view, rules_view),
)
_MENU = (
    ("/", "Search"),
    ("/edits", "Edits"),
    ("/deletions", "Deletions"),
    ("/outlets", "Outlets"),
    ("/operator", "Operations"),
    ("/rules", "Rules"),
)
#: Nothing from anywhere else, no script, no frame around us, and only our own frames in us.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=()",
    "Cache-Control": "no-cache",
}


def application(archive: WebArchive) -> Flask:
    """The server's answer to any request."""
    app = Flask("newscrawl.web", static_folder="static", template_folder="templates")
    app.url_map.strict_slashes = False
    # Feeds are as little to be trusted with markup as pages are.
    app.jinja_env.autoescape = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(phrases.FILTERS)
    shared = {"menu": _MENU, "address": address, "outlet_names": lambda: _outlet_names(archive)}
    app.context_processor(lambda: {**shared, "here": request.path})
    _guard(app, archive.hosts)
    failures.add(app)
    for view in _VIEWS:
        view.add(app, archive)
    return app


def _outlet_names(archive: WebArchive) -> list[str]:
    """What a page's list of outlets has, asked by pages that have one."""
    with archive.session() as session:
        return outlet_names(session)


def _guard(app: Flask, hosts: AbstractSet[str]) -> None:
    """Refuse what was asked by another name than ours, and tell browsers what pages may do."""

    @app.before_request
    def check_host() -> None:
        # A site whose name was made to lead here would read the archive through its visitors.
        if hosts and _name_in(request.headers.get("Host", "")) not in hosts:
            abort(421)

    @app.after_request
    def tell(answer: Response) -> Response:
        for name, value in _HEADERS.items():
            answer.headers.setdefault(name, value)
        answer.headers.pop("Server", None)
        return answer


def _name_in(host: str) -> str:
    """The name without the port: ``[::1]:8080`` is ``[::1]``."""
    name, _, port = host.rpartition(":")
    return (name if name and port.isdecimal() else host).lower()
