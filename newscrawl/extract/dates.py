"""Read the dates that outlets print."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from newscrawl.outlet import NEWS_YEARS
from newscrawl.printed_dates import printed_date

#: A page may be dated a little ahead of the clock: zones are often wrong by hours.
_AHEAD = timedelta(hours=48)
_OFFSET = re.compile(r"\s*([+-]\d{2}):?(\d{2})$")
#: A line that is longer is a sentence.
_LONGEST = 90
_YEAR = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)|[\u0660-\u0669\u06f0-\u06f9]{4}")
#: What dates in words are made of; anything else costs long guessing, and means nothing.
_WORDS = re.compile(r"[\w\s.,:/()|'’–+\u0900-\u0eff-]+")
#: Languages whose dates are left to dateparser: other calendars, other digits.
_RARE = frozenset("fa th bn ta te mr ur my km lo am sw vi".split())
_MONTH_FIRST = frozenset({None, "en", "fil", "tl"})
_EPOCH = re.compile(r"^\d{10}(\d{3})?$")


def read_date(
    printed: str,
    zone: str | tzinfo,
    now: datetime | None = None,
    language: str | None = None,
) -> datetime | None:
    """The moment that a printed date means, in UTC, or None if it means none.

    A date without an offset is in ``zone``. A date further ahead of ``now`` than two days, or
    before 1900, is no date that news can bear.
    """
    moment = local_date(printed, language)
    if moment is None:
        return None
    return in_utc(moment, ZoneInfo(zone) if isinstance(zone, str) else zone, now)


def in_utc(moment: datetime, zone: tzinfo, now: datetime | None = None) -> datetime | None:
    """The moment in UTC, in ``zone`` if it has none; None where news cannot bear it."""
    try:
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if moment.year not in NEWS_YEARS:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if now and moment > now + _AHEAD else moment


def local_date(printed: str, language: str | None = None) -> datetime | None:
    """The date as printed: without an offset where none is printed."""
    text = " ".join(printed.split())
    if not text or len(text) > _LONGEST:
        return None
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    readers = (_read_iso, parsedate_to_datetime) if text[0].isdigit() else (parsedate_to_datetime,)
    for read in readers:
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    found = printed_date(text, is_month_first=language in _MONTH_FIRST)
    return found or (_guessed(text, language) if language in _RARE else None)


def _read_iso(text: str) -> datetime:
    return datetime.fromisoformat(_OFFSET.sub(r"\1:\2", text.replace("z", "Z")))


def _guessed(text: str, language: str) -> datetime | None:
    """A date in words of a rare language; never a relative one, which has no fixed sense."""
    if not _WORDS.fullmatch(text) or not _YEAR.search(text):
        return None
    # dateparser costs a third of a second to import, and most pages never need it.
    import dateparser

    try:
        return dateparser.parse(
            text,
            languages=[language],
            settings={
                "PARSERS": ["custom-formats", "absolute-time"],
                "STRICT_PARSING": True,
                "DATE_ORDER": "DMY",
            },
        )
    except ValueError:
        return None  # a language that this dateparser does not know
