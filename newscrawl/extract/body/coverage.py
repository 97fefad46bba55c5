"""How much of a page's own prose the body holds: what a container that shrank passes over."""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from newscrawl.article import Article
from newscrawl.markup.ancestors import ancestors
from newscrawl.page import Page

#: A paragraph of fewer characters may be anything.
_TELLING_LENGTH = 80
#: Characters by which a paragraph is known again: what stands behind may be cut otherwise.
_START = 60
#: Levels above a paragraph that are looked at.
_LEVELS = 4
#: Class names of what readers wrote.
_READERS = re.compile(r"comment|reply|replies|disqus|discussion", re.IGNORECASE)


def prose(page: Page, article: Article) -> Iterator[tuple[str, bool]]:
    """The page's longer paragraphs, and whether each is among the article's blocks.

    Teasers of other articles and readers' comments are left out. The article is the one that was
    read, before any cleaning.
    """
    read = "\n".join(block.text for block in article.blocks)
    for node in page.tree.css("p"):
        text = " ".join(node.text().split())
        if len(text) < _TELLING_LENGTH:
            continue
        is_inside = text[:_START] in read
        if is_inside or not _is_others(node):
            yield text, is_inside


def _is_others(node: LexborNode) -> bool:
    """Whether a paragraph leads to another article, or was written by a reader."""
    return any(
        above.tag == "a" or _READERS.search(above.attributes.get("class") or "")
        for above in islice(ancestors(node), _LEVELS)
    )
