import pytest
from selectolax.lexbor import LexborHTMLParser

from newscrawl.markup.class_words import class_words, fitting_parts
from newscrawl.page import Page

HTML = (
    '<p class="Post-ByLine x">A</p><p class="x">B</p><p class>C</p><i id="dateline">D</i>'
    '<p class="by&#108;ine">E</p><time class="updated"></time><b class="author authority">F</b>'
)


def test_each_class_is_told_once_in_small_letters() -> None:
    told = class_words(LexborHTMLParser(HTML)).split("\n")

    assert sorted(told) == ["author authority", "byline", "post-byline x", "updated", "x"]


@pytest.mark.parametrize(
    ("selector", "left"),
    [
        ('[class*="byline" i], [class*="autor" i], p', '[class*="byline" i], p'),
        ('[class~="x"], [id*="date" i], [class*="date" i]',
         '[class~="x"], [id*="date" i], [class*="date" i]'),
        ('[class*="datum" i], [id*="datum" i]', '[id*="datum" i]'),
        ('[class*="author" i]:not([class*="authorit" i])',
         '[class*="author" i]:not([class*="authorit" i])'),
        ('time[class*="publish" i], [class*="publish" i] > time', ""),
        ('[itemprop~="author"]:not([class*="card" i])',
         '[itemprop~="author"]:not([class*="card" i])'),
    ],
)  # fmt: skip
def test_what_no_class_fits_is_left_out(selector: str, left: str) -> None:
    page = Page("https://a.test/a", HTML.encode())

    assert fitting_parts(selector, class_words(page.tree)) == left
    found = [node.mem_id for node in page.tree.css(selector)]
    assert [node.mem_id for node in page.css(selector)] == found
