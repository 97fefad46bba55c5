"""What is wrong with an outlet file is told with its line and its remedy, and stops it alone."""

import os
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.boilerplate import Under
from newscrawl.cli.outlet_cases import pages_in
from newscrawl.cli.write_outlet_file import module_of, write_repair
from newscrawl.config import Config
from newscrawl.describe.outlet_code import FieldReader
from newscrawl.describe.repair import Repair
from newscrawl.describe.repair_code import repair_code
from newscrawl.errors import UsageError
from newscrawl.outlet import FIELDS, Outlet
from newscrawl.outlet_files.load_outlet_files import at_path, in_folder
from newscrawl.outlet_files.outlet_checks import wrongs_in
from newscrawl.outlet_files.runaway_patterns import runs_away
from newscrawl.outlets import file_of, load_outlet, load_outlets, outlet_files
from newscrawl.page import Page
from newscrawl.read_page import read_uncleaned
from tests.cli.runner import newscrawl
from tests.rows import every_row

HEAD = """from newscrawl.boilerplate import After, Between, InOrder, Run, Says, Under
from newscrawl.outlet import Feed, Layout, LiveEntries, Outlet, Section, Sitemap
"""
#: Each word on a line of its own, from the fourth line on.
WORDS = {
    "name": '"gazette"',
    "title": '"The Gazette"',
    "home": '"https://gazette.example"',
    "language": '"en"',
    "timezone": '"Europe/Riga"',
    "sources": '(Feed("/rss"),)',
    "articles": r'(r"^/(?P<year>\d{4})/[^/?]+-(?P<key>\d+)$",)',
    "layouts": '(Layout("story", body=".story"),)',
    "boilerplate": '(Under("newsletter", "signup-*"), Says("ask", r"^Support us\\b"))',
}


def source(**words: str) -> str:
    given = {**WORDS, **words}
    lines = "\n".join(f"    {word}={value}," for word, value in given.items() if value)
    return f"{HEAD}OUTLET = Outlet(\n{lines}\n)\n"


def faults(folder: Path, text: str) -> list[str]:
    """What is wrong with a file of this text, each beginning with its line."""
    path = folder / "gazette.py"
    path.write_text(text)
    told = [str(fault) for fault in at_path(path).faults]
    assert all(line.startswith(str(path)) for line in told)
    return [line.removeprefix(f"{path}:") for line in told]


def test_a_file_without_a_fault_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path, source()) == []
    # As many slashes at its end as there are.
    assert faults(tmp_path, source(articles=r'(r"^/\d{4}/[^/]+/*$",)')) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"articels": "()"}, "there is no word 'articels' of Outlet; did you mean articles?"),
        ({"language": ""}, "Outlet needs language"),
        ({"layouts": '(Layout("a", bdy=".a"),)'}, "no word 'bdy' of Layout; did you mean body?"),
        ({"layouts": '(Layout("story"),)'}, "Layout needs body"),
        ({"name": '"The Gazette"'}, "outlet name must be snake_case: 'The Gazette'"),
        ({"title": '""'}, "title takes the name as the outlet writes it"),
        ({"home": '"gazette.example"'}, "write one such as https://www.example.org"),
        ({"home": '"ftp://gazette.example"'}, "write one such as https://www.example.org"),
        ({"language": '"english"'}, "no ISO 639 code; did you mean en?"),
        ({"language": '"en-US"'}, "no ISO 639 code; did you mean en?"),
        ({"language": '"qx"'}, "no ISO 639 code; write one such as en"),
        ({"timezone": '"Europe/Rigga"'}, "did you mean Europe/Riga?"),
        ({"timezone": '"Europe"'}, "there is no time zone 'Europe'"),
        ({"articles": '(r"^/news/")'}, "articles takes a tuple, not '^/news/': write ("),
        ({"sources": 'Feed("/rss")'}, "sources takes a tuple"),
        ({"aliases": '("www.gazette.example")'}, "aliases takes a tuple"),
        ({"boilerplate": '(Says("a", "^b"))'}, "boilerplate takes a tuple"),
        ({"sources": '("/rss",)'}, 'write Feed("/rss")'),
        ({"layouts": '(".story",)'}, 'write Layout("story", body=".story")'),
        ({"boilerplate": '("signup",)'}, 'write one such as Under("newsletter", "signup")'),
        ({"revisits": "(1,)"}, "write timedelta(hours=1)"),
        ({"delay": '"1"'}, "delay takes seconds, not '1'"),
        ({"articles": '("(",)'}, "'(' is no pattern: missing ), unterminated"),
        ({"articles": r'(r"^/(?P<kye>\d+)$",)'}, "there is no group 'kye'; did you mean key?"),
        ({"articles": '(r"^https://gazette.example/",)'}, "begin it with ^/"),
        ({"articles": '(r"^/([a-z]+-?)+/?$",)'}, "runs away"),
        ({"boilerplate": r'(Says("a", r"^(\w+\s?)+$"),)'}, "runs away"),
        ({"aliases": '("https://a.example",)'}, "leave https:// out"),
        ({"hosts": '("static.example/a",)'}, "write a name such as static.example.org"),
        ({"sources": '(Sitemap("/s.xml", month="("),)'}, "'(' is no pattern"),
        ({"sources": r'(Sitemap("/s.xml", month=r"\d+"),)'}, "no groups (?P<year>…)"),
        ({"sources": '(Section("/a", "/a/2", step=1),)'}, "has no {offset}"),
        ({"sources": '(Section("/a", "/a/{offset}"),)'}, "needs step"),
        ({"sources": '(Section("/a", links="a["),)'}, "'a[' is no CSS selector"),
        ({"layouts": '(Layout("story", body=".story["),)'}, "'.story[' is no CSS selector"),
        ({"layouts": '(Layout("a", ".a", ignore="p:hass(a)"),)'}, "'p:hass(a)' is no CSS"),
        ({"layouts": '(Layout("a", ".a", asides=".box"),)'}, "write the name, box"),
        ({"layouts": '(Layout("a", ".a", asides=5),)'}, "a class name or id such as 'aside'"),
        ({"layouts": '(Layout("", ".a"),)'}, "a layout needs a name such as 'story', not ''"),
        ({"layouts": '(Layout("a", ".a", parts=".b"),)'}, "takes a function of a page and one"),
        ({"layouts": '(Layout("a", ".a", is_learned="no"),)'}, "is_learned takes True or False"),
        ({"layouts": 'Layout("story", body=".story")'}, "write (Layout(…),)"),
        ({"layouts": '(Layout("a", ".a", fields={"section": meta("s")}),)'}, "import meta"),
        ({"layouts": '(Layout("a", "story"),)'}, "no element is called 'story': write '.story'"),
        ({"fields": '{"section": lambda: 1}'}, "the reader of section takes no page"),
        ({"mirror": '"http://localhost:1"'}, "mirror is set with -a mirror=URL: leave it out"),
        ({"articles": '("",)'}, "'' fits every address"),
        ({"sources": '(Sitemap("/s.xml", month=5),)'}, "5 is no pattern"),
        ({"sources": '(Section("/a", 5, step=1),)'}, "more takes an address such as"),
        ({"sources": '(Section("/a", "/a/{offset}", step="9"),)'}, "step takes a number of cards"),
        ({"layouts": '(Layout("a", ".a"), Layout("a", ".b"))'}, "two layouts are named 'a'"),
        (
            {"layouts": '(Layout("a", ".a", entries=LiveEntries(".p[", author=".b")),)'},
            "'.p[' is no CSS selector",
        ),
        ({"layouts": '(Layout("a", ".a", entries=".p"),)'}, "write LiveEntries('.p')"),
        (
            {"layouts": '(Layout("a", ".a", entries=LiveEntries(".p", key="[data-id]")),)'},
            "is no attribute",
        ),
        ({"not_articles": '"..a"'}, "'..a' is no CSS selector"),
        ({"fields": '{"published": ".a"}'}, "no field 'published'; did you mean date_published?"),
        ({"fields": '{"autors": ".a"}'}, "no field 'autors'; did you mean authors?"),
        ({"fields": '{"section": "a["}'}, "'a[' is no CSS selector"),
        ({"fields": '{"section": 1}'}, "neither a selector nor a function"),
        (
            {"layouts": '(Layout("a", ".a", fields={"title": ".b"}),)'},
            "there is no field 'title'",
        ),
        ({"boilerplate": '(Says("a", "("),)'}, "'(' is no pattern"),
        ({"boilerplate": '(Between("a", "^b", "["),)'}, "'[' is no pattern"),
        ({"boilerplate": '(Run("a", "^b"),)'}, "patterns of Run takes a tuple"),
        ({"boilerplate": '(InOrder("a", ("^b",)),)'}, "write sure('^b') or then('^b')"),
        ({"boilerplate": '(Says("a", "^We’re"),)'}, "fits no line, as lines are folded"),
        ({"boilerplate": '(Under("a", ".signup"),)'}, "write 'signup'"),
        ({"boilerplate": '(Says("a", "^b", fills="credits"),)'}, "write one of Field.CREDITS"),
        ({"boilerplate": '(Says("a", ""),)'}, "'' fits every line"),
        ({"boilerplate": '(After("a", "."),)'}, "'.' fits every line"),
        ({"boilerplate": '(Run("a", ()),)'}, "patterns of Run holds nothing"),
        ({"layouts": '(Layout("a", "div[class=b"),)'}, "'div[class=b' is no CSS selector"),
        ({"articles": '("/news/*",)'}, "repeats a slash: for anything but one write [^/]+"),
        ({"articles": r'(r"www.gazette\.example/\d+",)'}, "begin it with ^/"),
        (
            {"articles": '{"^/news/"}'},
            "articles takes a tuple, not set: write its values as (…, …)",
        ),
        ({"sources": '(Feed(""),)'}, "'' is no address of a source"),
        ({"sources": '(Feed("the feed"),)'}, "'the feed' is no address of a source"),
        ({"sources": '(Feed("/rss"), Feed("/rss"))'}, "'/rss' stands twice: leave one out"),
        ({"delay": 'float("nan")'}, "delay takes seconds, not nan"),
        ({"delay": "True"}, "delay takes seconds, not True"),
        ({"language": '"deu"'}, "no ISO 639 code; did you mean de?"),
        ({"articles": '(r"^/(?P<key>\\d+)|",)'}, "fits every address: write what"),
        ({"articles": '("^/(.*)$",)'}, "fits every address: write what"),
        ({"revisits": "(timedelta(1),)"}, "write from datetime import timedelta"),
        ({"language": "None"}, "language takes one code such as 'en', not None"),
        ({"language": '("en", "ru")'}, "language takes one code such as 'en'"),
        ({"timezone": "None"}, "timezone takes a name such as 'Europe/Riga', not None"),
        ({"timezone": '"MSK"'}, "no time zone 'MSK': write a place, such as Europe/Riga"),
        ({"timezone": '"+03:00"'}, "no time zone '+03:00': write a place"),
        ({"name": '"TheGazette"'}, "'TheGazette'; write the_gazette"),
    ],
    ids=lambda value: next(iter(value.items()), ("",))[1][:40] if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_told_with_its_line_and_the_remedy(
    tmp_path: Path, words: dict[str, str], says: str
) -> None:
    text = source(**words)
    told = faults(tmp_path, text)

    assert [line for line in told if says in line], told
    if "" not in words.values():
        [word] = words
        lines = [f"{at}: " for at, line in enumerate(text.split("\n"), 1) if f" {word}=" in line]
        assert told[0].startswith(lines[0])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("OUTLET = (\n", "1: Python cannot read it: '(' was never closed"),
        ("x = 1\n", "has no OUTLET: write OUTLET = Outlet(…)"),
        ("OUTLET = 1\n", "holds an OUTLET that is 1"),
        ("OUTLET = {'name': 'gazette', 'home': 'https://gazette.example', 'a': 1}\n", "is a dict"),
        ("from newscrawl.outlet import Fed\n", "1: there is no name 'Fed' in newscrawl.outlet"),
        ("\nOUTLET = Outlett()\n", "2: there is no name 'Outlett'; did you mean Outlet?"),
        ("import no_such_module\n", "1: it cannot be loaded: ModuleNotFoundError"),
        ("import sys\nsys.exit(0)\n", "2: it ends the program"),
        ("x = 1 / 0\n", "1: it cannot be loaded: ZeroDivisionError"),
        ("import re\nre.compile('(')\n", f"2: it cannot be loaded: re.{re.error.__name__}"),
        ("raise Warning('a\\nb')\n", "1: it cannot be loaded: Warning: a b"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    [told] = faults(tmp_path, text)

    assert says in told
    assert "\n" not in told


def test_what_is_no_file_is_told_in_one_line(tmp_path: Path) -> None:
    """A folder, a link that leads nowhere, and links that lead to each other."""
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "gone.py").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round.py").symlink_to(tmp_path / "around.py")
    (tmp_path / "around.py").symlink_to(tmp_path / "round.py")

    told = [str(fault) for file in in_folder(tmp_path) for fault in file.faults]

    assert len(told) == 4
    assert all("it is no file that can be read" in line for line in told), told


def test_what_is_no_python_file_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "gazette.txt").write_text(source())
    [fault] = at_path(tmp_path / "gazette.txt").faults
    assert fault.says.endswith("write an outlet into a file whose name ends with .py")


def test_what_a_file_prints_is_no_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert faults(tmp_path, f"print('hello')\n{source()}") == []
    assert tuple(capsys.readouterr()) == ("", "hello\n")


def test_a_file_is_told_of_what_it_imports_from_beside_it(tmp_path: Path) -> None:
    (tmp_path / "_shared.py").write_text("RULES = (\n")
    (tmp_path / "gazette.py").write_text("from ._shared import RULES\n")

    [fault] = at_path(tmp_path / "gazette.py").faults

    assert str(fault).startswith(f"{tmp_path / '_shared.py'}:1: Python cannot read it")


@every_row(
    ("pattern", "is_slow"),
    [
        (r"^(a+)+$", True),
        (r"^/(?:[^/]+)+$", True),
        (r"^(?:\w+\s?)+$", True),
        (r"(?:copy link|copy|link| ){1,60}$", True),
        (r"^.*.*.*x$", True),
        (r"(.*?,){11}P", True),
        (r"^/.*/.*/.*/.*/.*/.*x$", True),
        (r"^(?:.*-){20}x", True),
        (r"^([一-龥]+)+$", True),
        (r"^(?:[0-9]{1,3}-){9}x", False),
        (r"^/[^/?]+/[^/?]+[-_][^/?]+/?$", False),
        (r"^/(?:[a-z-]+/)*[^/]+$", False),
        (r"^/(?:[a-z]+-)*[a-z]+/?$", False),
        (r"^/(?:\w+/)+\w+-\d+$", False),
        (r"^(?>a+)+$", False),
    ],
)
def test_a_pattern_that_runs_away_is_known_and_no_other(pattern: str, is_slow: bool) -> None:
    began = time.monotonic()

    assert runs_away(pattern) is is_slow
    assert time.monotonic() - began < 30


def test_nothing_is_wrong_with_our_own_outlets() -> None:
    assert [str(fault) for file in outlet_files() for fault in file.faults] == []


@every_row("field", FIELDS)
def test_every_field_that_a_file_may_name_is_read(field: str) -> None:
    asked = list[str]()

    def read(page: Page) -> None:
        asked.append(field)

    outlet = Outlet(name="a", title="A", home="https://a.test", language="en", fields={field: read})
    html = b"<title>Bridge</title><h1>A bridge closes</h1><p>It closed on Monday, for a year.</p>"
    read_uncleaned(Page("https://a.test/a", html), outlet)

    assert asked
    assert list(wrongs_in(outlet)) == []


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a sound outlet among others that are wrong in one way each."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "gazette.py").write_text(source())
    (folder / "courier.py").write_text("OUTLET = (\n")
    (folder / "herald.py").write_text(source(name='"herald"', fields='{"published": ".a"}'))
    (folder / "tribune.py").write_text(source(name='"tribune"', articles='("(",)'))
    return folder


def test_a_file_that_is_wrong_stops_its_own_outlet_alone_and_is_named(
    own: Path, tmp_path: Path
) -> None:
    environ = {"NEWSCRAWL_OUTLETS": str(own), "NEWSCRAWL_HOME": str(tmp_path / "home")}

    listed = newscrawl("outlets", **environ)
    stopped = newscrawl("crawl", "herald", **environ)
    checked = newscrawl("outlets", "check", **environ)

    assert listed.returncode == 0
    rows = {line.split("\t")[0]: line.split("\t")[2] for line in listed.stdout.splitlines()}
    assert set(rows) >= {*load_outlets(), "gazette", "courier", "herald", "tribune"}
    assert [n for n in rows if rows[n] == "its file is wrong"] == ["courier", "herald", "tribune"]
    for name in ("courier", "herald", "tribune"):
        assert len([line for line in listed.stderr.splitlines() if f"{name}.py" in line]) == 1
    assert "Traceback" not in listed.stderr
    assert (stopped.returncode, "date_published" in stopped.stderr) == (2, True)
    assert checked.returncode == 2
    assert checked.stdout.splitlines()[-1].endswith("outlet files, 3 wrong")


@pytest.mark.parametrize(
    ("asked", "code", "says"),
    [
        ("gazette", 0, "nothing is wrong"),
        ("FILE/gazette.py", 0, "nothing is wrong"),
        ("herald", 2, "date_published"),
        ("FILE/herald.py", 2, "date_published"),
        ("gazete", 2, "did you mean gazette?"),
        ("FILE/nothing.py", 2, "there is no file"),
        ("FILE/page.html", 2, "page.html is not an outlet file: its name must end in .py"),
        ("FILE", 2, "date_published"),
        ("FILE/nothing", 2, "there is no outlet file"),
    ],
)
def test_one_outlet_or_file_is_checked(
    own: Path, tmp_path: Path, asked: str, code: int, says: str
) -> None:
    environ = {"NEWSCRAWL_OUTLETS": str(own), "NEWSCRAWL_HOME": str(tmp_path / "home")}
    (own / "page.html").touch()

    done = newscrawl("outlets", "check", asked.replace("FILE", str(own)), **environ)

    assert done.returncode == code
    assert says in done.stdout + done.stderr


CASE = """<!DOCTYPE html><title>A Bridge Closes - The Gazette</title>
<link rel="canonical" href="https://gazette.example/2026/a-bridge-17"><h1>A Bridge Closes</h1>
<div class="story"><p>The bridge closed on Monday, and the ferry sails again.</p></div>"""


def test_an_outlet_of_your_own_is_found_and_its_cases_stand_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "outlets"
    folder.mkdir(parents=True)
    (folder / "gazette.py").write_text(source())
    (tmp_path / "page.html").write_text(CASE)
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    none = newscrawl("outlets", "test", "gazette", cwd=tmp_path, **home)
    save = ("extract", "page.html", "--save-case", "gazette/bridge")
    saved = newscrawl(*save, cwd=tmp_path, **home)
    again = newscrawl(*save, cwd=tmp_path, **home)
    tried = newscrawl("outlets", "test", cwd=tmp_path, **home)
    (folder / "gazette.py").write_text(source(layouts='(Layout("story", body="h1"),)'))
    changed = newscrawl("outlets", "test", "gazette", cwd=tmp_path, **home)

    assert (none.returncode, "there is no case of gazette" in none.stderr) == (1, True)
    assert saved.returncode == 0, saved.stderr
    assert sorted(p.name for p in (folder / "gazette").iterdir()) == ["bridge.html", "bridge.json"]
    assert again.returncode == 2
    assert (tried.returncode, "gazette/bridge: as expected" in tried.stdout) == (0, True)
    assert (changed.returncode, "body should be" in changed.stdout) == (1, True)


@pytest.mark.parametrize("facts", ["[]", "{", "{}", '{"url": 5}', '{"url": "gazette"}', None])
def test_a_case_that_cannot_be_read_is_one_line(tmp_path: Path, facts: str | None) -> None:
    (tmp_path / "bridge.html").write_text(CASE)
    if facts is not None:
        (tmp_path / "bridge.json").write_text(facts)

    with pytest.raises(UsageError, match=r"^the case \S+/bridge\.html cannot be read: .+$"):
        [*pages_in(tmp_path)]


def test_several_folders_may_be_named_and_each_must_be_there(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "evening.py").write_text(source(name='"evening"'))
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    both = newscrawl("outlets", NEWSCRAWL_OUTLETS=f"{own}{os.pathsep}{other}", **home)
    none = newscrawl("outlets", NEWSCRAWL_OUTLETS=str(tmp_path / "no"), **home)

    assert {"gazette", "evening"} <= {line.split("\t")[0] for line in both.stdout.splitlines()}
    assert none.returncode == 2
    assert "NEWSCRAWL_OUTLETS names" in none.stderr


@pytest.mark.parametrize("says", ["", "    overrides=True,\n"])
def test_an_own_file_takes_the_place_of_ours_where_it_says_so(
    says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_OUTLETS", str(tmp_path))
    (tmp_path / "taz.py").write_text(
        "from dataclasses import replace\n"
        "from newscrawl.outlets.taz import OUTLET as BEFORE\n"
        f'OUTLET = replace(\n    BEFORE,\n{says}    title="Mine",\n)\n'
    )
    # A crawl loads it alone.
    for found in (load_outlets()["taz"], load_outlet("taz")):
        assert (found.title == "Mine") is bool(says)
    assert ("taz" in {file.name for file in outlet_files() if file.faults}) is not bool(says)


def test_the_repair_of_one_of_ours_goes_to_the_operators_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_HOME", str(tmp_path))
    monkeypatch.delenv("NEWSCRAWL_OUTLETS", raising=False)
    file = file_of("moscow_times")
    assert file.outlet is not None
    repair = Repair(
        layout=replace(
            file.outlet.layouts[0],
            name="blocks-2026-03-01",
            body=".copy",
            fields={**file.outlet.layouts[0].fields, "section": FieldReader("meta", ("desk",))},
        ),
        rules=(Under("no-text-1", "promo"),),
        before=(),
        after=(),
        present=1.0,
        base=0,
    )

    before = module_of(file)
    code = repair_code(repair, file.outlet, before, "2026-03-01")
    place = write_repair(file, code, before, Config.from_env())

    found = file_of("moscow_times")
    assert found.path == place == tmp_path / "outlets" / "moscow_times.py"
    assert found.outlet is not None
    assert [each.name for each in found.outlet.layouts[1:]] == [
        each.name for each in file.outlet.layouts
    ]
    assert (found.outlet.layouts[0].body, found.outlet.boilerplate[0].name) == (
        ".copy",
        "no-text-1",
    )
    assert {"section", "kind"} <= set(found.outlet.layouts[0].fields)
