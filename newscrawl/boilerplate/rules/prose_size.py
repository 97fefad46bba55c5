"""How much text of its own a block adds to a story."""

from newscrawl.article import BODY_KINDS, LINK_MARK, Block


def prose_size(block: Block) -> int:
    """Its characters; none of what is no text of the body, or is nothing but a link."""
    return len(block.text) if block.kind in BODY_KINDS and LINK_MARK not in block.marks else 0
