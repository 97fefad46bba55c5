"""What ``scrapy crawl`` refuses before it asks anything of anybody: with exit 2, in one line."""

from pathlib import Path

import pytest

from tests.crawl import third_party
from tests.crawl.runner import scrapy
from tests.rows import every_row

_NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"
_HANDLERS = '{"https":"scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"}'


@every_row(
    ("arguments", "says"),
    [
        ("", "takes one outlet"),
        ("moscow_times taz", "takes one outlet"),
        ("moscow_times --nonsense", "scrapy crawl has no option --nonsense"),
        ("no_such_outlet", "there is no outlet 'no_such_outlet'"),
        ("moscow_time", "did you mean moscow_times?"),
        ("moscow_times -a since=31.03.2026", "31.03.2026"),
        ("moscow_times -a since=2026-03-02 -a until=2026-03-01", "2026-03-02"),
        ("moscow_times -a sinse=2026-03-02", "unknown argument -a sinse="),
        ("moscow_times -a mirror=127.0.0.1:80", "mirror"),
        ("moscow_times -a mirror=", "mirror"),
        ("moscow_times -a mirror=http://127.0.0.1:9/ru", "without '/ru' behind it"),
        ("moscow_times -a mirror=http://127.0.0.1:x", "mirror"),
        ("moscow_times -a urls=https://www.example.org/a", "is not a URL of moscow_times"),
        ("moscow_times -a urls=/no/such/file", "; /no/such/file: No such file or directory"),
        ("moscow_times -a urls=", "there are no URLs in ''"),
        (f"moscow_times -s DOWNLOAD_HANDLERS={_HANDLERS}", "DOWNLOAD_HANDLERS: http"),
        ("moscow_times -s DOWNLOAD_DELAY=soon", "-s DOWNLOAD_DELAY=soon is not a number"),
        ("moscow_times -s NEWSCRAWL_GRACE=-1", "-s NEWSCRAWL_GRACE=-1 is not a number"),
        ("moscow_times -s DOWNLOAD_TIMEOUT=soon", "-s DOWNLOAD_TIMEOUT=soon is not a number"),
        ("moscow_times -s RETRY_TIMES=1.5", "-s RETRY_TIMES=1.5 is not a whole number"),
        ("moscow_times -s CLOSESPIDER_PAGECOUNT=few", "is not a whole number"),
        ("moscow_times -s ROBOTSTXT_OBEY=no", "-s ROBOTSTXT_OBEY=no is not a truth value"),
        ("moscow_times -s LOG_ENABLED=no", "-s LOG_ENABLED=no is not a truth value"),
        ("moscow_times -s EXTENSIONS=none", "-s EXTENSIONS=none is not a JSON object"),
        ("moscow_times -s ITEM_PIPELINES=[1]", "-s ITEM_PIPELINES=[1] is not a JSON object"),
        ('moscow_times -s ITEM_PIPELINES={"no.Such":1}', "ITEM_PIPELINES: no.Such is not a class"),
        ('moscow_times -s ADDONS={"no.Such":1}', "-s ADDONS: no.Such is not a class: No module"),
        ("moscow_times -s DOWNLOADER=nosuch", "-s DOWNLOADER=nosuch is not a class"),
        ("moscow_times -s SCHEDULER=scrapy.Nosuch", "-s SCHEDULER=scrapy.Nosuch is not a class"),
        (
            "moscow_times -s SPIDER_LOADER_CLASS=no.such",
            "SPIDER_LOADER_CLASS=no.such is not a class",
        ),
        ("moscow_times -s RETRY_HTTP_CODES=500,some", "=500,some is not a list of whole numbers"),
        ("moscow_times -s FORCE_CRAWLER_PROCESS=1", "FORCE_CRAWLER_PROCESS=1 is not a choice"),
        ("moscow_times -s CONCURRENT_REQUESTS_PER_DOMAIN=0", "is not a whole number from 1 on"),
        ("moscow_times -s NEWSCRAWL_LEASE=0", "is not a whole number from 1 on"),
        ("moscow_times -s NEWSCRAWL_LEESE=5", "'NEWSCRAWL_LEESE'; did you mean NEWSCRAWL_LEASE?"),
        ("moscow_times -a", "argument -a: expected one argument"),
        ("moscow_times -a since", "use -a NAME=VALUE"),
        ("moscow_times -s", "argument -s/--set: expected one argument"),
        ("moscow_times -s NEWSCRAWL_LOG=xml", "neither text nor json"),
        ("moscow_times -s LOG_LEVEL=LOUD", "LOUD"),
        ("moscow_times --logfile /no/such/folder/log", "/no/such/folder/log"),
    ],
)
def test_what_the_user_typed_wrong_is_one_line(tmp_path: Path, arguments: str, says: str) -> None:
    environ = {"NEWSCRAWL_DATABASE_URL": _NOWHERE}
    _assert_refused(tmp_path, environ, says, *arguments.split())


@every_row(
    ("environ", "says"),
    [
        ({"NEWSCRAWL_DATABASE_URL": "mysql://root@127.0.0.1/a"}, "must look like postgresql://"),
        ({"NEWSCRAWL_DATABASE_URL": "127.0.0.1"}, "must look like postgresql://"),
        ({"NEWSCRAWL_DATABASE_URL": "postgresql://a:b@c:port/d"}, "is not the URL of a database"),
        ({"NEWSCRAWL_DATABASE_URL": _NOWHERE, "NEWSCRAWL_CONTACT": "a\r\nX: b"}, "CONTACT"),
        ({"NEWSCRAWL_PG_BIN": "/no/such/folder"}, "/no/such/folder"),
    ],
)
def test_what_the_environment_says_wrong_is_one_line(
    tmp_path: Path, environ: dict[str, str], says: str
) -> None:
    _assert_refused(tmp_path, environ, says, "moscow_times")


@pytest.mark.parametrize(
    ("written", "says"),
    [(b"\xff\xfe\x00", ".env cannot be read"), (b"NEWSCRAWL_DATABASE_URL=x\n", "postgresql://")],
    ids=["no text", "no URL"],
)
def test_what_the_file_of_settings_says_wrong_is_one_line(
    tmp_path: Path, written: bytes, says: str
) -> None:
    (tmp_path / ".env").write_bytes(written)
    _assert_refused(tmp_path, {}, says, "moscow_times")


@pytest.mark.parametrize(
    ("kind", "says"),
    [("broken", "broken on import"), ("doubled", "two outlets named 'moscow_times'")],
)
def test_an_outlet_of_others_that_is_broken_is_named_and_left_out(
    tmp_path: Path, kind: str, says: str
) -> None:
    environ = {"NEWSCRAWL_HOME": str(tmp_path), **third_party.install(tmp_path, kind)}
    with scrapy("list", environ=environ) as process:
        stdout, stderr = process.communicate(timeout=60)

    assert (process.returncode, len(stderr.splitlines())) == (0, 1), stderr
    assert says in stderr
    assert "moscow_times" in stdout.splitlines()


def test_a_folder_of_outlets_that_is_not_there_is_told_where_outlets_are_listed(
    tmp_path: Path,
) -> None:
    environ = {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_OUTLETS": str(tmp_path / "none")}
    with scrapy("list", environ=environ) as process:
        stdout, stderr = process.communicate(timeout=60)

    assert process.returncode == 2
    assert "Traceback" not in stdout + stderr
    assert stderr.endswith("none, which is not a folder: create it, or name another\n")


def _assert_refused(home: Path, environ: dict[str, str], says: str, *arguments: str) -> None:
    environ = {"NEWSCRAWL_HOME": str(home), **environ}
    with scrapy("crawl", *arguments, environ=environ) as process:
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout, len(stderr.splitlines())) == (2, "", 1), stderr
    assert says in stderr
    assert stderr.endswith(" (exit code 2: usage or configuration)\n")
