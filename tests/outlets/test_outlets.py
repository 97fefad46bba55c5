import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from newscrawl import outlets, read_article
from newscrawl.article import Article, Kind
from newscrawl.boilerplate import Rule, clean
from newscrawl.cli.outlet_cases import parts_of_case
from newscrawl.errors import OutletError, Undecodable
from newscrawl.export.article_json import as_json
from newscrawl.extract import extract
from newscrawl.outlet import ClaimedEntry, Feed, Layout, LiveEntries, Outlet, Section, Sitemap
from newscrawl.outlets import load_outlet, load_outlets, moscow_times, outlet_of
from newscrawl.page import Page
from tests.outlets.small_pages import EVERY, PROSE, Small
from tests.outlets.test_moscow_times_rules import takers
from tests.rows import every_row

Install: TypeAlias = Callable[[str, str], None]

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.html"))


def printed(article: Article) -> dict[str, Any]:
    """An article as JSON: what ``newscrawl extract`` prints."""
    return as_json(article)


@cache
def read(case: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected of a case, and what is read from its page."""
    expected = json.loads(case.with_suffix(".json").read_text())
    outlet = load_outlet(case.parent.name)
    page = Page(expected["url"], case.read_bytes(), parts=parts_of_case(case))
    return expected, printed(clean(extract(page, outlet), outlet.boilerplate))


@every_row("case", CASES)
def test_a_page_is_read_as_it_should_be(case: Path) -> None:
    expected, found = read(case)

    assert {name: found.get(name, "no such field") for name in expected} == expected


@every_row("outlet", load_outlets().values())
def test_every_layout_of_an_outlet_has_a_case(outlet: Outlet) -> None:
    seen = {read(case)[0]["layout"] for case in CASES if case.parent.name == outlet.name}
    seen |= {small.layout for small in EVERY if small.outlet == outlet.name}

    assert ({layout.name for layout in outlet.layouts} or {"generic"}) == seen


#: Their rules are held to lines rather than to pages, by ``rule_cases.py``.
HELD_TO_LINES = {"moscow_times", "moscow_times_ru"}
HELD_TO_PAGES = [o for o in load_outlets().values() if o.name not in HELD_TO_LINES]


@every_row("outlet", HELD_TO_PAGES)
def test_every_rule_of_an_outlet_takes_something_of_a_case(outlet: Outlet) -> None:
    blocks = (extract(page, outlet).blocks for page in pages_of(outlet))
    alive = {rule for of_page in blocks for rule in takers(of_page, outlet.boilerplate)}

    assert [rule for rule in outlet.boilerplate if rule not in alive] == []


def pages_of(outlet: Outlet) -> Iterator[Page]:
    """Its cases and its small pages."""
    for case in CASES:
        if case.parent.name == outlet.name:
            yield Page(read(case)[0]["url"], case.read_bytes())
    yield from (Page(small.url, small.html) for small in EVERY if small.outlet == outlet.name)


def patterns(rule: Rule) -> list[str]:
    """All patterns of a rule, whatever its kind."""
    held = (getattr(rule, name, ()) for name in ("pattern", "patterns", "first", "last", "lines"))
    several = [(value,) if isinstance(value, str) else value for value in held]
    return [getattr(value, "pattern", value) for values in several for value in values]


def repeats(parsed: object, inside: bool = False) -> Iterator[bool]:
    """For each repetition of a parsed pattern: whether it stands inside another."""
    if not isinstance(parsed, re._parser.SubPattern | list | tuple):
        return
    if isinstance(parsed, tuple) and len(parsed) == 2 and "REPEAT" in str(parsed[0]):
        _, most, body = parsed[1]
        is_many = most > 1
        if is_many:
            yield inside
        yield from repeats(body, inside or is_many)
        return
    for part in parsed:
        yield from repeats(part, inside)


@every_row("outlet", load_outlets().values())
def test_every_pattern_is_anchored_and_none_repeats_a_repetition(outlet: Outlet) -> None:
    of_rules = [pattern for rule in outlet.boilerplate for pattern in patterns(rule)]
    every = [*of_rules, *outlet.articles]

    assert [pattern for pattern in every if not pattern.startswith("^")] == []
    assert any(repeats(re._parser.parse("(a+b)*"))), "the control"
    assert [p for p in of_rules if any(repeats(re._parser.parse(p)))] == []


@every_row("case", CASES)
def test_the_address_of_a_case_leads_to_its_outlet_alone(case: Path) -> None:
    facts = json.loads(case.with_suffix(".json").read_text())
    outlets = load_outlets().values()
    found = outlet_of(facts["url"], outlets)

    assert found
    assert (found.name, found.key(facts["url"])) == (case.parent.name, facts["key"])
    # The addresses of a service below another's host are told apart by their paths.
    assert [o.name for o in outlets if o.key(facts["url"])] == [case.parent.name]


@every_row("small", EVERY)
def test_a_small_page_is_read_and_its_address_leads_to_its_outlet_alone(small: Small) -> None:
    outlets = load_outlets().values()
    owner = outlet_of(small.url, outlets)
    assert owner
    url = owner.canonical(small.url) or ""

    article = read_article(small.html, small.url, owner)

    assert {o.name: o.key(url) for o in outlets if o.key(url)} == {small.outlet: small.key}
    assert (article.layout, article.body) == (small.layout, "\n\n".join(PROSE))
    assert {name: getattr(article, name) for name in small.fields} == small.fields


def test_what_outlets_share_is_no_outlet() -> None:
    shared = [path.stem for path in Path(outlets.__file__).parent.glob("_[a-z]*.py")]

    assert shared
    assert not set(shared) & set(load_outlets())
    assert not {name.strip("_") for name in shared} & set(load_outlets())


def test_a_crawl_loads_the_file_of_its_outlet_and_no_other() -> None:
    code = """
import sys
from newscrawl.outlets import load_outlet
print(load_outlet("taz").name, "newscrawl.outlets.spiegel" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)

    assert done.stdout == "taz False\n"


def test_an_outlet_that_is_loaded_alone_is_the_one_among_all() -> None:
    assert {name: load_outlet(name) for name in load_outlets()} == load_outlets()


def test_outlets_are_found_because_their_files_are_there() -> None:
    files = [path.stem for path in Path(outlets.__file__).parent.glob("[a-z]*.py")]

    assert list(load_outlets()) == sorted(files)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("moscow_time", r"^there is no outlet 'moscow_time'; did you mean moscow_times\?$"),
        ("moscow_times_re", "did you mean moscow_times_ru"),
        ("xyz", r"^there is no outlet 'xyz'; newscrawl outlets lists all \d+$"),
    ],
)
def test_an_unknown_name_gets_a_hint(asked: str, says: str) -> None:
    with pytest.raises(OutletError, match=says):
        load_outlet(asked)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a distribution of one module that offers an outlet, for one test."""

    def install(module: str, source: str) -> None:
        (tmp_path / f"{module}.py").write_text(source)
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[newscrawl.outlets]\n{module} = {module}\n")

    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield install
    for name in set(sys.modules) - before:
        del sys.modules[name]


COURIER = """
from newscrawl import outlet
OUTLET = outlet.Outlet(name="{name}", title="C", home="https://courier.test", language="en")
"""


def test_another_package_brings_its_outlet(install: Install) -> None:
    ours = set(load_outlets())
    install("courier_one", COURIER.format(name="courier"))

    assert set(load_outlets()) - ours == {"courier"}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("courier_two", "OUTLET = 1"),
        ("courier_three", ""),
        ("courier_four", "import no_such_module"),
        ("courier_five", "OUTLET = ("),
        ("courier_six", COURIER.format(name="No Snake")),
        ("courier_seven", "import re\nre.compile('(')"),
    ],
)
def test_a_broken_outlet_of_another_package_is_named(
    install: Install, module: str, source: str
) -> None:
    ours = set(load_outlets())
    install(module, source)

    assert set(load_outlets()) == ours
    with pytest.raises(OutletError, match=module):
        load_outlet(module)


def test_of_two_outlets_of_one_name_the_second_is_refused(install: Install) -> None:
    install("courier_eight", COURIER.format(name="moscow_times"))

    [file] = [file for file in outlets.outlet_files() if file.faults]
    assert "two outlets named 'moscow_times'" in str(file.faults[0])
    assert load_outlets()["moscow_times"].title == "The Moscow Times"


DATED = "/2026/02/25/a-bridge-closes-a92001"


@every_row(
    ("url", "name"),
    [
        (f"https://www.themoscowtimes.com{DATED}", "moscow_times"),
        (f"http://themoscowtimes.com{DATED}", "moscow_times"),
        ("https://static.themoscowtimes.com/sitemap/sitemap.xml", "moscow_times"),
        ("https://www.themoscowtimes.com/russia", "moscow_times"),
        (f"https://www.themoscowtimes.com/ru{DATED}", "moscow_times_ru"),
        ("https://themoscowtimes.com/ru", "moscow_times_ru"),
        (f"https://ru.themoscowtimes.com{DATED}", "moscow_times_ru"),
        (f"https://moscowtimes.ru{DATED}", "moscow_times_ru"),
        (f"https://bites.themoscowtimes.com{DATED}", None),
        ("https://meduza.io/en/news/2026/02/25/a-bridge-closes", "meduza"),
        ("http://mediazona.ca/news/2026/02/25/bridge", "mediazona"),
        ("https://mediazona.by/news/2026/02/25/bridge", "mediazona_belarus"),
        ("https://de.globalvoices.org/2026/02/25/a-bridge-closes/", "global_voices_de"),
        ("https://globalvoices.org/2026/02/25/a-bridge-closes/", "global_voices"),
        ("https://fr.globalvoices.org/2026/02/25/a-bridge-closes/", None),
        ("https://www.taz.de/A-Bridge/!5504959/", "taz"),
        ("https://about.rferl.org/a/39900017.html", None),
        (f"https://themoscowtimes.com.evil.test{DATED}", None),
        ("https://www.zdf.de/nachrichten/panorama/faehre-100.html", "zdfheute"),
        ("https://www.zdf.de/serien/insel-100.html", None),
        ("https://www.bbc.co.uk/news/articles/c9900017xyzo", "bbc"),
        ("https://japannews.yomiuri.co.jp/society/20260225-9900017/", None),
        ("no address", None),
    ],
)
def test_a_url_belongs_to_the_outlet_with_the_nearest_address(url: str, name: str | None) -> None:
    found = outlet_of(url, load_outlets().values())

    assert (found and found.name) == name


@every_row(
    ("url", "key"),
    [
        (DATED, "92001"),
        (f"{DATED}?utm_source=x", "92001"),
        (f"{DATED}/", "92001"),
        ("/archive/a-market-opens", "/archive/a-market-opens"),
        ("/plus/lantern-works/lamps", "/plus/lantern-works/lamps"),
        (f"{DATED}/pdf", None),
        ("/archive/a-market-opens/pdf", None),
        ("/2026/02/25/a-bridge-closes", None),
        (f"/preview{DATED}", None),
        (f"/ru{DATED}", None),
        (f"/search/?q={DATED}", None),
        ("/plus/lantern-works", None),
        ("/page/about", None),
        ("/contribute", None),
        ("/newsletters", None),
        ("/news/a-bridge-closes-62001", None),
    ],
)
def test_articles_are_known_by_their_addresses(url: str, key: str | None) -> None:
    outlet = load_outlet("moscow_times")

    assert outlet.key(outlet.canonical(url) or "") == key


@every_row(
    ("url", "key"),
    [
        ("https://www.theguardian.com/world/2026/feb/25/ice", "/world/2026/feb/25/ice"),
        ("https://www.theguardian.com/world/video/2026/feb/25/ice-video", None),
        ("https://www.theguardian.com/world/lantern-isle", None),
        ("https://www.theguardian.com/world/2026/feb/25/ice?page=2", None),
        ("https://theintercept.com/2026/02/25/ice", "2026/02/25/ice"),
        ("https://theintercept.com/2026/02/25/ice/?comments=1", None),
        ("https://www.rferl.org/a/39900017.html", "39900017"),
        ("https://www.rferl.org/a/ice-on-the-harbor/39900017.html", "39900017"),
        ("https://www.rferl.org/z/5549", None),
        ("https://meduza.io/en", None),
        ("https://novayagazeta.eu/news/2026/02/25/ice-en", "2026/02/25/ice-en"),
        ("https://theins.ru/politika/990018", "politika/990018"),
        ("https://theins.ru/news", None),
        ("http://mediazona.ca/article/2026/02/25/ice", "article/2026/02/25/ice"),
        ("https://www.propublica.org/topics/ice", None),
        ("https://kyivindependent.com/about/", None),
        ("https://kyivindependent.com/tag/ice-on-the-harbor/", None),
        ("https://www.pravda.com.ua/eng/news/2026/02/25/9900018/", "eng/news/2026/02/25/9900018"),
        ("https://www.pravda.com.ua/news/2026/02/25/9900018/index.amp", None),
        ("https://www.occrp.org/en/news/feed", None),
        ("https://www.occrp.org/en/project/ice/a-firm", "en/project/ice/a-firm"),
        ("https://www.occrp.org/en/project/ice", None),
        ("https://balkaninsight.com/2026/02/25/ice/", "2026/02/25/ice"),
        ("https://balkaninsight.com/2026/02/25/ice/rd/", "2026/02/25/ice"),
        ("https://www.opendemocracy.net/en/about/", None),
        ("https://www.opendemocracy.net/en/ice-on-the-harbor/", "en/ice-on-the-harbor"),
        ("https://www.spiegel.de/spiegel/a-710880.html", "710880"),
        ("https://www.spiegel.de/thema/ice/", None),
        ("https://taz.de/!5504959/", "5504959"),
        ("https://taz.de/Politik/!p4615/", None),
        ("https://www.lemonde.fr/planete/", None),
        ("https://www.srf.ch/news/schweiz", None),
        ("https://www.telegraph.co.uk/news/politics/", None),
        ("https://www.zeit.de/news/2026-02/25", None),
        ("https://www.namibian.com.na/category/sports/", None),
        ("https://verstka.media/about", None),
        ("https://www.repubblica.it/cronaca/", None),
        ("https://www.bbc.com/ukrainian/articles/c9900017xyzo", "c9900017xyzo"),
        ("https://www.bbc.com/russian/features-59900017", "59900017"),
        ("https://www.bbc.com/news/live/c9900017xyzt", None),
        (
            "https://www.liberation.fr/monde/le-bac-20260225_ABCDEFGHIJKLMNOPQRSTUVWX17/",
            "ABCDEFGHIJKLMNOPQRSTUVWX17",
        ),
        ("https://www.reuters.com/article/us-ferry-idUSKBN99A017", "idUSKBN99A017"),
        ("https://www.sueddeutsche.de/bayern/faehre-1.9900017", "1.9900017"),
        ("https://www.welt.de/reise/article000000000000000000000017/f.html", "0" * 22 + "17"),
        ("https://www.telegraph.co.uk/news/uk/9900017/Ferry-stops.html", "9900017"),
        ("https://www.lemonde.fr/planete/article/2026/02/25/ice_9900018_3244.html", "9900018"),
    ],
)
def test_an_address_has_the_key_of_its_outlet(url: str, key: str | None) -> None:
    outlet = outlet_of(url, load_outlets().values())

    assert outlet
    assert outlet.key(outlet.canonical(url) or "") == key


def test_addresses_of_the_russian_service_are_one() -> None:
    outlet = load_outlet("moscow_times_ru")
    hosts = ("ru.themoscowtimes.com", "www.moscowtimes.ru", "www.themoscowtimes.com/ru")

    found = {outlet.canonical(f"http://{host}{DATED}") for host in hosts}

    assert found == {f"https://ru.themoscowtimes.com{DATED}"}


@every_row(
    ("head", "body", "kind"),
    [
        ("", "", Kind.ARTICLE),
        ("Opinion | Bridges.", "", Kind.OPINION),
        ("Video | Bridges.", "", Kind.VIDEO),
        ("Podcast | Bridges.", "", Kind.PODCAST),
        ("Opinion polls fall.", "", Kind.ARTICLE),
        ("", '<span class="label">News Analysis</span>', Kind.ANALYSIS),
        ("", '<span class="label label--partner">Opinion</span>', Kind.ARTICLE),
        ("", '<i data-section="news" data-type="analysis"></i>', Kind.ANALYSIS),
        ("Video | Ice.", '<i data-section="news" data-type="article"></i>', Kind.VIDEO),
        (
            "",
            '<span class="label">Power</span><i data-section="n" data-type="live"></i>',
            Kind.LIVE,
        ),
        ("Gallery | Ice.", '<i class="article--advertorial"></i>', Kind.SPONSORED),
    ],
)
def test_the_kind_is_read_from_what_the_page_says_of_itself(
    head: str, body: str, kind: Kind
) -> None:
    html = f'<meta name="description" content="{head}"><div class="article__header">{body}</div>'

    assert moscow_times.kind(Page("https://a.test", html.encode())) is kind


def test_the_disclaimer_under_the_body_is_noted_and_leaves_the_body() -> None:
    views = (
        "The views expressed in opinion pieces do not necessarily reflect the position of "
        "The Moscow Times."
    )
    html = (
        "<h1>Views</h1><div class='article-container'><div class='article__content'><p>Mine.</p>"
        f"</div><div class='article__disclaimer'>{views}</div></div>"
    )

    article = read_article(html.encode(), moscow_times.OUTLET.home, moscow_times.OUTLET)

    assert article.opinion_disclaimer
    assert article.body == "Mine."


@pytest.mark.parametrize(
    "body", [b"<html>", b"[1]", b'[{"time": "soon", "body": [{"type": "html", "html": ""}]}]']
)
def test_live_posts_that_cannot_be_read_are_no_empty_list(body: bytes) -> None:
    url = "https://www.themoscowtimes.com/live/1/0"
    html = b'<div class="live-posts" data-url="/live/1/{{from}}"></div>'
    page = Page("https://www.themoscowtimes.com/x", html, parts={url: body})

    with pytest.raises(Undecodable, match="/live/1/0"):
        moscow_times.live_posts(page, lambda node: ())


def test_every_word_of_an_outlet_file_is_in_the_docs() -> None:
    docs = (HERE.parents[1] / "docs" / "outlets.md").read_text()
    words = {
        field.name
        for of in (Outlet, Layout, LiveEntries, ClaimedEntry, Feed, Sitemap, Section)
        for field in fields(of)
    } | {"Under", "Says", "Run", "Between", "After", "InOrder"}
    # Set when a file is loaded, and no word of it.
    words -= {"files"}

    assert [word for word in sorted(words) if f"`{word}" not in docs] == []


def test_every_outlet_is_in_the_docs() -> None:
    docs = (HERE.parents[1] / "docs" / "outlets.md").read_text()
    table = docs.partition("## The outlets")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)

    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == list(load_outlets())
