"""Files of ftr-site-config become outlet files, and what has no word in one is named."""

import ast
from pathlib import Path

import pytest
from lxml.html import fromstring

from newscrawl.describe.ftr_site_config import config_code, read_site_config
from newscrawl.describe.xpath_css import TEXT, NoSelector, css_of
from newscrawl.outlet_files.load_outlet_files import at_path
from newscrawl.page import Page
from newscrawl.read_page import article_of
from tests.cli.runner import newscrawl
from tests.rows import every_row


@every_row(
    ("xpath", "selector"),
    [
        ("//h1", "h1"),
        ("//div[@id='story']", "div#story"),
        ("//div[@class='story body']", 'div[class="story body"]'),
        ('//div[contains(@class, "story")]', 'div[class*="story"]'),
        ("//*[contains(concat(' ',normalize-space(@class),' '),' lead ')]", ".lead"),
        ("//div[contains(concat(' ', @class, ' '), ' lead ')]//p", "div.lead p"),
        ("//article/div[@itemprop='articleBody']", 'article > div[itemprop="articleBody"]'),
        ("//div[@id='a'] | //div[@id='b']", "div#a, div#b"),
        ("//div[@id='a' and @class='b']", 'div#a[class="b"]'),
        ("//p[@class='a' or @class='b']", 'p:is([class="a"], [class="b"])'),
        ("//div[not(@class)]", "div:not([class])"),
        ("//div[starts-with(@id, 'post-')]", 'div[id^="post-"]'),
        ("//div[@id='a']/p[1]", "div#a > p:nth-of-type(1)"),
        ("//ul/li[last()]", "ul > li:last-of-type"),
        ("//div[.//h2]", "div:has(h2)"),
        ("//div[p]", "div:has(> p)"),
        ("//h1/following-sibling::p", "h1 ~ p"),
        ("//h1/following-sibling::*", "h1 ~ *"),
        ("//div[@id='a']/descendant::*[@class='b']", 'div#a [class="b"]'),
        ("//a[@id='more']/parent::div", "div:has(> a#more)"),
        ("//p[@class='a  b']", 'p[class="a  b"]'),
        ("//p[@class='a|b']", 'p[class="a|b"]'),
    ],
)
def test_an_xpath_becomes_the_selector_that_finds_the_same(xpath: str, selector: str) -> None:
    assert css_of(xpath) == (selector, None)


@every_row(
    ("xpath", "says"),
    [
        ("//div[contains(., 'Read')]", "contains"),
        ("//div/h1/parent::div", "parent::"),
        ("//h1/ancestor::div[1]", "ancestor::"),
        ("substring-after(//p, 'By ')", "substring-after"),
        ("(//div[@class='a'])[1]", "("),
        ("//div[@class='a'][2]", "behind another condition"),
        ("id('story')", "id(…)"),
        ("//div[position() > 2]", "position"),
        ("//div[@id='a'", "[@id='a'"),
        ("//h1/following-sibling::p[1]", "a place behind following-sibling::"),
        ("//div/descendant::p[1]", "a place behind descendant::"),
        ("//table[//b]", "[//b]"),
        ("//div[²]", "[²]"),
        ("//div[]", "[]"),
        ("//div[contains(@class, '')]", "'' in [contains(@class,'')]"),
    ],
)
def test_what_no_selector_says_is_named(xpath: str, says: str) -> None:
    with pytest.raises(NoSelector, match=r".") as refused:
        css_of(xpath)
    assert says in str(refused.value)


def test_what_is_asked_of_an_element_is_told_from_it() -> None:
    assert css_of("//meta[@name='d']/@content") == ('meta[name="d"][content]', "content")
    assert css_of("//span[@class='by']/text()") == ('span[class="by"]', TEXT)


#: Each element that an XPath may find has a number.
NUMBERED = """<div id="1" class="lead big"><p id="2" class="a">x</p><h2 id="3">x</h2><p id="4">x</p>
<p id="5" class="a">x</p><p id="6" class="leading"><b id="7">x</b></p></div><div id="8"
class="mislead"><p id="9" class="a  b">x</p><b id="10" dir="ltr" title="t">x</b></div>"""


@every_row(
    "xpath",
    [
        "//p[1]",
        "//div/p[last()]",
        "//h2/following-sibling::p",
        "//p[@class='a  b']",
        "//b/parent::p",
        "//div[b or h2]",
        "//div[.//b]/child::p",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' lead ')]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' lead')]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), 'lead ')]",
        "//*[contains(concat(' ', normalize-space(@class), ' '), 'lead')]",
        "//div//@dir",
        "//b//@title",
        "//p[@class!='a']",
    ],
)
def test_a_selector_finds_what_its_xpath_finds(xpath: str) -> None:
    found = fromstring(f"<main>{NUMBERED}</main>").xpath(xpath)
    elements = [each.getparent() if isinstance(each, str) else each for each in found]
    selector, _ = css_of(xpath)
    page = Page("https://gazette.example/", NUMBERED.encode())
    assert [node.id for node in page.tree.css(selector)] == [each.get("id") for each in elements]
    assert elements


CONFIG = """# The Gazette
title: //h1[@class='head']
body: //div[@id='copy']
body: //div[contains(., 'old')]
body: //article
author: //p[@class='by']
date: //meta[@name='stamp']/@content
strip: //div[@class='ad']
strip_id_or_class: promo
next_page_link: //a[@rel='next']/@href
single_page_link: //a[@class='print']
next_page_link: //a[@rel='next']/@data-to
prune: no
body: //copy
test_url: http://www.gazette.example/news/a-bridge-4117
test_url: http://www.gazette.example/news/a-ferry-4118
"""
_STRIPPED = 'div[class="ad"], [id*="promo"], [class*="promo"]'
PAGE = (
    '<html lang="en"><head><title>-</title><meta name="stamp" content="2026-02-25T10:00:00Z">'
    '<link rel="canonical" href="https://www.gazette.example/news/a-bridge-4117"></head><body>'
    '<h1 class="head">A Bridge Closes</h1><p class="by">Vera Lugovaya</p>'
    '<p class="by">Bo Ray</p><div id="copy">'
    '<div class="ad"><p>Buy a boat while there are boats, and sail it to the sea.</p></div>'
    + "<p>The bridge closed on Monday, and the ferry has not sailed since the ice came.</p>"
    * 3
    + '<div class="x-promo-y"><p>Letters from the river, every Friday morning.</p></div>'
    "</div></body></html>"
)


def test_a_file_is_imported_with_what_it_cannot_say(tmp_path: Path) -> None:
    source = tmp_path / "gazette.example.txt"
    source.write_text(CONFIG)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "bridge.html").write_text(PAGE)
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "import-ftr", str(source), "--pages", str(pages), **home)
    again = newscrawl("outlets", "import-ftr", str(source), **home)

    assert done.returncode == 0, done.stderr
    assert (
        "line 4, body: //div[contains(., 'old')]: no CSS selector can express [contains"
        in done.stdout
    )
    assert "line 12, next_page_link: //a[@rel='next']/@data-to: an address stands" in done.stdout
    assert "line 14, body: //copy: no element is called 'copy'" in done.stdout
    assert "1 page read: story 1" in done.stdout
    outlet_file = tmp_path / "home" / "outlets" / "gazette_example.py"
    outlet = at_path(outlet_file).outlet
    assert outlet is not None
    assert outlet.key("https://www.gazette.example/news/a-ferry-4118") == "4118"
    assert outlet.next_pages == 'a[rel="next"][href], a[class="print"]'
    assert [layout.body for layout in outlet.layouts] == ["div#copy", "article"]
    assert {layout.ignore for layout in outlet.layouts} == {_STRIPPED}
    assert outlet_file.read_text().count("promo") == 2, "what both ignore is said once"
    article = article_of(
        Page("https://www.gazette.example/news/a-bridge-4117", PAGE.encode()), outlet
    )
    assert article is not None
    assert (article.headline, article.authors) == ("A Bridge Closes", ("Vera Lugovaya", "Bo Ray"))
    assert str(article.date_published) == "2026-02-25 10:00:00+00:00"
    assert {block.text for block in article.blocks} == {
        "The bridge closed on Monday, and the ferry has not sailed since the ice came."
    }
    assert (again.returncode, "there is an outlet gazette_example" in again.stdout) == (1, True)


def test_a_file_without_a_body_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "gazette.example.txt").write_text("title: //h1\n")
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    done = newscrawl("outlets", "import-ftr", str(tmp_path), **home)
    assert (done.returncode, "no usable body" in done.stdout) == (1, True)
    assert not (tmp_path / "home" / "outlets").exists()


def test_what_a_file_is_called_is_no_code() -> None:
    name = 'a""";raise_it();""".example.org.txt'
    found = read_site_config(name, "body: //article")

    [opening, *_] = ast.parse(config_code(found, "en")).body

    assert isinstance(opening, ast.Expr)
    assert isinstance(opening.value, ast.Constant)
    assert opening.value.value == "a;raise_it();.example.org."


def test_every_line_is_said_or_named() -> None:
    text = """body: //p
http_header(user-agent): x
replace_string(f(1)): g(1)
replace_string(<b>):
odd words
foo: bar
strip: //main/text()
strip: //p[@class='\ufffdt\ufffd']
author:
test_url: gazette.example/a
skip_json_ld: yes
tidy: no
"""
    found = read_site_config(".gazette.example.txt", text)
    assert [tuple(told.rpartition(": ")[::2]) for told in found.unsaid] == [
        ("the name .gazette.example.txt", "hosts below gazette.example; write aliases or hosts"),
        ("line 2, http_header(user-agent): x", "every request has the crawl's own headers"),
        ("line 3, replace_string(f(1)): g(1)", "a page's bytes are read as they are"),
        ("line 4, replace_string(<b>):", "a page's bytes are read as they are"),
        ("line 5, odd words", "no directive"),
        ("line 6, foo: bar", "outlet files have no such word"),
        ("line 7, strip: //main/text()", "text() is no element"),
        ("line 8, strip: //p[@class='\ufffdt\ufffd']", "it is not written in UTF-8"),
        ("line 9, author:", "it has no value"),
        ("line 10, test_url: gazette.example/a", "no web address"),
        ("line 11, skip_json_ld: yes", "a page's JSON-LD is asked for what no reader here finds"),
    ]
    assert found.stripped == []


def test_a_quote_that_is_not_closed_hides_nothing_that_the_file_needs() -> None:
    found = read_site_config("gazette.example.txt", 'body: //p\nstrip: //p[@class="a]\n')
    assert "from newscrawl.outlet import Feed, Layout, Outlet" in config_code(found, "en")


def test_a_host_comes_before_the_hosts_below_it(tmp_path: Path) -> None:
    (tmp_path / ".gazette.example.txt").write_text("body: //article\n")
    (tmp_path / "gazette.example.txt").write_bytes(b"\xef\xbb\xbfbody: //main\r\n")
    done = newscrawl(
        "outlets", "import-ftr", str(tmp_path), "--dry-run", NEWSCRAWL_HOME=str(tmp_path)
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert 'body="main"' in done.stdout
    assert f"{tmp_path}/.gazette.example.txt: there is an outlet gazette_example" in done.stdout
