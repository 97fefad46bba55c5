"""How long a host is left alone, by what it says."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.crawl.retry_after import retry_after

_NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (b"0", 0.0),
        (b"120", 120.0),
        (b" 7 ", 7.0),
        (b"Mon, 12 Oct 2026 12:02:00 GMT", 120.0),
        (b"Mon, 12 Oct 2026 15:02:00 +0300", 120.0),
        (b"Monday, 12-Oct-26 12:02:00 GMT", 120.0),
        (b"Mon, 12 Oct 2026 12:02:00", 120.0),
        (b"Mon, 12 Oct 2026 11:00:00 GMT", 0.0),
        (None, None),
        (b"", None),
        (b"soon", None),
        (b"-5", None),
        (b"1.5", None),
        ("²".encode("latin-1"), None),
        (b"Mon, 12 Oct 99999999999999999999 12:00:00 GMT", None),
    ],
)
def test_seconds_or_a_date_say_how_long(header: bytes | None, seconds: float | None) -> None:
    assert retry_after(header, _NOW) == seconds


@given(st.binary(max_size=60))
def test_whatever_a_server_says_is_no_error(header: bytes) -> None:
    seconds = retry_after(header, _NOW)
    assert seconds is None or seconds >= 0


def test_a_number_without_end_is_long() -> None:
    assert retry_after(b"9" * 400, _NOW) == float("inf")
