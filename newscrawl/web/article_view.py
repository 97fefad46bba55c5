"""The page of an article: as it reads, how it changed, what was taken out, where it comes from."""

from dataclasses import asdict
from typing import Any

from flask import Flask, Response, redirect, request

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.queries.article_context import ArticleContext, context_of
from newscrawl.archive.queries.article_history import (
    StoredArticle,
    find_article,
    read_stored,
    stored_json,
)
from newscrawl.article import Block, BlockKind, LiveEntry, Removal, blocks_as_read, entries_by_start
from newscrawl.article_diff import changes
from newscrawl.errors import UsageError
from newscrawl.web import answers, parameters
from newscrawl.web.answers import Form
from newscrawl.web.archive_reader import WebArchive
from newscrawl.web.citations import bibtex, cited
from newscrawl.web.differences import body_compared, fields_compared


def add(app: Flask, archive: WebArchive) -> None:
    def article(article_id: int, form: Form) -> Response:
        parameters.check_names(request.args, ("revision", "removed"))
        is_whole = parameters.truth(request.args, "removed") is True
        with archive.session() as session:
            stored, context = _read(session, article_id)
        if form is Form.JSON:
            return answers.json(_facts(stored, context))
        return answers.told(
            form,
            "article.html",
            {"stored": stored, "article": stored.article, "context": context},
            forms=(Form.JSON,),
            blocks=_blocks(stored, is_whole),
            is_whole=is_whole,
            citation=cited(stored, context),
            bibtex=bibtex(stored, context),
        )

    def citation(article_id: int) -> Response:
        parameters.check_names(request.args, ("revision",))
        with archive.session() as session:
            stored, context = _read(session, article_id)
        return Response(bibtex(stored, context), mimetype="text/x-bibtex")

    def difference(article_id: int, form: Form) -> Response:
        parameters.check_names(request.args, ("from", "to"))
        with archive.session() as session:
            before, after = _both(session, article_id)
        if form is Form.JSON:
            told = asdict(changes(before.article, after.article))
            notes = {"before": asdict(before.shown), "after": asdict(after.shown)}
            return answers.json({"article_id": article_id, **notes, "changes": told})
        return answers.told(
            form,
            "difference.html",
            {"before": before, "after": after},
            forms=(Form.JSON,),
            changes=changes(before.article, after.article),
            fields=fields_compared(before.article, after.article),
            paragraphs=body_compared(before.article, after.article),
        )

    def by_url(form: Form) -> Any:
        """An address of the outlet leads to the article, as it does for ``newscrawl show``."""
        parameters.check_names(request.args, ("url",))
        wanted = parameters.word(request.args, "url")
        if wanted is None or "." not in wanted:
            raise UsageError("url: give the address of an article: /articles?url=https://…")
        with archive.session() as session:
            found = find_article(session, wanted)
        return redirect(f"/articles/{found}{answers.ending(form)}")

    answers.route(app, "/articles/<int:article_id>", article, Form.JSON)
    answers.route(app, "/articles/<int:article_id>/difference", difference, Form.JSON)
    app.add_url_rule("/articles/<int:article_id>/citation.bib", "citation", citation)
    answers.route(app, "/articles", by_url, Form.JSON)


def shown_revision(session: Session, article_id: int) -> StoredArticle:
    """The article as the revision that the address names, or the latest; raises ``NotFound``."""
    found = find_article(session, str(article_id), ())
    return read_stored(session, found, parameters.number(request.args, "revision", 1))


def _read(session: Session, article_id: int) -> tuple[StoredArticle, ArticleContext]:
    stored = shown_revision(session, article_id)
    article = stored.article
    assert article.outlet is not None
    return stored, context_of(
        session, article_id, stored.shown.revision_id, article.outlet, article.key
    )


def _both(session: Session, article_id: int) -> tuple[StoredArticle, StoredArticle]:
    """The two revisions that the address names; without numbers the latest and that before it."""
    find_article(session, str(article_id), ())
    given = request.args
    last = parameters.number(given, "to", 1)
    after = read_stored(session, article_id, last)
    first = parameters.number(given, "from", 1)
    before = read_stored(session, article_id, first or max(after.shown.number - 1, 1))
    return before, after


def _facts(stored: StoredArticle, context: ArticleContext) -> dict[str, Any]:
    citation = {"text": cited(stored, context), "bibtex": bibtex(stored, context)}
    return {**stored_json(stored), **asdict(context), "citation": citation}


def _blocks(
    stored: StoredArticle, is_whole: bool
) -> list[tuple[Block, Removal | None, LiveEntry | None]]:
    """What is read, with the removal that took it where that is shown, and the entry it begins."""
    article = stored.article
    taken = {removal.at: removal for removal in article.removed}
    starts = entries_by_start(article, with_removed=is_whole)
    return [
        (block, taken.get(at), starts.get(at))
        for at, block in enumerate(blocks_as_read(article))
        if is_whole or (at not in taken and block.kind is not BlockKind.CAPTION)
    ]
