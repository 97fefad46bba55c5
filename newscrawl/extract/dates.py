"""Read the dates that outlets print."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

#: Years that a news page can claim; anything else is a slip or a joke, and is kept raw only.
_EARLIEST, _LATEST = 1900, 2100
#: A page may be dated a little ahead of the clock: zones are often wrong by hours.
_AHEAD = timedelta(hours=48)
_OFFSET = re.compile(r"\s*([+-]\d{2}):?(\d{2})$")
#: What dates in words are made of; anything else costs long guessing, and means nothing.
_WORDS = re.compile(r"[\w\s.,:/()|'’–+\u0900-\u0dff-]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 60
#: Each language costs its rules a compilation, once; what begins like a machine's date needs one.
_LANGUAGES = (
    "en ru uk de fr es it pt pl nl sv da nb fi cs sk hu ro bg sr hr el tr et lv lt be ka hy az kk "
    "ar he fa hi zh ja ko id vi th"
).split()
_EPOCH = re.compile(r"^\d{10}(\d{3})?$")


def read_date(printed: str, zone: str | ZoneInfo, now: datetime | None = None) -> datetime | None:
    """The moment that a printed date means, in UTC, or None if it means none.

    A date without an offset is in ``zone``. A date further ahead of ``now`` than two days, or
    before 1900, is no date that news can bear.
    """
    text = " ".join(printed.split())
    if not text:
        return None
    try:
        moment = _read(text)
        if moment is None:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(zone) if isinstance(zone, str) else zone)
        if not _EARLIEST <= moment.year < _LATEST:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if now and moment > now + _AHEAD else moment


def _read(text: str) -> datetime | None:
    """The moment by the first spelling that fits."""
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    spellings = (
        (_read_iso, parsedate_to_datetime) if text[0].isdigit() else (parsedate_to_datetime,)
    )
    for read in spellings:
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return _read_words(text)


def _read_iso(text: str) -> datetime:
    return datetime.fromisoformat(_OFFSET.sub(r"\1:\2", text.replace("z", "Z")))


def _read_words(text: str) -> datetime | None:
    """A date in words, in any language; never a relative one ("2 hours ago" has no fixed sense)."""
    if len(text) > _LONGEST or not _WORDS.fullmatch(text) or not _YEAR.search(text):
        return None
    languages = ["en"] if text[:5].rstrip("-").isdigit() else _LANGUAGES
    # dateparser costs a third of a second to import, and most pages never need it.
    import dateparser

    return dateparser.parse(
        text,
        languages=languages,
        settings={
            "PARSERS": ["custom-formats", "absolute-time"],
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY" if "." in text else "MDY",
        },
    )
