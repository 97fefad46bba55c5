"""What ``-a`` may say, and what it is told otherwise."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.crawl.arguments import read_arguments
from newscrawl.errors import UsageError
from newscrawl.outlets import load_outlet
from tests.rows import every_row

_OUTLET = load_outlet("moscow_times")
_URL = "https://www.themoscowtimes.com/2026/10/12/gulls-a94001"


def test_without_arguments_everything_is_wanted() -> None:
    read = read_arguments(_OUTLET, {})
    assert (read.since, read.until, read.urls, read.outlet) == (None, None, (), _OUTLET)


def test_days_are_the_outlets_and_the_last_one_is_wanted_whole() -> None:
    read = read_arguments(_OUTLET, {"since": "2026-03-01", "until": "2026-03-31"})
    assert read.since == datetime(2026, 2, 28, 21, tzinfo=UTC)
    assert read.until == datetime(2026, 3, 31, 21, tzinfo=UTC)


def test_a_mirror_changes_where_the_outlet_is_fetched() -> None:
    outlet = read_arguments(_OUTLET, {"mirror": "http://127.0.0.1:8000/"}).outlet
    assert outlet.fetched_from(_URL) == "http://127.0.0.1:8000/2026/10/12/gulls-a94001"


@pytest.mark.parametrize(
    "spelled",
    [
        _URL,
        f"{_URL}?utm_source=mail",
        f"{_URL}#top",
        _URL.replace("https://www.", "http://"),
        f"{_URL},{_URL},",
        f" {_URL} ",
    ],
)
def test_urls_are_canonical_and_each_is_visited_once(spelled: str) -> None:
    assert read_arguments(_OUTLET, {"urls": spelled}).urls == (_URL,)


def test_urls_of_the_mirror_are_the_outlets() -> None:
    given = {"mirror": "http://127.0.0.1:8000", "urls": _URL.replace("https://www.", "http://")}
    mirrored = {**given, "urls": "http://127.0.0.1:8000/2026/10/12/gulls-a94001"}
    assert read_arguments(_OUTLET, mirrored).urls == read_arguments(_OUTLET, given).urls == (_URL,)


def test_a_file_of_urls_may_hold_comments(tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text(f"# gulls\n\n{_URL}\n", encoding="utf-8")
    assert read_arguments(_OUTLET, {"urls": str(file)}).urls == (_URL,)


@every_row(
    "given",
    [
        {"since": "2026-13-01"},
        {"since": "yesterday"},
        {"since": ""},
        {"until": "1 March 2026"},
        {"since": "2026-03-02", "until": "2026-03-01"},
        {"mirror": ""},
        {"mirror": "127.0.0.1:8000"},
        {"mirror": "ftp://127.0.0.1"},
        {"mirror": "http://"},
        {"mirror": "http://127.0.0.1:port"},
        {"mirror": "http://127.0.0.1:99999"},
        {"mirror": "http://[::1"},
        {"urls": ""},
        {"urls": "/no/such/file"},
        {"urls": "/"},
        {"urls": "https://www.example.org/2026/10/12/gulls-a94001"},
        {"urls": f"{_URL}?{'x' * 3000}"},
        {"urls": "x" * 5000},
        {"sinse": "2026-03-01"},
        {"access": "1"},
    ],
)
def test_what_is_wrong_is_said_in_one_line(given: dict[str, str]) -> None:
    with pytest.raises(UsageError) as raised:
        read_arguments(_OUTLET, given)
    assert len(str(raised.value).splitlines()) == 1


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError):
        read_arguments(_OUTLET, {"urls": str(file)})
