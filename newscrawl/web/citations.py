"""Cite a revision so that it can be found again: in words, and for BibTeX. Pure."""

import re
from datetime import UTC

from newscrawl.archive.queries.article_context import ArticleContext, Provenance
from newscrawl.archive.queries.article_history import StoredArticle
from newscrawl.printable import printable_line

#: What TeX would obey.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "&%$#_"},
}
_URL_IN_TEX = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def cited(stored: StoredArticle, context: ArticleContext) -> str:
    """One line: who, what, where, when, and by which revision and digest it is found."""
    article, fetched = stored.article, stored.shown.fetched_at.astimezone(UTC)
    parts = [
        f"{', '.join(article.authors)}. " if article.authors else "",
        f"“{article.headline}.” {context.outlet_title}",
        f", {article.date_published.date()}" if article.date_published else "",
        f". {article.canonical_url}. Fetched {fetched:%Y-%m-%d %H:%M} UTC. ",
        f"{_identity(stored, context.provenance)}.",
    ]
    return printable_line(" ".join("".join(parts).split()))


def bibtex(stored: StoredArticle, context: ArticleContext) -> str:
    """The same as an entry of a bibliography."""
    article, date = stored.article, stored.article.date_published
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in article.authors),
        "title": f"{{{_tex(article.headline)}}}",
        "howpublished": f"{{{_tex(context.outlet_title)}}}",
        "year": str(date.year) if date else "",
        "date": str(date.date()) if date else "",
        "url": printable_line(article.canonical_url).translate(_URL_IN_TEX),
        "urldate": str(stored.shown.fetched_at.astimezone(UTC).date()),
        "language": _tex(article.language or ""),
        "note": _tex(_identity(stored, context.provenance)),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    outlet = re.sub(r"\W", "", article.outlet or "article", flags=re.ASCII)
    key = f"{outlet}-{stored.article_id}-{stored.shown.revision_id}"
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])


def _identity(stored: StoredArticle, provenance: Provenance) -> str:
    said = f"newscrawl article {stored.article_id}, revision {stored.shown.revision_id}"
    said += f", text {provenance['text_hash']}" if provenance["text_hash"] else ""
    return f"{said}, page {provenance['digest']}" if provenance["digest"] else said


def _tex(said: str) -> str:
    return "".join(_TEX.get(each, each) for each in printable_line(" ".join(said.split())))
