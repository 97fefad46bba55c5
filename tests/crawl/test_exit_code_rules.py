"""Which exit code follows from a finish reason, from stats and from an error."""

import pytest

from newscrawl.crawl.spider import OutletSpider
from newscrawl.errors import (
    Busy,
    ConfigError,
    DatabaseUnavailable,
    DiskFull,
    NewscrawlError,
    NotFound,
    OutletError,
    SchemaTooNew,
    SnapshotError,
    UsageError,
)
from newscrawl.exit_code import (
    MEANINGS,
    ExitCode,
    code_of,
    ending,
    exit_code,
    interrupted,
    reason_of,
    with_code,
)
from tests.rows import every_row


def _visits(**outcomes: int) -> dict[str, int]:
    return {f"archive/visits/{outcome}": count for outcome, count in outcomes.items()}


_SOURCES = {"discover/sources": 3, "discover/answered": 3}
_SILENT = {"discover/sources": 3, "discover/failed": 3}
_BAD = {**_SILENT, **_visits(blocked=3, failed=7), "crawl/item_errors": 1}


@every_row(
    ("reason", "stats", "code"),
    [
        ("finished", _SOURCES, 0),
        ("finished", {}, 3),
        ("closespider_timeout", {}, 3),
        ("finished", {"discover/sources": 2, "discover/answered": 1, "discover/blocked": 1}, 0),
        ("finished", {**_SOURCES, **_visits(stored=50)}, 0),
        ("closespider_itemcount", _visits(stored=3), 0),
        ("closespider_timeout", _SOURCES, 0),
        ("finished", _SILENT, 3),
        ("closespider_errorcount", _SILENT, 3),
        ("finished", {"discover/sources": 3, "discover/answered": 1, "discover/failed": 2}, 0),
        ("finished", {**_SILENT, "discover/blocked": 1}, 7),
        ("finished", {**_SOURCES, "discover/blocked": 1}, 0),
        ("finished", _visits(stored=19, failed=5), 3),
        ("finished", _visits(stored=20, failed=5), 0),
        ("finished", _visits(failed=4), 0),
        ("finished", _visits(stored=4, failed=2, quarantined=3), 3),
        ("finished", _visits(stored=4, missing=9, not_article=9), 0),
        ("finished", _visits(stored=90, blocked=1), 0),
        ("finished", _visits(stored=6, blocked=1), 0),
        ("finished", _visits(stored=2, blocked=1), 7),
        ("finished", _visits(blocked=1), 7),
        ("blocked", _SOURCES, 7),
        ("finished", {"spider_exceptions/count": 1}, 1),
        ("finished", {"crawl/item_errors": 1}, 1),
        ("start_error", _SOURCES, 1),
        ("fault", {}, 1),
        ("shutdown", _BAD, 11),
        ("memusage_exceeded", _SOURCES, 11),
        ("disk_full", _BAD, 5),
        ("database_unavailable", _BAD, 4),
        ("lock_lost", _BAD, 75),
    ],
)
def test_a_code_for_every_end(reason: str, stats: dict[str, int], code: int) -> None:
    assert exit_code(reason, stats) == code


@every_row(
    ("error", "code", "reason"),
    [
        (UsageError("x"), 2, "fault"),
        (ConfigError("x"), 2, "fault"),
        (OutletError("x"), 2, "fault"),
        (SchemaTooNew("x"), 2, "fault"),
        (DatabaseUnavailable("x"), 4, "database_unavailable"),
        (DiskFull("x"), 5, "disk_full"),
        (Busy("moscow_times"), 75, "lock_lost"),
        (NotFound("x"), 1, "fault"),
        (SnapshotError("x"), 1, "fault"),
    ],
)
def test_a_code_and_a_reason_for_every_error(error: NewscrawlError, code: int, reason: str) -> None:
    assert code_of(error) == code
    assert reason_of(error) == reason
    if reason != "fault":
        assert exit_code(reason, {}) == code, "the crawl's record says the same"


def test_the_codes_are_those_of_the_contract() -> None:
    assert {code.value for code in ExitCode} <= {0, 1, 2, 3, 4, 5, 6, 7, 11, 75}


def test_no_spider_has_what_scrapy_ignores_without_a_word() -> None:
    """Scrapy calls ``start``; what is named ``start_requests`` is never run."""
    assert "start" in vars(OutletSpider)
    assert not hasattr(OutletSpider, "start_requests")


@pytest.mark.parametrize(
    ("code", "kept"), [(0, False), (3, False), (6, False), (7, False), (4, True), (5, True)]
)
def test_a_signal_at_the_very_end_counts_for_less_than_a_disk_or_a_database(
    code: int, kept: bool
) -> None:
    expected = ("finished", code) if kept else ("shutdown", 11)
    assert interrupted("finished", ExitCode(code)) == expected


def test_every_code_has_a_meaning() -> None:
    assert set(MEANINGS) == set(ExitCode) - {ExitCode.COMPLETE}
    assert ending(-9) == "ended with -9 (killed)"
    assert with_code("another crawl of taz is running", 75) == "another crawl of taz is running"
    assert with_code("the disk", 5) == "the disk (exit code 5: the disk is full)"
