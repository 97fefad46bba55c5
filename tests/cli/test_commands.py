"""The frame of all commands: quick to start, one line for what went wrong, and its code."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newscrawl.cli.commands import _end_of_output
from newscrawl.cli.output import one_line
from newscrawl.exit_code import ExitCode
from tests.cli.runner import COMMAND, newscrawl
from tests.ready_programs import run_ready
from tests.rows import every_row


def test_help_needs_neither_scrapy_nor_the_database_nor_rich() -> None:
    script = (
        "import sys; from newscrawl.cli import newscrawl;"
        "newscrawl(['--help'], standalone_mode=False);"
        "print({'scrapy', 'sqlalchemy', 'twisted', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "set()"


@every_row(
    ("arguments", "code", "says"),
    [
        (["nope"], 2, "there is no command 'nope'"),
        (["serch", "bread"], 2, "did you mean search?"),
        (["show"], 2, "Missing argument 'ARTICLE'"),
        (["show", "one"], 2, "ARTICLE is a number or a URL, not 'one'"),
        (["replay", "--article", "one"], 2, "ARTICLE is a number or a URL, not 'one'"),
        (["replay", "--article", ""], 2, "ARTICLE is a number or a URL, not ''"),
        (["snapshots", "export", "one"], 2, "ARTICLE is a number or a URL, not 'one'"),
        (["show", "1", "--diff", "1", "2", "--removed"], 2, "--diff can be combined"),
        (["search", "x", "--since", "soon"], 2, "'soon' is not a day such as 2026-03-01"),
        (["reclean", "--since", "soon"], 2, "'soon' is not a day such as"),
        (["replay", "--since", "soon"], 2, "'soon' is not a day such as"),
        (
            ["replay", "--article", "5", "--outlet", "moscow_times"],
            2,
            "--article cannot be combined",
        ),
        (["replay", "--processes", "0"], 2, "--processes"),
        (["replay", "--any"], 2, "--any needs files"),
        (["replay", "/no/such.warc.gz"], 2, "there is no file /no/such.warc.gz"),
        (["replay", "https://example.org/a.warc.gz?key=secret"], 2, "must not contain a key"),
        (["replay", "--dask", "local:2", "--processes", "2"], 2, "Dask has its own workers"),
        (["replay", "/tmp", "--dry-run"], 2, "files can be combined only with --outlet"),
        (["schedule", "moscow_time"], 2, "did you mean moscow_times?"),
        (["schedule", "--install", "--remove"], 2, "give only one of"),
        (["schedule", "--remove", "moscow_times"], 2, "all lines of this home"),
        (["schedule", "--each"], 1, "the archive is empty"),
        (["worker", "--queue", "crawls"], 2, "no queue crawls"),
        (["worker", "--jobs", "0"], 2, "--jobs"),
        (["worker", "moscow_times"], 2, "takes no outlets"),
        (["crawl-due", "--dry-run"], 1, "the archive is empty"),
        (["crawl-due", "moscow_time"], 2, "did you mean moscow_times?"),
        (["crawl-due", "--jobs", "0"], 2, "--jobs"),
        (["crawl-due", "moscow_times", "--", "-a", "mirror=nonsense"], 2, "nonsense"),
        (["rules", "list", "--state", "nice"], 2, "'nice' is not one of"),
        (["rules", "show", "moscow_times"], 2, "Missing argument 'RULE'"),
        (["quarantine", "drop"], 2, "drop takes the IDs"),
        (["quarantine", "drop", "x"], 2, "'x' is not a valid integer"),
        (["quarantine", "retry"], 2, "retry takes IDs, or"),
        (["quarantine", "retry", "1", "--all"], 2, "retry takes IDs, or"),
        (["search", "x", "--author", " "], 2, "author must be a part of a name, not ' '"),
        (["export", "--as-of", ""], 2, "'' is not a time such as"),
        (["replay", ""], 2, "'' is empty"),
        (["replay", "--outlet", ""], 2, "'' is empty"),
        (["rules", "learn", ""], 2, "'' is empty"),
        (["outlets", "check", ""], 2, "'' is empty"),
        (["db", "backup", ""], 2, "'' is empty"),
        (["search", "x", "--limit", "0"], 2, "--limit"),
        (["search", "x", "--seed", "1"], 2, "--seed needs --sample"),
        (["search", "x", "--sample", "5", "--count-by", "month"], 2, "--count-by counts all"),
        (["search", "x"], 1, "the archive is empty: run newscrawl crawl OUTLET"),
        (["show", "1"], 1, "the archive is empty"),
        (["links", "moscow_times"], 1, "the archive is empty"),
        (["links", "moscow_times", "--outcome", "nice"], 2, "'nice' is not one of"),
        (["crawl"], 2, "Missing argument"),
        (["crawl", "moscow_time"], 2, "did you mean moscow_times?"),
        (["crawl", "moscow_times", "-a", "color=red"], 2, "unknown argument -a color="),
        (["extract", "/no/such/file"], 2, "/no/such/file cannot be read"),
        (["extract", ""], 2, "'' is empty"),
        (["extract", "ftp://example.org/x"], 2, "cannot be read"),
        (["extract", "https://example.org/", "--url", "https://example.org/"], 2, "--url goes"),
        (["extract", "http://127.0.0.1:9/"], 1, "was not fetched (private_address)"),
    ],
)
def test_a_mistake_is_one_line_and_a_code(
    tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    done = newscrawl(*arguments, NEWSCRAWL_HOME=str(tmp_path))

    assert says in done.stderr
    assert done.stderr.startswith("newscrawl: ")
    assert len(done.stderr.splitlines()) == 1
    assert (done.returncode, done.stdout) == (code, "")


@pytest.mark.parametrize(
    ("url", "code"),
    [("mysql://localhost/x", 2), ("postgresql://nobody@127.0.0.1:9/x?connect_timeout=1", 4)],
)
def test_a_database_that_cannot_be_used_is_one_line(tmp_path: Path, url: str, code: int) -> None:
    done = newscrawl("search", "x", NEWSCRAWL_HOME=str(tmp_path), NEWSCRAWL_DATABASE_URL=url)

    assert (done.returncode, len(done.stderr.splitlines())) == (code, 1)


def test_a_reader_does_not_make_a_database(tmp_path: Path) -> None:
    newscrawl("search", "x", NEWSCRAWL_HOME=str(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_no_command_at_all_is_helped(tmp_path: Path) -> None:
    done = newscrawl()

    assert done.returncode == 2
    assert "Usage: newscrawl" in done.stderr


def test_outlets_can_be_listed_before_the_first_crawl(tmp_path: Path) -> None:
    done = newscrawl("outlets", NEWSCRAWL_HOME=str(tmp_path))

    assert done.returncode == 0
    assert "moscow_times\tThe Moscow Times\t" in done.stdout
    assert "the archive is empty" in done.stderr


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_no_room_and_no_quota_end_with_one_code(number: int) -> None:
    with pytest.raises(SystemExit) as ended:
        _end_of_output(OSError(number, os.strerror(number)))

    assert ended.value.code == ExitCode.DISK_FULL


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_under_the_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = run_ready([*COMMAND, "outlets", "--json"], stdout=full)

    assert done.returncode == 5
    assert done.stderr.splitlines()[-1].startswith(b"newscrawl: ")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_not_complained_about(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    case = Path(__file__).parents[1] / "outlets" / "moscow_times" / "article.html"

    done = run_ready([*COMMAND, "extract", str(case)], stdout=writing)
    os.close(writing)

    assert (done.returncode, done.stderr) == (1, b"")


def test_an_interrupt_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "ready\n"
    # The word comes just before the command begins to read.
    time.sleep(1)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)

    assert (process.returncode, said.strip()) == (130, "")


#: Waits for a page on standard input, after a word that it is there.
INTERRUPTED = """
import signal
import sys
import newscrawl.cli.extract
from newscrawl.cli import main
# Who runs the tests in the background hands down a SIGINT that is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
print("ready", file=sys.stderr, flush=True)
main(["extract", "-"])
"""


def test_an_error_is_one_line_whatever_it_quotes() -> None:
    assert one_line("a\nb\r\n\x07c") == r"a b \x07c"
