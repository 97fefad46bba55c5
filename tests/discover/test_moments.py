"""Dates as feeds and sitemaps print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discover.moments import read_moment

TEN = "2026-03-31T10:00:00+00:00"
SEVEN = "2026-03-31T07:00:00+00:00"


@pytest.mark.parametrize(
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
    ],
)
def test_a_date_is_read_in_utc(printed: str, read: str) -> None:
    moment = read_moment(printed)

    assert moment is not None
    assert moment.isoformat() == read


@pytest.mark.parametrize(
    "printed",
    ["", "yesterday", "31.03.2026", "2026-13-45", "Tue, 31 Mar 2026 25:61:00 GMT", "9" * 5000,
     "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "1970-01-01T00:00:00Z", "2026-00",
     "Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 31 Mar 0000 10:00:00 GMT", "+", ",", ", ,"],
)  # fmt: skip
def test_what_is_no_date_is_none(printed: str) -> None:
    assert read_moment(printed) is None


@given(st.text(max_size=70) | st.from_regex(r"[\w ,]{0,9}\d{1,4}[-: ]\w{1,5}[-:T ,+\dA-Z]{0,40}"))
def test_no_text_breaks_the_reader(text: str) -> None:
    moment = read_moment(text)

    assert moment is None or 1899 <= moment.year <= 2101
