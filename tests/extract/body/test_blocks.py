import pytest

from newscrawl.article import Block, BlockKind
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.page import Page
from tests.rows import every_row

P, H, Q, L, E, C = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.QUOTE,
    BlockKind.LIST,
    BlockKind.EMBED,
    BlockKind.CAPTION,
)


def blocks(html: str, ignore: str | None = None) -> list[Block]:
    page = Page("https://a.test/", f"<body>{html}</body>".encode(), declared="utf-8")
    assert page.tree.body
    return list(blocks_in(page.tree.body, ignore))


def texts(html: str, ignore: str | None = None) -> list[str]:
    return [block.text for block in blocks(html, ignore)]


@every_row(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br><br>Two<br>\n<br><br>Three", ["One", "Two", "Three"]),
        ("One<br>more", ["One more"]),
        ("One<div></div>two<hr>three<ul></ul>", ["One", "two", "three"]),
        ("<ul><li>One<li>two<li></ul>", ["One\ntwo"]),
        ("<ul><li>One<li><figure></figure>two</ul>", ["One", "two"]),
        ("<div>Bare <b>bold</b> text <i>here</i>.</div>", ["Bare bold text here."]),
        ("Bare<p>Inside</p>behind", ["Bare", "Inside", "behind"]),
        ("<span>Before <p>Inside</p> behind</span> after", ["Before", "Inside", "behind", "after"]),
        ("a <i>b <u>c <p>d</p> e</u> f</i> g", ["a", "b", "c", "d", "e", "f", "g"]),
        ("<b><i><p>One</p></i></b>Two", ["One", "Two"]),
        ("<p>One<p>Two<div>Three", ["One", "Two", "Three"]),
        ("<p>A <script>x()</script>sentence <!-- c -->goes on.", ["A sentence goes on."]),
        ("<p>A <style>x</style><noscript>n</noscript><template>t</template>b</p>", ["A b"]),
        ("<p>Look <img alt='x'> here</p>", ["Look here"]),
        ("<p>\u00a0</p><p> \n </p><p>\u200b</p><p>A\u00a0b\n  c</p>", ["A b c"]),
        ("<button>Share</button>Text<label>Mail</label>", ["Share", "Text", "Mail"]),
        ("<b>" * 400 + "Deep" + "<p>er", ["Deep er"]),
    ],
)
def test_lines_are_cut_where_a_reader_sees_them_end(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@every_row(
    ("html", "expected"),
    [
        ("<h2>Head</h2>", Block(H, "Head")),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", Block(L, "a\nb\nc")),
        ("<table><tr><td>a<td>b</table>", Block(L, "a\nb")),
        ("<dl><dt>a<dd>b</dl>", Block(L, "a\nb")),
        ("<table class=x><tr><td><h2>Head</h2></table>", Block(H, "Head", ("x",))),
        (
            "<blockquote class=q><p>Said</p><cite>He</cite></blockquote>",
            Block(Q, "Said\nHe", ("<blockquote>", "q")),
        ),
        (
            "<figure class=f><img><figcaption>Cap <i>credit</i></figcaption></figure>",
            Block(C, "Cap credit", ("<figure>", "f")),
        ),
        ("<figure><h3>Title</h3></figure>", Block(C, "Title", ("<figure>",))),
        (
            "<iframe class=v src=' https://v.test/1 '></iframe>",
            Block(E, "https://v.test/1", ("v",)),
        ),
        ("<iframe data-src=/1></iframe>", Block(E, "/1")),
    ],
)
def test_each_kind_of_block(html: str, expected: Block) -> None:
    assert blocks(html) == [expected]


def test_an_embed_in_a_quote_is_kept_behind_it() -> None:
    found = blocks("<blockquote>Said<iframe src=https://v.test/></iframe></blockquote>")

    assert [block.kind for block in found] == [Q, E]


@pytest.mark.parametrize("address", ["about:blank", "JavaScript:x()", "data:text/html,x", " "])
def test_an_embed_without_an_address_is_none(address: str) -> None:
    assert blocks(f'<iframe src="{address}"></iframe>') == []


@every_row(
    ("html", "marks"),
    [
        ("<div id=a class='b c'><p class=d>x</p></div>", ("a", "b", "c", "d")),
        ("<div class='b a'><p class='a b c'>x</p></div>", ("b", "a", "c")),
        ("<aside class=a><form id=f><p>x</p></form></aside>", ("<aside>", "a", "<form>", "f")),
        ("<nav><footer class=x>x</footer></nav>", ("<nav>", "<footer>", "x")),
        ("<p class=a>x <span class=b>y</span></p>", ("a",)),
        ("<span class=a><p class=b>x</p></span>", ("a", "b")),
        ("<a class=a href=/><h3 class=b>x</h3></a>", ("a", "b", "<a>")),
        ("<p><a href=/>Nearly all of it is link</a>.</p>", ("<a>",)),
        ("<p><a href=/>Half of it</a> is not a link</p>", ()),
        ("<ul><li><a href=/>x</a><li><a href=/>y</a></ul>", ("<a>",)),
        ("<ul><li><a href=/>x</a><li>plain text</ul>", ()),
    ],
)
def test_marks_are_what_a_block_stood_under(html: str, marks: tuple[str, ...]) -> None:
    assert [block.marks for block in blocks(html)] == [marks]


def test_only_the_part_that_is_a_link_bears_its_mark() -> None:
    found = blocks("<p>Some text.<br><br><a href=/>Read more</a></p>")

    assert [block.marks for block in found] == [(), ("<a>",)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <span class=ad>Buy</span>sentence</p>", ["One sentence"]),
        ("One<div class=ad><p>Buy</p></div>two", ["One", "two"]),
        ("<p>One <b>bold <i class=ad>Buy</i>text</b></p>", ["One bold text"]),
    ],
)
def test_what_a_layout_ignores_is_passed_over(html: str, expected: list[str]) -> None:
    assert texts(html, ".ad") == expected
    assert "Buy" in " ".join(texts(html))
