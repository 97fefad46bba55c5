"""Whatever stands in a field of an article, pages show it as text and stay as they were laid."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from sqlalchemy import text

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.article import Article, Block, BlockKind, Image, Removal
from tests.archive.making import DAY, HERALD, NOON, article, reading, store
from tests.browser import PHONE, too_wide, window
from tests.conftest import MakeDatabase
from tests.rows import every_row
from tests.web.conftest import Served, serving

_MARKUP = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</article></main></body></html>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "<iframe src=//elsewhere.test></iframe>",
    "<base href=//elsewhere.test/>",
    "<meta http-equiv=refresh content=0;url=//elsewhere.test>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//elsewhere.test/x.css>",
    "<form action=//elsewhere.test><button>",
    "<math><mtext></p><style><!--</style><img title='--><img src=x onerror=alert(1)>'>",
    "<!-- <![CDATA[ ]]> -->",
    "]]></description></item></channel></rss>",
    "{{ 7*7 }} {% raw %} {{ config }} ${7*7} #{7*7}",
    "&lt;script&gt; &amp;amp; &#60;script&#62;",
    "%3Cscript%3E \\u003cscript\\u003e \\x3cscript\\x3e",
    "<plaintext><textarea><xmp><noscript><template>",
    "</textarea></select></option></pre></details>",
    "<a href=javascript:alert(1)>x</a>",
    '=HYPERLINK("http://elsewhere.test";"x")',
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "\tTAB",
    "＝1+1",
    "\\write18{rm} } \\end{document} % $ # _ ^ ~",
    "<details open ontoggle=alert(1)>",
    "<body onpageshow=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<object data=//elsewhere.test/x></object><embed src=//elsewhere.test/x>",
    "<template shadowrootmode=open><slot></slot></template>",
    "<svg><style>@import '//elsewhere.test/x.css'</style></svg>",
    "<svg><use href=//elsewhere.test/x#y></use></svg>",
    "<picture><source srcset=//elsewhere.test/x></picture>",
    "<table background=//elsewhere.test/x><tr><td>",
    "<marquee onstart=alert(1)>",
    "<dialog open>x</dialog>",
    "<div popover id=p><button popovertarget=p>x</button>",
    "<bdo dir=rtl>gnp.exe</bdo>",
    "</bdi></a></h1></li></ol></section>",
    "<br>" * 400,
    "</p>" * 400,
    "<div style='position:fixed;inset:0;background:#000'>",
    "*{background:url(//elsewhere.test/x)}",
    "--><script>alert(1)</script><!--",
    "?><?xml-stylesheet href='//elsewhere.test/x.xsl'?>",
    "<!DOCTYPE x [<!ENTITY e 'ee'>]>&e;",
)
_CONTROLS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\x08\x08\x08b",
    "a\rb",
    "\x7f",
    "\u202egnp.exe",
    "\u2066\u2067\u2068\u2069",
    "\u202a\u202b\u202c\u202d",
    "\u061c\u200e\u200f",
    "\u200b\u200c\u200d\ufeff",
    "\u2028\u2029",
    "\ufff9a\ufffab\ufffb",
    "\ufffe\uffff",
    "a\u0300\u0301\u0302" * 20,
    "ﷺ" * 50,
    "𝕏" * 40,
    "👩‍👩‍👧‍👦" * 20,
    "\U000e0041\U000e0042",
    "x" * 5000,
    "ש" * 2000,
    "漢" * 2000,
    "<" * 500,
    '"' * 500,
    "&" * 500,
    "\u00ad" * 300,
    "\x1b[2J\x1b[H",
    "\x1bPq\x1b\\",
    "\x85\x84\x8d",
    "\u2067\u202eabc",
    "\u180e\u3164\uffa0\u115f",
    "\ufe0f" * 200,
    "\u0e33\u0e4d" * 100,
    "က္" * 100,
)
_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "//elsewhere.test/x",
    'https://elsewhere.test/"onclick="alert(1)',
    "https://elsewhere.test/<script>",
    "http://a@b:c@elsewhere.test",
    "file:///etc/passwd",
    "https://elsewhere.test/\u202egnp",
    "https://[::1",
    "https://",
    "http:",
    "?",
    "#",
    "/",
    "\\\\host\\x",
)
TEXTS = (*_MARKUP, *_CONTROLS, *_ADDRESSES)
HARMLESS = tuple(f"word {number}" for number in range(len(TEXTS)))
PATHS = (
    "/?limit=100&order=newest",
    "/?q=evening&limit=100&order=newest",
    "/edits?limit=200",
    "/deletions",
    "/outlets",
    "/outlets/herald",
    "/operator",
)


def _article(number: int, said: str, *words: str) -> Article:
    blocks = tuple(Block(kind, f"{said} {kind}") for kind in BlockKind)
    return article(
        key=str(number),
        headline=f"{said} of the evening" if not words else words[0],
        description=f"{said} describes",
        lead=f"{said} leads",
        kicker=said,
        authors=(said, f"{said} II"),
        date_published=NOON + timedelta(minutes=number),
        date_raw=said,
        section=said,
        keywords=(said,),
        language=said[:20] if number % 2 else "en",
        credits=(said,),
        republished_from=said,
        related=(said,),
        images=(Image(url=said, caption=said, credit=said),),
        blocks=blocks,
        removed=(Removal(said, 1, Block(BlockKind.PARAGRAPH, f"{said} begs")),),
    )


def _filled(url: str, said: tuple[str, ...]) -> None:
    engine = connect(url)
    with session_factory(engine).begin() as session:
        crawl = crawls.begin(session, HERALD, {})
        for number, each in enumerate(said):
            store(session, reading(_article(number, each), NOON))
            changed = _article(number, each, f"{each} of another evening")
            store(session, reading(changed, NOON + DAY))
        session.execute(
            text(
                "INSERT INTO quarantine (outlet, key, url, reason, error, crawl_id)"
                " VALUES ('herald', 'q', :said, :said, :said, :crawl)"
            ),
            {"said": said[0], "crawl": crawl},
        )
        session.execute(
            text(
                "INSERT INTO deletion (article_id, missing_since, gone_at, evidence)"
                " SELECT id, now(), now(), ARRAY[:said] FROM article"
            ),
            {"said": said[0]},
        )
        # Which texts are like each other is the texts' affair.
        session.execute(text("DELETE FROM duplicate"))
    engine.dispose()


@pytest.fixture(scope="module")
def both(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Served]]:
    """Two archives that differ in their texts alone: hostile ones, and harmless ones."""
    home = tmp_path_factory.mktemp("home")
    urls = [make_database.with_schema() for _ in range(2)]
    for url, said in zip(urls, (TEXTS, HARMLESS), strict=True):
        _filled(url, said)
    with serving(urls[0], home) as hostile, serving(urls[1], home) as harmless:
        yield [hostile, harmless]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.data.append(data)


def _read(page: str) -> _Tags:
    found = _Tags()
    found.feed(page)
    return found


def _paths(served: Served) -> list[str]:
    ids = [row[0] for row in served.rows("SELECT article_id FROM articles ORDER BY 1")]
    own = [f"/articles/{one}{rest}" for one in ids for rest in ("", "?removed=yes", "/difference")]
    return [*PATHS, *own]


def test_a_page_of_hostile_texts_has_the_tags_of_one_of_harmless_texts(both: list[Served]) -> None:
    outward = {"a"}
    for path in _paths(both[0]):
        pages = [served.get(path) for served in both]
        assert [page.status for page in pages] == [200, 200], path
        one, other = (_read(page.text) for page in pages)
        # What is no address of the web is no link.
        kinds = [[tag for tag, names in read.tags if tag not in outward] for read in (one, other)]
        assert kinds[0] == kinds[1], path
        for tag, names in one.tags:
            assert tag not in ("script", "style", "base", "object", "embed", "img", "iframe")
            assert not [name for name in names if name.startswith("on") or name == "style"]
        for link in one.links:
            assert link.startswith(("/", "http://", "https://", "#")), (path, link)
            assert not link.startswith("//"), (path, link)


def test_no_control_character_reaches_a_page(both: list[Served]) -> None:
    for path in _paths(both[0]):
        page = both[0].get(path).text
        found = re.findall(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]", page
        )
        # What a form was given, or a link leads to, is written as it is: it is no text.
        assert not found, (path, found)


def test_data_gives_each_text_back_and_feeds_and_tables_can_be_read(both: list[Served]) -> None:
    hostile = both[0]
    found = hostile.get("/.json", limit=1000, order="newest").data["articles"]
    assert len(found) == len(TEXTS)
    for name in ("edits", "deletions"):
        feed = ElementTree.fromstring(hostile.get(f"/{name}.rss", limit=200).body)
        assert len(feed.findall("channel/item")) == len(TEXTS)
        table = hostile.get(f"/{name}.csv", limit=1000).body.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(table, newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [
            cell
            for row in rows[1:]
            for cell in row
            if cell.startswith(("=", "+", "@", "\t", "＝")) and len(cell) > 1
        ]


@every_row("said", TEXTS)
def test_a_filter_of_any_text_is_answered(both: list[Served], said: str) -> None:
    for name in ("q", "outlet", "author", "section", "language", "since", "after", "order", said):
        for path in ("/", "/edits", "/operator"):
            answer = both[0].get(path, **{name: said})
            assert answer.status in (200, 400), (name, answer.text[:200])
            assert not [tag for tag, _ in _read(answer.text).tags if tag == "script"]


def test_a_browser_runs_loads_and_shifts_nothing(both: list[Served], chromium: Browser) -> None:
    root = f"http://127.0.0.1:{both[0].port}"
    ids = [row[0] for row in both[0].rows("SELECT article_id FROM articles ORDER BY 1")]
    with window(chromium, PHONE) as (page, met):
        for path in (*PATHS, *(f"/articles/{one}?removed=yes" for one in ids)):
            page.goto(root + path)
            assert too_wide(page) == [], path
            assert page.evaluate("document.querySelector('main + footer.bottom') !== null"), path
            assert (met.dialogs, met.complaints) == ([], []), path
        assert met.asked_elsewhere(root) == []
