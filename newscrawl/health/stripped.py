"""Whether so much of an article went that somebody should know."""

from newscrawl.article import BODY_KINDS, Article
from newscrawl.boilerplate.rules.beside_story import BESIDE_STORY

_STRIPPED_SHARE = 0.4


def is_stripped(article: Article, written: frozenset[str]) -> bool:
    """Whether over 40 % of an article went.

    What the outlet's own rules took does not count, nor what stands beside the story on a page
    that no layout fits: that is no article's text.
    """
    beside = {rule.name for rule in BESIDE_STORY}
    kept = sum(len(block.text) for block in article.blocks if block.kind in BODY_KINDS)
    gone = sum(
        len(removal.block.text)
        for removal in article.removed
        if removal.rule not in written | beside and removal.block.kind in BODY_KINDS
    )
    return gone > _STRIPPED_SHARE * (kept + gone)
