"""Is a page's article new? Compare what it says, and not how it is set."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC
from functools import lru_cache

from newscrawl.archive.sanitize import safe_text
from newscrawl.article import Article, Block, blocks_as_read
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.folding import fold


def text_hash(article: Article) -> bytes:
    """32 bytes over what the cleaned article says.

    Headline, description, lead, authors, date of publication, blocks, captions and credits count,
    and of a live blog's entries their headlines, authors and dates of publication; the date of
    modification, keywords, section, image addresses and related articles do not: outlets change
    them by the hour. Typography and white space are folded.
    """
    return _hash(_said(article, article.blocks))


def read_hash(article: Article) -> bytes:
    """32 bytes over the same fields and all blocks as read, before cleaning."""
    return _hash(_said(article, blocks_as_read(article)))


@lru_cache(maxsize=64)
def rules_version(rules: tuple[Rule, ...]) -> str:
    """Changes when any rule does."""
    return hashlib.sha256("\n".join(repr(rule) for rule in rules).encode()).hexdigest()[:12]


#: Between the parts, and within one.
_PART, _WITHIN = "\x01", "\x02"


def _said(article: Article, blocks: Iterable[Block]) -> Iterator[Iterable[str]]:
    published = article.date_published
    yield article.headline, article.description or "", article.lead or ""
    yield article.authors
    yield [published.astimezone(UTC).isoformat() if published else ""]
    for block in blocks:
        yield block.kind, block.text
    for image in article.images:
        if image.caption or image.credit:
            yield image.caption or "", image.credit or ""
    for entry in article.entries:
        written = entry.date_published
        yield entry.headline or "", written.astimezone(UTC).isoformat() if written else ""
        yield entry.authors


def _hash(parts: Iterable[Iterable[str]]) -> bytes:
    """Of the parts as they will be read back: what Postgres cannot store is replaced first."""
    text = _PART.join(_WITHIN.join(map(fold, part)) for part in parts)
    return hashlib.sha256(safe_text(unicodedata.normalize("NFC", text)).encode()).digest()
