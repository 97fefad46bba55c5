from newscrawl.article import Article, Block, BlockKind, Removal, blocks_as_read


def article(*blocks: Block, removed: tuple[Removal, ...] = ()) -> Article:
    return Article(
        url="https://a.test/1",
        canonical_url="https://a.test/1",
        outlet=None,
        key="/1",
        headline="News",
        layout="generic",
        blocks=blocks,
        removed=removed,
    )


def test_the_body_is_neither_captions_nor_embeds() -> None:
    blocks = [Block(kind, kind.value) for kind in BlockKind]

    assert article(*blocks).body == "paragraph\n\nheading\n\nquote\n\nlist\n\naside"


def test_what_was_removed_returns_to_its_place() -> None:
    a, b, c, d = (Block(BlockKind.PARAGRAPH, text) for text in "abcd")
    removed = (Removal("r", 3, d), Removal("r", 0, a))

    assert blocks_as_read(article(b, c, removed=removed)) == (a, b, c, d)
