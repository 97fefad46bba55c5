"""Put the pages together: which there are, and what holds for all of them."""

from collections.abc import Callable

from flask import Flask, request

from newscrawl.web import (
    article_view,
    changes_view,
    export_view,
    failures,
    guards,
    kept_view,
    operator_view,
    outlet_view,
    phrases,
    rules_view,
    search_view,
)
from newscrawl.web.web_archive import WebArchive

#: Each adds the addresses that it answers.
_VIEWS: tuple[Callable[[Flask, WebArchive], None], ...] = (
    search_view.add,
    export_view.add,
    article_view.add,
    kept_view.add,
    changes_view.add,
    outlet_view.add,
    operator_view.add,
    rules_view.add,
)
_MENU = (
    ("/", "Search"),
    ("/edits", "Edits"),
    ("/deletions", "Deletions"),
    ("/outlets", "Outlets"),
    ("/operator", "Operations"),
    ("/rules", "Rules"),
)


def application(archive: WebArchive) -> Flask:
    """The server's answer to any request."""
    app = Flask("newscrawl.web", static_folder="static", template_folder="templates")
    app.url_map.strict_slashes = False
    # Feeds are as little to be trusted with markup as pages are.
    app.jinja_env.autoescape = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(phrases.FILTERS)
    app.context_processor(lambda: {"menu": _MENU, "here": request.path})
    guards.add(app, archive.hosts)
    failures.add(app)
    for add in _VIEWS:
        add(app, archive)
    return app
