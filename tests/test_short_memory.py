"""What is remembered across pages: short texts, however long those are that pages have."""

import gc
import tracemalloc

from newscrawl import read_article


def _page(number: int) -> bytes:
    long = f"share{number} " + f"x{number}" * 40_000
    prose = "<p>The ferry to the northern islands stopped on Tuesday in the strait.</p>" * 3
    return (
        f'<article><h1>The Ferry</h1>{prose}<p class="{long}">Nobody was hurt, said the master.</p>'
        f'<h2 id="newsletter-{long}">The harbor master says</h2><p>{long}.</p>{prose}</article>'
    ).encode()


def test_no_long_text_of_a_page_is_kept_for_the_next() -> None:
    read_article(_page(1), "https://a.test/1")
    tracemalloc.start()
    try:
        for number in range(2, 6):
            read_article(_page(number), "https://a.test/1")
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 300_000
