from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract.dates.dates_in_utc import read_date
from tests.rows import every_row

NOW = datetime(2026, 10, 1, tzinfo=UTC)


@every_row(
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
        ("Updated: Feb. 25, 2026", "2026-02-24T21:00"),
        ("25 февраля 2026, 15:10", "2026-02-25T12:10"),
        ("11 серпня 2023, 09:15 GMT+3", "2023-08-11T06:15"),
        ("Stand: 28. April 2023, 05:00 Uhr", "2023-04-28T02:00"),
        ("Publié le 25 février 2026 à 15h10", "2026-02-25T12:10"),
        ("25 de febrero de 2026 15:10", "2026-02-25T12:10"),
        ("2026. február 25. 10:00", "2026-02-25T07:00"),
        ("2025年1月13日 20時30分", "2025-01-13T17:30"),
        ("2025年1月13日 午後8時30分", "2025-01-13T17:30"),
        ("입력 2025년 1월 13일 오후 8:30", "2025-01-13T17:30"),
        ("13 led 2025, 20:30", "2025-01-13T17:30"),
        ("13 Ιανουάριος 2025, 8:30 μ.μ.", "2025-01-13T17:30"),
        ("8:00 PM EST, Tue December 19, 2023", "2023-12-20T01:00"),
        ("19 December 2023 • 3:54pm", "2023-12-19T12:54"),
        ("Tue Dec 12 10:00:00 EST 2023", "2023-12-12T15:00"),
    ],
)
def test_a_printed_date_is_a_moment(printed: str, moment: str) -> None:
    expected = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    assert read_date(printed, "Europe/Moscow", NOW) == expected


@every_row(
    "printed",
    [
        *("", " ", "now", "12", "2024", "10:30", "2024-02-30", "2024-13-45T99:99", "5 min read"),
        *("0000-00-00", "0001-01-01T00:00:00+14:00", "9999-12-31", "9999-12-31T23:59:59-12:00"),
        *("1970-01-01T00:00:00Z", "1970-01-01 03:00 MSK"),
        *("-0044-03-15", "44 BC", "2026-10-04", "2030-01-01"),
        *(
            "2 hours ago",
            "yesterday",
            "вчера",
            "in 3 days",
            "March 1",
            "il y a 3 heures",
            "gestern um 10:00",
        ),
    ],
)
def test_what_names_no_day_of_the_news_is_no_date(printed: str) -> None:
    assert read_date(printed, "Europe/Moscow", NOW) is None


@pytest.mark.parametrize(
    ("language", "month"), [("en", 3), (None, 3), ("en-GB", 4), ("fr", 4), ("de", 4)]
)
def test_the_language_says_whether_the_month_comes_first(language: str | None, month: int) -> None:
    found = read_date("3/4/2026 10:00", "UTC", NOW, language)

    assert found is not None
    assert found.month == month


def test_a_date_of_another_calendar_is_read_in_its_language() -> None:
    assert read_date("25 ก.พ. 2026", "UTC", NOW, "th") == datetime(2026, 2, 25, tzinfo=UTC)


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
