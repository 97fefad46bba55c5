"""How much of a page's prose the body holds: what a container that shrank passes over."""

from newscrawl.article import Article
from newscrawl.page import Page

#: A paragraph of fewer characters may be anything.
_TELLING_LENGTH = 80
#: Characters by which a paragraph is known again: what stands behind may be cut otherwise.
_START = 60
#: On a page with less prose than this, one box decides.
_ENOUGH = 400


def coverage(page: Page, article: Article) -> float | None:
    """The share of the prose in the page's paragraphs that is among the article's blocks.

    None on a page with little prose; the article is the one that was read, before any cleaning.
    """
    read = "\n".join(block.text for block in article.blocks)
    inside = total = 0
    for node in page.tree.css("p"):
        text = " ".join(node.text().split())
        if len(text) >= _TELLING_LENGTH:
            total += len(text)
            inside += len(text) if text[:_START] in read else 0
    return inside / total if total >= _ENOUGH else None
