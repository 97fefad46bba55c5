"""The page that an article was read from: in a frame that may do nothing, as text, as a file."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, request

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.queries.article_context import provenance_of
from newscrawl.archive.queries.article_history import StoredArticle
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, snapshots_of
from newscrawl.errors import NotFound
from newscrawl.page import Page
from newscrawl.read_kept_page import page_of
from newscrawl.web import answers, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive
from newscrawl.web.article_view import shown_revision

#: A page of anybody: an origin of its own, no script, no form, and nothing from anywhere.
_SANDBOX = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)


def add(app: Flask, archive: WebArchive) -> None:
    def kept(article_id: int, form: Form) -> Response:
        parameters.check_names(request.args, ("revision",))
        with archive.session() as session:
            stored, page = _read(session, archive.home, article_id)
            provenance = provenance_of(session, stored.shown.revision_id)
        facts = {
            "article_id": article_id,
            "number": stored.shown.number,
            "url": page.url,
            "provenance": provenance,
            "bytes": len(page.html),
        }
        return answers.told(
            form, "kept.html", facts, forms=(Form.JSON,), headline=stored.article.headline
        )

    def bare(write: Callable[[StoredArticle, Page], Response]) -> Callable[..., Response]:
        def view(article_id: int) -> Response:
            parameters.check_names(request.args, ("revision",))
            with archive.session() as session:
                return write(*_read(session, archive.home, article_id))

        return view

    place = "/articles/<int:article_id>/kept"
    answers.route(app, place, kept, Form.JSON)
    app.add_url_rule(f"{place}/replay", "replay", bare(_replay))
    app.add_url_rule(f"{place}.txt", "kept_text", bare(_text))
    app.add_url_rule(f"{place}/page.html", "kept_file", bare(_file))


def _read(session: Session, home: Path, article_id: int) -> tuple[StoredArticle, Page]:
    stored = shown_revision(session, article_id)
    rows = snapshots_of(session, stored.shown.revision_id)
    if not rows:
        raise NotFound(f"no page was kept of revision {stored.shown.number} of this article")
    return stored, page_of(home, kept_snapshot(session, rows[0].id))


def _replay(_: StoredArticle, page: Page) -> Response:
    answer = Response(page.html, content_type=f"text/html; charset={page.encoding}")
    answer.headers["Content-Security-Policy"] = _SANDBOX
    return answer


def _text(_: StoredArticle, page: Page) -> Response:
    """Its source, as text."""
    return Response(page.decoded[1], mimetype="text/plain")


def _file(stored: StoredArticle, page: Page) -> Response:
    """Byte for byte, to be saved: no browser shows it."""
    answer = Response(page.html, mimetype="application/octet-stream")
    name = f"article-{stored.article_id}-revision-{stored.shown.number}.html"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = _SANDBOX
    return answer
