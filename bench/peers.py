"""Other extractors, each as a function from a page to what it reads; absent ones are left out."""

import importlib.metadata
import re
from collections.abc import Callable, Mapping
from typing import Any

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
Read = Callable[[bytes, str], Mapping[str, Any]]


def newscrawl(html: bytes, url: str) -> dict[str, Any]:
    from newscrawl import read_article
    from newscrawl.errors import ExtractionError

    try:
        article = read_article(html, url)
    except ExtractionError:
        return {}
    return {
        "headline": article.headline,
        "authors": article.authors,
        "credits": article.credits,
        "published": article.date_published,
        "text": article.body,
    }


def decoded(html: bytes) -> str:
    """The text, for extractors that take no bytes: UTF-8, as declared, or Windows-1252."""
    declared = _DECLARED.search(html[:8192])
    for name in ("utf-8-sig", declared[1].decode() if declared else "cp1252"):
        try:
            return html.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return html.decode("cp1252", "replace")


def trafilatura(html: bytes, url: str) -> dict[str, Any]:
    import trafilatura as library

    found = library.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    names = (found.author or "").split("; ")
    return {
        "headline": found.title,
        "authors": [name for name in names if name],
        "published": found.date,
        "text": found.text,
    }


def newspaper4k(html: bytes, url: str) -> dict[str, Any]:
    import newspaper

    text = decoded(html)
    found = newspaper.article(url, input_html=text, fetch_images=False)
    return {
        "headline": found.title,
        "authors": found.authors,
        "published": found.publish_date,
        "text": found.text,
    }


def readability(html: bytes, url: str) -> dict[str, Any]:
    from lxml.html import fromstring
    from readability import Document

    found = Document(decoded(html))
    body = fromstring(found.summary())
    lines = (each.text_content() for each in body.iter("p", "li", "h2", "h3", "blockquote"))
    return {"headline": found.title(), "text": "\n".join(lines)}


def resiliparse(html: bytes, url: str) -> dict[str, Any]:
    from resiliparse.extract.html2text import extract_plain_text

    return {"text": extract_plain_text(decoded(html), main_content=True)}


#: By the name of the distribution that each comes in.
PEERS: dict[str, Read] = {
    "newscrawl": newscrawl,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
}


def installed() -> dict[str, str]:
    """The version of each extractor that is installed here."""
    found = {}
    for name in PEERS:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found
