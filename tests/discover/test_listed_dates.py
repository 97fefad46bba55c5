"""Dates as feeds and sitemaps print them."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discover.listed_dates import as_text, at, read_moment
from tests.rows import every_row

TEN = "2026-03-31T10:00:00+00:00"
SEVEN = "2026-03-31T07:00:00+00:00"


@every_row(
    ("printed", "read"),
    [
        ("Tue, 31 Mar 2026 10:00:00 GMT", TEN),
        ("Tue, 31 Mar 2026 10:00:00 Z", TEN),
        ("Tue, 31 Mar 2026 10:00:00", TEN),
        ("31 Mar 26 10:00 UT", TEN),
        ("Tue, 31 March 2026 10:00:00 +0000", TEN),
        ("Вт, 31 Mar 2026 10:00:00 +0300", SEVEN),
        ("Tue, 31 Mar 2026 10:00:00 +03:00", SEVEN),
        ("Tue, 31 Mar 2026 10:00:00 GMT+3", SEVEN),
        ("Tue, 31 Mar 2026 10:00:00 MSK", SEVEN),
        ("Tue, 31 Mar 2026 03:00:00 EDT", SEVEN),
        ("Tue, 31 Mar 2026 09:00:00 CEST", SEVEN),
        ("  Tue,\n 31 Mar 2026\t10:00:00 GMT ", TEN),
        ("2026-03-31T10:00:00Z", TEN),
        ("2026-03-31T10:00Z", TEN),
        ("2026-03-31T10:00:00", TEN),
        ("2026-03-31T10:00:00+03:00", SEVEN),
        ("2026-03-31T10:00:00.000+0300", SEVEN),
        ("2026-03-31 10:00:00 +0300", SEVEN),
        ("2026-03-31 10:00:00 MSK", SEVEN),
        ("2026-03-31T10:00:00 UTC", TEN),
        ("2026-03-31", "2026-03-31T00:00:00+00:00"),
        ("2026-03", "2026-03-01T00:00:00+00:00"),
        ("2026", "2026-01-01T00:00:00+00:00"),
        ("31 Mar 2026", "2026-03-31T00:00:00+00:00"),
        ("Thu, 3 Sept 2026 10:00:00 +0300", "2026-09-03T07:00:00+00:00"),
        # Clocks of twelve hours.
        ("Tue, 31 Mar 2026 10:00:00 AM +0300", SEVEN),
        ("Tue, 31 Mar 2026 10:00:00AM GMT", TEN),
        ("Tue, 31 Mar 2026 4:05:09 PM +0200", "2026-03-31T14:05:09+00:00"),
        ("3/31/2026 4:05:09 PM +0200", "2026-03-31T14:05:09+00:00"),
        ("31 Mar 26 4:05 p.m. EST", "2026-03-31T21:05:00+00:00"),
        ("2026-03-31 4:05 PM", "2026-03-31T16:05:00+00:00"),
        ("4 PM, 31 March 2026", "2026-03-31T16:00:00+00:00"),
        ("Tue, 31 Mar 2026 12:05 AM", "2026-03-31T00:05:00+00:00"),
        ("Tue, 31 Mar 2026 12:05 PM", "2026-03-31T12:05:00+00:00"),
        ("Tue, 31 Mar 2026 16:05:09 PM +0200", "2026-03-31T14:05:09+00:00"),
        # The month first, zones in words, offsets behind them.
        ("Tue, March 31, 2026 10:00:00 GMT", TEN),
        ("March 31, 2026 6:00 AM EDT", TEN),
        ("2026-03-31 10:00:00 GMT", TEN),
        ("2026-03-31T03:00:00 EDT", SEVEN),
        ("2026/03/31 10:00", TEN),
        ("Tue Mar 31 2026 10:00:00 GMT+0300 (Eastern European Summer Time)", SEVEN),
        ("Tue Mar 31 10:00:00 GMT+0300 2026", SEVEN),
        ("Tue Mar 31 06:00:00 EDT 2026", TEN),
        # Other languages.
        ("вт, 31 марта 2026 10:00:00 +0300", SEVEN),
        ("Вівторок, 31 березня 2026 10:00:00 +0300", SEVEN),
        ("mar, 31 mars 2026 09:00:00 +0200", SEVEN),
        ("Dienstag, 31. März 2026 10:00 Uhr", TEN),
        ("Sal, 31 Mar 2026 10:00:00 +0300", SEVEN),
        ("Paz, 16 Ağu 2026 10:00:00 +0300", "2026-08-16T07:00:00+00:00"),
        ("wtorek, 31 marca 2026, 10:00", TEN),
        ("Τρί, 31 Μαρ 2026 10:00:00 +0300", SEVEN),
        ("dimarts, 31 de març 2026 10:00", TEN),
        ("2026年3月31日 10:00", TEN),
        ("Τρί, 30 Ιούν 2026 10:00:00 GMT", "2026-06-30T10:00:00+00:00"),
        ("Τρί, 31 Μάρτιος 2026 10:00 GMT", TEN),
        ("út, 31 bře 2026 10:00:00 +0000", TEN),
        ("2026-március-31T10:00:00Z", TEN),
        ("31 Μαρ 2026 10:00 π.μ.", TEN),
        ("31 Μαρ 2026 4:05 μ.μ.", "2026-03-31T16:05:00+00:00"),
        ("2026-03-31 오후 4:05:09", "2026-03-31T16:05:09+00:00"),
        ("2026년 3월 31일 오전 10시 00분", TEN),
        ("2026年3月31日 下午4:05", "2026-03-31T16:05:00+00:00"),
        ("2026/03/31 午後 4:05", "2026-03-31T16:05:00+00:00"),
        ("31 مارس 2026 4:05 م", "2026-03-31T16:05:00+00:00"),
        # Zones of a place, in winter and in summer.
        ("Tue, 31 Mar 2026 06:00:00 ET", TEN),
        ("March 31, 2026, 6:00 a.m. ET", TEN),
        ("Tue, 31 Mar 2026 13:00:00 Europe/Moscow", TEN),
        ("Sat, 31 Jan 2026 02:00:00 America/Los_Angeles", "2026-01-31T10:00:00+00:00"),
        ("Tue, 31 Mar 2026 12:00:00 MEST", TEN),
        ("Tue, 31 Mar 2026 10:00:00 Nowhere/Else", TEN),
        # A second that is no second of most minutes.
        ("2026-03-31T09:59:60Z", "2026-03-31T09:59:59+00:00"),
        ("Tue, 31 Mar 2026 09:59:60 GMT", "2026-03-31T09:59:59+00:00"),
    ],
)
def test_a_date_is_read_in_utc(printed: str, read: str) -> None:
    moment = read_moment(printed)

    assert moment is not None
    assert moment.isoformat() == read


@every_row(
    "printed",
    ["", "yesterday", "31.03.2026", "3/4/2026", "2026-13-45", "2026-03-31T24:00:00Z",
     "Tue, 31 Mar 2026 25:61:00 GMT", "9" * 5000,
     "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "1970-01-01T00:00:00Z", "2026-00",
     "Tue, 31 Mar zz 10:00:00 GMT", "Tue, 31 Mar 10:00:00 +0000", "3/4/2026 4:05 μ.μ.",
     "Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 31 Mar 0000 10:00:00 GMT", "+", ",", ", ,"],
)  # fmt: skip
def test_what_is_no_date_is_none(printed: str) -> None:
    assert read_moment(printed) is None


@every_row(
    ("printed", "is_day"),
    [
        ("2026-03-31", True),
        ("2026-04", True),
        ("31 Mar 2026", True),
        ("March 31, 2026", True),
        ("31 марта 2026", True),
        # Whose time cannot be read.
        ("2026-03-31Tzz:00Z", True),
        ("2026-03-31T10:14:61Z", True),
        ("Tue, 31 Mar 2026 1:2:3:4 GMT", True),
        ("31 March 2026, 12:00 AM", False),
        ("2026年3月31日 午前 0:00", False),
        ("2026-03-31T00:00:00Z", False),
        ("2026-03-31T00:00", False),
        ("Tue, 31 Mar 2026 00:00:00", False),
        ("20260331T000000", False),
    ],
)
@every_row(("zone", "begins"), [("America/New_York", 4), ("Europe/Moscow", -3), ("UTC", 0)])
def test_a_day_without_a_time_begins_where_the_outlet_is(
    printed: str, is_day: bool, zone: str, begins: int
) -> None:
    moment = read_moment(printed)
    assert moment is not None

    assert at(moment, ZoneInfo(zone)) == moment + timedelta(hours=begins if is_day else 0)
    assert at(moment, ZoneInfo(zone)).tzinfo is UTC
    kept = read_moment(as_text(moment))
    assert kept is not None
    assert kept.tzinfo is moment.tzinfo or not is_day


@given(st.text(max_size=70) | st.from_regex(r"[\w ,]{0,9}\d{1,4}[-: ]\w{1,5}[-:T ,+\dA-Z]{0,40}"))
def test_no_text_breaks_the_reader(text: str) -> None:
    moment = read_moment(text)

    assert moment is None or 1899 <= moment.year <= 2101
