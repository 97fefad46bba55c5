"""Real pages, where there are any: what is read is held against what people found in them."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from newscrawl import read_article
from newscrawl.article import Article
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets, outlet_of

#: Sets of pages whose truth is a whole text.
SETS = ("aeb", "naeb", "fundus-eval", "fundus-tests")
#: Pages whose truth is a few pieces of text that must be there, or must not.
PIECES = ("trafilatura",)
#: Whose truth is a part: a text without its first paragraph, and what stands above live blogs.
PARTIAL = frozenset({"Taz_2024_10_23", "TheIndependent_1", "TheIndependent_4"})
#: What a page has to reach, or to be read no worse than by general rules: some truths are partial.
ENOUGH = 0.95
#: A difference that is smaller is none.
EQUAL = 0.001


class Real(NamedTuple):
    """A stored page, its outlet, and what is true of it."""

    path: Path
    outlet: Outlet
    truth: dict[str, Any]


def real_pages(folder: Path, sets: tuple[str, ...] = SETS) -> Iterator[Real]:
    """The pages of outlets that we know."""
    for name in sets:
        truths = folder / name / "truth.jsonl"
        for line in truths.read_text().splitlines() if truths.exists() else ():
            truth = json.loads(line)
            outlet = outlet_of(truth["url"], load_outlets().values())
            path = folder / name / f"{truth['id']}.html.gz"
            if outlet and path.exists() and truth["id"] not in PARTIAL:
                yield Real(path, outlet, truth)


@cache
def read(path: Path, url: str, name: str | None) -> Article:
    """As a crawl reads it; without a name, as the page of an outlet that nobody described."""
    outlet = load_outlets()[name] if name else None
    return read_article(gzip.decompress(path.read_bytes()), url, outlet)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The text's runs of four words, and how often each comes."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def agreement(found: str, true: str) -> float:
    """F1 of the shingles of two texts: 1 where they are the same."""
    ours, theirs = shingles(found), shingles(true)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def told(article: Article) -> list[str]:
    """The body alone, and behind the lines above it: the truth of some sets begins with those."""
    above = [line for line in (article.description, article.lead) if line]
    return [article.body, *("\n\n".join((line, article.body)) for line in above)]


def test_a_page_agrees_with_itself_and_with_no_other() -> None:
    assert agreement("one two three four five", "one two three four five") == 1
    assert agreement("one two three four five", "six seven eight nine ten") == 0


def test_real_pages_are_read_as_people_read_them(pages_folder: Path) -> None:
    pages = list(real_pages(pages_folder))
    low = {page.truth["id"]: round(_agreement(page), 3) for page in pages if _is_low(page)}

    assert pages
    assert low == {}


def _is_low(page: Real) -> bool:
    own = _agreement(page)
    return own < ENOUGH and own < _agreement(page, by_general_rules=True) - EQUAL


def _agreement(page: Real, by_general_rules: bool = False) -> float:
    name = None if by_general_rules else page.outlet.name
    article = read(page.path, page.truth["url"], name)
    return max(agreement(text, page.truth["text"]) for text in told(article))


def test_real_pages_fit_a_layout_of_their_outlet(pages_folder: Path) -> None:
    layouts = {
        page.truth["id"]: read(page.path, page.truth["url"], page.outlet.name).layout
        for page in real_pages(pages_folder)
        if page.outlet.layouts
    }

    assert [name for name, layout in layouts.items() if layout == "generic"] == []


def test_real_pages_have_what_they_must_and_nothing_that_they_must_not(
    pages_folder: Path,
) -> None:
    pages = list(real_pages(pages_folder, PIECES))
    wrong = {page.truth["id"]: pieces for page in pages if (pieces := _wrong_pieces(page))}

    assert pages
    assert wrong == {}


def _wrong_pieces(page: Real) -> list[str]:
    article = read(page.path, page.truth["url"], page.outlet.name)
    told_at_all, body = _folded(" ".join(told(article))), _folded(article.body)
    missed = [piece for piece in page.truth["with"] if _folded(piece) not in told_at_all]
    return missed + [piece for piece in page.truth["without"] if _folded(piece) in body]


def _folded(text: str) -> str:
    return " ".join(text.split())
