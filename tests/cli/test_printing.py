"""Text of the web that commands terminals: escaped wherever it is printed, exact in JSON."""

import json
import os
import pty
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import Visit
from newscrawl.printable import printable
from newscrawl.screen import Outcome
from tests.archive.making import DAY, HERALD, NOON, article, fetched, lease, record_visits, visit
from tests.cli.inside import newscrawl_inside
from tests.cli.runner import COMMAND, own_environ
from tests.conftest import MakeDatabase
from tests.ready_programs import run_ready

#: Turns the writing round, paints, clears, renames the terminal, and a mark that is innocent.
BAD = "Gulls \u202egnp\u202c \u2066a\u2069 \x9b31m \x1b[2J \x1b]0;mine\x07 \x90 ש\u200f!"
URL = "https://herald.test/ש\u200f!\u202eegap\x9b1"


@pytest.fixture(scope="module")
def environ(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """An archive that says such things in every place that a site has a say in."""
    url = make_database.with_schema()
    engine = connect(url)
    with session_factory(engine).begin() as session:
        crawl = crawls.begin(session, replace(HERALD, title=BAD), {})
        said = {"headline": BAD, "authors": (BAD,), "section": BAD, "keywords": (BAD,)}
        said |= {"description": f"{BAD}.", "canonical_url": URL, "language": "en"}
        for number, words in enumerate(("first", "then")):
            [link] = lease(session, crawl, "1")
            read = article(f"{words} {BAD}", f"Harbor {BAD}", **said)
            page = fetched(fetched_at=NOON + number * DAY)
            record_visits(session, crawl, visit(link, read, fetched=(page,)))
        for key, outcome in (("2", Outcome.QUARANTINED), ("3", Outcome.FAILED)):
            list_links(session, "herald", BAD, [ListedLink(key=key, url=f"{URL}{key}")])
            [link] = lease_urls(session, "herald", crawl, [key])
            gone = Visit(link=link, outcome=outcome, reason=f"no_{BAD}", error=f"{BAD}\nmore")
            record_visits(session, crawl, gone)
    yield {
        "NEWSCRAWL_HOME": str(tmp_path_factory.mktemp("home")),
        "NEWSCRAWL_DATABASE_URL": url,
    }
    engine.dispose()


ASKED = [
    ("show", "1"),
    ("show", "1", "--removed"),
    ("show", "1", "--diff", "1", "2"),
    ("search", "harbor"),
    ("search", "gulls", "--count-by", "author"),
    ("outlets",),
    ("links", "herald"),
    ("links", "herald", "--outcome", "quarantined"),
    ("links", "herald", "--missing"),
    ("quarantine", "list"),
    ("quarantine", "show", "1"),
    ("quarantine", "retry", "1"),
]
#: Where a name that somebody was given ends up in a complaint.
MISTAKEN = [
    ("show", BAD),
    ("show", f"https://{BAD}/"),
    ("links", BAD),
    ("extract", f"/{BAD}"),
    ("rules", "show", "herald", BAD),
    ("search", "--since", BAD),
    (BAD,),
]


def asks(command: tuple[str, ...]) -> str:
    return " ".join(map(printable, command))


@pytest.mark.parametrize("command", ASKED + MISTAKEN, ids=asks)
def test_a_terminal_is_told_nothing_that_it_would_obey(
    environ: dict[str, str], command: tuple[str, ...]
) -> None:
    done = newscrawl_inside(*command, **environ)

    assert r"\u202e" in done.stdout + done.stderr
    for said in (done.stdout, done.stderr):
        assert printable(said) == said


@pytest.mark.parametrize("command", ASKED, ids=asks)
def test_what_scripts_are_written_with_is_printed(
    environ: dict[str, str], command: tuple[str, ...]
) -> None:
    assert "ש\u200f!" in newscrawl_inside(*command, **environ).stdout


@pytest.mark.parametrize("command", [each for each in ASKED if "--removed" not in each], ids=asks)
def test_json_is_safe_to_look_at_and_exact(
    environ: dict[str, str], command: tuple[str, ...]
) -> None:
    done = newscrawl_inside(*command, "--json", **environ)

    assert printable(done.stdout) == done.stdout
    texts = _texts(json.loads(done.stdout))
    assert BAD in texts or URL in texts


def _texts(value: object) -> str:
    """All that a value of JSON says."""
    if isinstance(value, dict):
        return "\n".join(map(_texts, value.values()))
    return "\n".join(map(_texts, value)) if isinstance(value, list) else str(value)


def on_terminal(*arguments: str, **environ: str) -> str:
    """What a command writes where stdout is a terminal."""
    master, slave = pty.openpty()
    wide = {"COLUMNS": "400", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=slave,
        stderr=subprocess.PIPE,
        env={**own_environ(), **environ, **wide},
    ):
        os.close(slave)
        shown = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    # A terminal begins each line at its left.
    return shown.replace(b"\r\r\n", b"\r\n").decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # whoever wrote has gone
        return b""


@pytest.mark.parametrize(
    "command",
    [
        ("links", "herald", "--outcome", "quarantined"),
        ("export", "--columns", "headline,url"),
        ("export", "--format", "csv", "--columns", "headline,url"),
    ],
    ids=asks,
)
def test_tables_and_files_that_are_shown_on_a_terminal_are_escaped(
    environ: dict[str, str], command: tuple[str, ...]
) -> None:
    shown = on_terminal(*command, **environ)

    assert r"\u202e" in shown
    assert printable(shown) == shown


def test_an_export_keeps_what_was_said(environ: dict[str, str], tmp_path: Path) -> None:
    newscrawl_inside("export", "-o", str(tmp_path / "all.csv"), **environ)
    piped = run_ready([*COMMAND, "export", "--format", "csv"], env={**os.environ, **environ})

    assert piped.returncode == 0
    assert BAD.encode() in piped.stdout
    assert piped.stdout == (tmp_path / "all.csv").read_bytes()


def test_only_one_module_writes_to_the_terminal() -> None:
    folder = Path(__file__).parents[2] / "newscrawl" / "cli"
    writing = {path.name for path in folder.glob("*.py") if "click.echo(" in path.read_text()}

    assert writing == {"output.py"}
