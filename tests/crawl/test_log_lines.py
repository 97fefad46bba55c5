"""One line for each event, whatever a page, an error or a URL put into it."""

import json
import logging
from pathlib import Path

import pytest
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from newscrawl.crawl import log_lines as lines
from newscrawl.crawl.log_lines import JsonLogLines, LogLines
from tests.crawl.runner import Crawls, scrapy
from tests.rows import every_row
from tests.site.example import ExampleSite, SiteServer

_CANARY = "S3CRET-CANARY"


def _record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    trace = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("newscrawl.crawl.spider", 30, "spider.py", 1, message, args, trace)


@every_row(
    ("said", "written"),
    [
        ("a title\nERROR: all is lost", r"a title\nERROR: all is lost"),
        ("\r\x1b]0;owned\x07\x1b[2J", r"\r\x1b]0;owned\x07\x1b[2J"),
        ("\x9b31m \x85 \u2028 \u2029", r"\x9b31m \x85 \u2028 \u2029"),
        ("abc\u202egnp.exe", r"abc\u202egnp.exe"),
        ("half \ud83d a pair", r"half \ud83d a pair"),
        ("Русский — «текст» 日本", "Русский — «текст» 日本"),
        ("postgresql://bob:pa55@db/x", "postgresql://bob:***@db/x"),
        ("http://bob:pa55@host/", "http://bob:***@host/"),
        ("host=db password=pa55 user=bob", "host=db password=*** user=bob"),
        ("https://example.org:8080/@bob", "https://example.org:8080/@bob"),
    ],
)
def test_a_line_is_one_line_that_nothing_obeys(said: str, written: str) -> None:
    assert LogLines("%(message)s").format(_record("%s", said)) == written
    event = json.loads(JsonLogLines().format(_record("%s", said)))["event"]
    assert ":***@" not in written or event == written
    assert len(JsonLogLines().format(_record("%s", said)).splitlines()) == 1


@pytest.mark.parametrize("url", ["postgresql://u:{}@h/d", "postgresql+psycopg2://u:{}@/d?host=/x"])
@pytest.mark.parametrize("password", ["S3/CR@ET", "S3%2FCR", "S3:CR"])
def test_a_password_that_is_known_is_hidden_however_it_is_spelled(url: str, password: str) -> None:
    formatter = LogLines("%(message)s")
    formatter.hide(url.format(password))

    for said in (url.format(password), f"'{password}'", f'no such password: "{password}"'):
        assert "S3" not in formatter.format(_record("%s", said))


def test_a_password_that_is_a_word_does_not_hide_the_word() -> None:
    formatter = LogLines("%(message)s")
    formatter.hide("postgresql://newscrawl:newscrawl@db/newscrawl")
    assert formatter.format(_record("newscrawl is here")) == "newscrawl is here"


def test_a_traceback_is_part_of_its_line() -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError as caught:
        record = _record("it failed", error=caught)

    text, parsed = LogLines("%(message)s").format(record), json.loads(JsonLogLines().format(record))

    assert text.startswith(r"it failed\nTraceback (most recent call last):\n")
    assert text.endswith(r"ValueError: first\nsecond")
    assert len(text.splitlines()) == 1
    assert parsed["error"].endswith("ValueError: first\nsecond")


def test_a_message_is_no_page() -> None:
    assert len(LogLines("%(message)s").format(_record("%s", "x" * 1_000_000))) < 5_000
    assert len(JsonLogLines().format(_record("%s", "x" * 1_000_000))) < 5_000


def test_json_names_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lines.FACTS, "outlet", "herald")
    record = _record("did not answer (%s): %s", "http_500", "https://herald.example/feed.")
    record.created = 1_800_000_000.25

    assert json.loads(JsonLogLines().format(record)) == {
        "time": "2027-01-15T08:00:00.250+00:00",
        "level": "WARNING",
        "logger": "newscrawl.crawl.spider",
        "event": "did not answer (http_500): https://herald.example/feed.",
        "outlet": "herald",
        "url": "https://herald.example/feed",
    }


@pytest.mark.parametrize(("level", "is_heard"), [("WARNING", False), ("DEBUG", True)])
def test_scrapy_makes_no_record_that_nobody_hears(
    level: str, is_heard: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.root, "handlers", [*logging.root.handlers])
    levels = {logger: logger.level for logger in (logging.root, logging.getLogger("scrapy"))}
    configure_logging({"LOG_INSTALL_ROOT_HANDLER": False})
    try:
        lines.start_log(Settings({"NEWSCRAWL_LOG": "text", "LOG_LEVEL": level}))
        assert logging.getLogger("scrapy.core.scraper").isEnabledFor(logging.DEBUG) is is_heard
    finally:
        for logger, before in levels.items():
            logger.setLevel(before)


def test_scrapys_own_lines_hold_what_a_page_put_into_them() -> None:
    """The control: its handler writes a record as it is."""
    from scrapy.utils.log import _get_handler

    handler = _get_handler(Settings({"LOG_FORMAT": "%(message)s"}))
    assert handler.format(_record("%s", "a\nERROR: b\x1b]")) == "a\nERROR: b\x1b]"


def test_the_log_of_a_crawl_is_json_when_asked(
    crawls: Crawls, server: SiteServer, site: ExampleSite, tmp_path: Path
) -> None:
    """Every level of it, with a page that wants to be two lines."""
    story = site.stories[0]
    title = "<title>x\nERROR owned \x1b]0;owned\x07</title>"
    server.override(story.path, body=f"<html><head>{title}</head><body>{_CANARY}</body></html>")
    server.override("/rss/news", status=500)
    log = tmp_path / "log"

    ended = crawls.run(
        "-L", "DEBUG", "--logfile", str(log), NEWSCRAWL_LOG="json", CLOSESPIDER_ITEMCOUNT="3"
    )

    assert (ended.stdout, ended.stderr) == ("", "")
    said = [json.loads(line) for line in log.read_text().splitlines()]
    failed = next(one for one in said if "did not answer" in one["event"])
    crawl = crawls.last_crawl()["id"]
    assert (failed["outlet"], failed["crawl"], failed["level"]) == (
        "moscow_times",
        crawl,
        "WARNING",
    )
    assert failed["url"].endswith("/rss/news")
    assert not any("<p" in one["event"] or _CANARY in one["event"] for one in said)


@pytest.mark.parametrize("log", ["text", "json"])
def test_what_ends_a_command_is_one_line_too(tmp_path: Path, log: str) -> None:
    environ = {"NEWSCRAWL_HOME": str(tmp_path)}
    with scrapy("crawl", "a\nb\x1b]", environ=environ, NEWSCRAWL_LOG=log) as process:
        _, stderr = process.communicate(timeout=60)
    assert len(stderr.splitlines()) == 1
    assert "\x1b" not in stderr
    if log == "json":
        assert json.loads(stderr)["level"] == "ERROR"


@pytest.mark.parametrize(
    ("url", "arguments", "code"),
    [
        ("postgresql://bob:{}@127.0.0.1:1/x", (), 4),
        ("postgresql://bob:{}@127.0.0.1:port/x", (), 2),
        ("postgresql://bob:{}@127.0.0.1:1/x?nonsense=1", (), 2),
        ("postgresql://bob:{}@127.0.0.1:1/x?password={}", (), 4),
        ("mysql://bob:{}@127.0.0.1/x", (), 2),
        ("postgresql://bob:{}@127.0.0.1:1/x", ("-a", "since=never"), 2),
    ],
)
def test_no_failure_tells_the_password(
    tmp_path: Path, url: str, arguments: tuple[str, ...], code: int
) -> None:
    environ = {
        "NEWSCRAWL_HOME": str(tmp_path),
        "NEWSCRAWL_DATABASE_URL": url.format(_CANARY, _CANARY),
    }
    given = ("crawl", "taz", *arguments, "-L", "DEBUG")
    with scrapy(*given, environ=environ, NEWSCRAWL_DB_WAIT="0") as process:
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == code, stderr
    assert _CANARY not in stdout + stderr
