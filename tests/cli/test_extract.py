"""``newscrawl extract``: where the page comes from, whose it is, and where it goes."""

import json
from pathlib import Path

import pytest

from newscrawl.cli.outlet_cases import parts_of_case, save_case
from newscrawl.page import Page
from tests.cli.runner import newscrawl
from tests.site.example import ExampleSite

CASE = Path(__file__).parents[1] / "outlets" / "moscow_times" / "article.html"
STORY = (
    '<head>{link}<meta property="og:title" content="Snow Falls"></head><article><h1>Snow Falls</h1>'
    "<p>Snow fell on the town for three days, and nobody complained about it at all.</p>"
    "<p>On the fourth day the mayor thanked the clouds, who did not answer him.</p></article>"
)


def page(link: str = "") -> bytes:
    return STORY.format(link=link).encode()


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_a_file_says_itself_where_it_stood() -> None:
    facts = json.loads(newscrawl("extract", str(CASE)).stdout)

    assert (facts["outlet"], facts["key"], facts["layout"]) == ("moscow_times", "92001", "blocks")


@pytest.mark.parametrize(
    ("html", "arguments", "outlet"),
    [
        (page(), ["--url", "https://unknown.test/1"], None),
        (page(), ["--url", "https://moscowtimes.ru/2026/02/25/x-a1"], "moscow_times_ru"),
        (page(), ["--url", "https://unknown.test/1", "--outlet", "moscow_times"], "moscow_times"),
        (page('<link rel="Canonical shortlink" href="https://unknown.test/1">'), [], None),
        (
            page(canonical("https://www.themoscowtimes.com/2026/02/25/x-a1")),
            ["--url", "https://mirror.test/2026/02/25/x-a1"],
            "moscow_times",
        ),
    ],
)
def test_the_outlet_is_the_one_that_was_named_or_to_which_the_address_belongs(
    html: bytes, arguments: list[str], outlet: str | None
) -> None:
    facts = json.loads(newscrawl("extract", "-", *arguments, stdin=html).stdout)

    assert (facts["outlet"], facts["headline"]) == (outlet, "Snow Falls")


@pytest.mark.parametrize(
    ("html", "arguments", "code", "says"),
    [
        (page(), [], 2, "does not say its address: give --url URL"),
        (page(canonical("/relative")), [], 2, "does not say its address"),
        (page(), ["--url", "nowhere"], 2, "--url takes a web address"),
        (page(), ["--outlet", "moscow_time", "--url", "https://x.test/"], 2, "did you mean"),
        (b"", ["--url", "https://x.test/"], 1, "not an article (empty): https://x.test/"),
        (b"%PDF-1.7", ["--url", "https://x.test/"], 1, "not an article (not_html)"),
        (b"<p>Hi.", ["--url", "https://x.test/"], 1, "no headline"),
        (bytes(range(256)) * 9, [], 1, "not text in any known encoding (tried utf-8)\n"),
        (b"<b>" * 9000, ["--url", "https://x.test/"], 1, "nested too deep"),
        (ExampleSite().respond("/2026/01/01/no-such-a1")[2], [], 1, "not an article"),
    ],
)
def test_what_is_no_article_is_one_line(
    html: bytes, arguments: list[str], code: int, says: str
) -> None:
    given = arguments or (["--url", "https://www.themoscowtimes.com/x"] if b"Oops" in html else [])
    done = newscrawl("extract", "-", *given, stdin=html)

    assert says in done.stderr
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, "", 1)


def test_half_a_surrogate_pair_is_printed_as_json_writes_it() -> None:
    html = page('<script type="application/ld+json">{"@type": "NewsArticle",'
                '"headline": "Snow", "articleSection": "Snow \\ud83d"}</script>')  # fmt: skip

    done = newscrawl("extract", "-", "--url", "https://x.test/1", stdin=html)

    assert json.loads(done.stdout)["section"] == "Snow \ud83d"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "tests" / "outlets").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    return tmp_path


def test_a_case_is_the_page_and_what_is_printed(checkout: Path) -> None:
    case = ["--save-case", "moscow_times/new"]
    done = newscrawl("extract", str(CASE), *case, cwd=checkout / "docs")

    saved = checkout / "tests" / "outlets" / "moscow_times" / "new"
    assert saved.with_suffix(".html").read_bytes() == CASE.read_bytes()
    assert json.loads(saved.with_suffix(".json").read_text()) == json.loads(done.stdout)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("moscow_times", "write a case as OUTLET/CASE"),
        ("moscow_times/../../x", "write a case as OUTLET/CASE"),
        ("/etc/x", "write a case as OUTLET/CASE"),
        ("herald/new", "there is no outlet 'herald'"),
        ("moscow_times/old", "the case moscow_times/old exists"),
    ],
)
def test_a_case_that_cannot_be_saved_is_one_line(checkout: Path, case: str, says: str) -> None:
    (checkout / "tests" / "outlets" / "moscow_times").mkdir()
    old = checkout / "tests" / "outlets" / "moscow_times" / "old.html"
    old.write_text("old")

    done = newscrawl("extract", str(CASE), "--save-case", case, cwd=checkout)

    assert (done.returncode, old.read_text()) == (2, "old")
    assert says in done.stderr


def test_a_case_needs_a_checkout(tmp_path: Path) -> None:
    done = newscrawl("extract", str(CASE), "--save-case", "moscow_times/new", cwd=tmp_path)

    assert "there is no tests/outlets/ above here" in done.stderr


def test_the_parts_of_a_page_are_saved_with_it(checkout: Path) -> None:
    path = checkout / "tests" / "outlets" / "moscow_times" / "live"
    parts = {
        "https://x.test/live/1": b'[{"text": "Snow"}]',
        "https://x.test/snow/2": b"<p>Snow on \xabpage\xbb 2",
        "https://x.test/rss": "<rss>Снег</rss>".encode(),
    }
    save_case(path, Page("https://x.test/", b"<p>Snow", parts=parts), "{}")

    text = path.with_suffix(".parts.json").read_text(errors="replace")
    saved = json.loads(text)
    assert saved["https://x.test/live/1"] == [{"text": "Snow"}]
    assert saved["https://x.test/rss"] == "<rss>Снег</rss>"
    assert parts_of_case(path.with_suffix(".html")) == parts


def test_explain_names_the_container_the_readers_and_the_rules() -> None:
    lines = newscrawl("extract", str(CASE), "--explain").stdout.splitlines()

    assert lines[0].startswith("body: by the layout blocks, ")
    assert any(line.startswith("  headline by ") for line in lines)
    assert any(line.startswith("  date_published by ") for line in lines)
    assert any(" by support" in line or " by related" in line for line in lines), lines


def test_explain_says_that_no_layout_fitted() -> None:
    html = page(canonical("https://unknown.test/1"))

    lines = newscrawl("extract", "-", "--explain", stdin=html).stdout.splitlines()

    assert lines[:2] == [
        "body: by the generic reader, 100% of the page's prose",
        "  in body > article",
    ]
    assert "  headline by h1: Snow Falls" in lines


def test_an_odd_value_in_json_ld_stops_no_command() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "author": 7}</script>'
    done = newscrawl("extract", "-", "--url", "https://x.test/1", stdin=page(told))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["authors"] == []
