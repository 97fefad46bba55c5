"""How long a host is left alone, what "not modified" may mean, and which signals reach whom."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydispatch import dispatcher  # type: ignore[import-untyped]
from scrapy import Request, signals
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.crawl.conditional_requests import OnlyIfAsked
from newscrawl.crawl.extensions import HeardSignals
from newscrawl.crawl.redirects import Redirects
from newscrawl.crawl.retry_after import retry_after
from tests.rows import every_row

_URL = "https://www.example.org/news"
_NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)


@every_row(
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


_ETAG = {"If-None-Match": '"1"'}
_DATE = {"If-Modified-Since": "Mon, 12 Oct 2026 12:00:00 GMT"}
_EARLIER = {"Last-Modified": "Sun, 11 Oct 2026 12:00:00 GMT"}
_SAME_DATE = {"Last-Modified": "Monday, 12-Oct-26 12:00:00 GMT"}


@every_row(
    ("asked", "told", "is_believed"),
    [
        (_ETAG, {}, True),
        (_ETAG, {"ETag": '"1"'}, True),
        (_ETAG, {"ETag": 'W/"1"'}, True),
        ({"If-None-Match": 'W/"1"'}, {"ETag": '"1"'}, True),
        (_ETAG, {"ETag": ['"2"', '"1"']}, True),
        (_ETAG, {"ETag": '"2"'}, False),
        (_ETAG, {"ETag": 'W/"2"'}, False),
        (_ETAG, {"ETag": '""'}, False),
        (_ETAG | _DATE, {"ETag": '"1"'} | _EARLIER, True),
        (_ETAG | _DATE, {"ETag": '"2"'} | _SAME_DATE, False),
        (_ETAG | _DATE, _EARLIER, False),
        (_DATE, _SAME_DATE, True),
        (_DATE, {"ETag": '"1"'}, True),
        (_DATE, _EARLIER, False),
        (_DATE, {"Last-Modified": "Tue, 13 Oct 2026 12:00:00 GMT"}, False),
    ],
)
def test_a_304_about_another_representation_is_asked_for_in_full(
    asked: dict[str, str], told: dict[str, str], is_believed: bool
) -> None:
    request = Request(_URL, headers={"Accept": "text/html", **asked})
    response = Response(_URL, status=304, headers=told)

    answer = OnlyIfAsked().process_response(request, response)

    if is_believed:
        assert answer is response
    else:
        assert isinstance(answer, Request)
        assert (answer.url, list(answer.headers)) == (_URL, [b"Accept"])


@pytest.mark.parametrize(
    ("location", "is_asked_in_full"), [("http://example.org/news", False), ("/news-1", True)]
)
def test_a_redirect_takes_no_validators_to_another_page(
    location: str, is_asked_in_full: bool
) -> None:
    request = Request(_URL, headers=_ETAG)
    response = Response(_URL, status=301, headers={"Location": location})

    answer = Redirects.from_crawler(get_crawler()).process_response(request, response)

    assert isinstance(answer, Request)
    assert ("If-None-Match" not in answer.headers) == is_asked_in_full


@pytest.mark.parametrize(
    ("signal", "sender", "is_heard"),
    [
        (signals.bytes_received, None, True),
        (signals.bytes_received, dispatcher.Any, True),
        (dispatcher.Any, None, True),
        (signals.headers_received, None, False),
    ],
)
def test_a_signal_reaches_whoever_hears_it_and_nobody_else(
    signal: object, sender: object, is_heard: bool
) -> None:
    heard = HeardSignals(object())
    came: list[str] = []

    def hear() -> None:
        came.append("heard")

    heard.connect(hear, signal, **({"sender": sender} if sender else {}))
    heard.send_catch_log(signal=signals.bytes_received, data=b"")
    heard.disconnect(hear, signal, **({"sender": sender} if sender else {}))

    assert came == ["heard"] * is_heard


def test_a_signal_of_another_sender_reaches_whoever_hears_that_one() -> None:
    heard, sender = HeardSignals(object()), object()
    came: list[bytes] = []

    def hear(data: bytes) -> None:
        came.append(data)

    heard.connect(hear, signals.bytes_received, sender=sender)
    for each in ({}, {"sender": sender}):
        heard.send_catch_log(signal=signals.bytes_received, data=str(len(each)).encode(), **each)

    assert came == [b"1"]
