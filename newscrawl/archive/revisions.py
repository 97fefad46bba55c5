"""Is a page's article new? Compare what it says, and not how it is set."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from newscrawl.article import Article, Block, blocks_as_read
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.text import fold


def text_hash(article: Article) -> bytes:
    """32 bytes over what the cleaned article says.

    Headline, description, lead, authors, date of publication, blocks, captions and credits count;
    the date of modification, keywords, section, image addresses and related articles do not:
    outlets change them by the hour. Typography and white space are folded.
    """
    return _hash(_said(article, article.blocks))


def read_hash(article: Article) -> bytes:
    """32 bytes over the same fields and all blocks as read, before cleaning."""
    return _hash(_said(article, blocks_as_read(article)))


def rules_version(rules: Iterable[Rule]) -> str:
    """Changes when any rule does."""
    return hashlib.sha256("\n".join(repr(rule) for rule in rules).encode()).hexdigest()[:12]


#: Between the parts, and within one: no white space, which folding would take away.
_PART, _WITHIN = "\x01", "\x02"


def _said(article: Article, blocks: Iterable[Block]) -> Iterator[str]:
    yield article.headline
    yield article.description or ""
    yield article.lead or ""
    yield _WITHIN.join(article.authors)
    yield article.date_published.isoformat() if article.date_published else ""
    for block in blocks:
        yield f"{block.kind}{_WITHIN}{block.text}"
    for image in article.images:
        if image.caption or image.credit:
            yield f"{image.caption or ''}{_WITHIN}{image.credit or ''}"


def _hash(parts: Iterable[str]) -> bytes:
    text = fold(unicodedata.normalize("NFC", _PART.join(parts)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
