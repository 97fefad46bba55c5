"""Some of the pages that ``bench/mutations.py`` reads by the thousand."""

import pytest

from bench import mutations
from newscrawl.article import Article


@pytest.fixture(scope="module")
def base() -> list[bytes]:
    pages = mutations.base_pages(None)[:6]
    # What is loaded with the first page of a process is no page's own time.
    mutations.tried(pages, 7, range(1))
    return pages


def test_damaged_pages_become_articles_or_named_errors_within_a_second(base: list[bytes]) -> None:
    summary = mutations.tried(base, 7, range(300))

    assert summary.faults == []
    assert summary.outcomes["article"] > 100
    assert set(summary.outcomes) - {"article"}


def test_a_page_is_mutated_the_same_way_each_time(base: list[bytes]) -> None:
    again = [mutations.mutated(base, 7, number) for number in range(20)]

    assert [mutations.mutated(base, 7, number) for number in range(20)] == again
    assert len(set(again)) == 20


def test_a_crash_would_be_seen(base: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(html: bytes, url: str) -> Article:
        raise ValueError(url)

    monkeypatch.setattr(mutations, "read_article", crash)
    summary = mutations.tried(base, 7, range(2))

    assert summary.outcomes == {"crash": 2}
    assert len(summary.faults) == 2
