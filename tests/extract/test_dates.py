from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.dates import read_date

NOW = datetime(2026, 10, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2024-03-01", "2024-02-29T21:00"),
        ("20240301", "2024-02-29T21:00"),
        ("2024-03-01T10:00:00Z", "2024-03-01T10:00"),
        ("2024-03-01t10:00:00z", "2024-03-01T10:00"),
        ("2024-03-01T10:00:00+0300", "2024-03-01T07:00"),
        (" 2024-03-01 10:00:00 +03:00 ", "2024-03-01T07:00"),
        ("2024-03-01 10:00:00", "2024-03-01T07:00"),
        ("2024-03-01 10:00:00 UTC", "2024-03-01T10:00"),
        ("Fri, 01 Mar 2024 10:00:00 GMT", "2024-03-01T10:00"),
        ("Fri, 01 Mar 2024 10:00:00 +0300", "2024-03-01T07:00"),
        ("1709287200", "2024-03-01T10:00"),
        ("1709287200000", "2024-03-01T10:00"),
        ("1 марта 2024, 10:00", "2024-03-01T07:00"),
        ("1. März 2024", "2024-02-29T21:00"),
        ("1er mars 2024", "2024-02-29T21:00"),
        ("1 березня 2024", "2024-02-29T21:00"),
        ("March 1, 2024", "2024-02-29T21:00"),
        ("Feb 25, 2026 - 03:10 pm", "2026-02-25T12:10"),
    ],
)
def test_a_printed_date_is_a_moment(printed: str, moment: str) -> None:
    expected = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    assert read_date(printed, "Europe/Moscow", NOW) == expected


@pytest.mark.parametrize(
    "printed",
    [
        *("", " ", "now", "12", "2024", "10:30", "2024-02-30", "2024-13-45T99:99", "5 min read"),
        *("0000-00-00", "0001-01-01T00:00:00+14:00", "9999-12-31", "9999-12-31T23:59:59-12:00"),
        *("-0044-03-15", "44 BC", "2026-10-04", "2030-01-01"),
        *("2 hours ago", "yesterday", "вчера", "in 3 days", "March 1", "gestern um 10:00"),
    ],
)
def test_what_names_no_day_of_the_news_is_no_date(printed: str) -> None:
    assert read_date(printed, "Europe/Moscow", NOW) is None


def test_a_clock_that_is_a_day_ahead_is_forgiven() -> None:
    assert read_date("2026-10-02", "UTC", NOW) == datetime(2026, 10, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "utc"), [("2024-03-31T02:30", (31, 1, 30)), ("2024-03-31T03:30", (31, 1, 30))]
)
def test_an_hour_that_the_clock_skips_is_the_one_behind_it(
    printed: str, utc: tuple[int, int, int]
) -> None:
    found = read_date(printed, "Europe/Berlin")

    assert found is not None
    assert (found.day, found.hour, found.minute) == utc


@given(st.sampled_from(["", "2024-", "20", "Fri, 1 Mar ", "1709"]), st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_garbage_never_raises(start: str, text: str) -> None:
    found = read_date(start + text, "UTC")

    assert found is None or found.tzinfo is UTC
