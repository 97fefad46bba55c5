from collections import Counter

import pytest

from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.crawl.counts import ReadCounts
from newscrawl.extract import extract
from newscrawl.outlets import load_outlet
from newscrawl.page import Page
from newscrawl.screen import Outcome

URL = "https://strait.test/ferry"
TEXT = "The ferry to the northern islands stopped on Tuesday after its engine gave out."


class Counted(Counter[str]):
    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


@pytest.mark.parametrize(("words", "count"), [(13, 0), (90, 1)])
def test_a_page_that_says_to_have_far_more_text_than_was_read_is_counted(
    words: int, count: int
) -> None:
    linked = f'{{"@type": "NewsArticle", "headline": "Ferry Stops", "wordCount": {words}}}'
    script = f'<script type="application/ld+json">{linked}</script>'
    page = Page(URL, f"<title>Ferry Stops</title>{script}<h1>Ferry Stops</h1><p>{TEXT}".encode())
    stats = Counted()

    visit = Visit(
        link=LeasedLink(id=1, key="ferry", url=URL), outcome=Outcome.STORED, article=extract(page)
    )
    ReadCounts(stats, load_outlet("moscow_times")).visit(visit, page)

    assert stats["extract/readings_disagreed"] == count
