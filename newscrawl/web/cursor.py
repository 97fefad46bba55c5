"""Write in an address where a page of a search ended, so that the next one begins there."""

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from math import isfinite

from newscrawl.archive.queries.article_search import PageEnd
from newscrawl.errors import UsageError

#: Article, microseconds since the year 1970, rank.
_FORM = struct.Struct(">qqf")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: No date that Python knows.
_UNDATED = -(2**63)


def written(place: PageEnd) -> str:
    date = place.date_published
    microseconds = _UNDATED if date is None else (date - _EPOCH) // timedelta(microseconds=1)
    packed = _FORM.pack(place.article_id, microseconds, place.rank)
    return urlsafe_b64encode(packed).decode().rstrip("=")


def place_in(cursor: str | None) -> PageEnd | None:
    """The place; raises ``UsageError`` for what ``written`` did not write."""
    if cursor is None:
        return None
    try:
        article_id, microseconds, rank = _FORM.unpack(urlsafe_b64decode(cursor + "=="))
        if not isfinite(rank):
            raise ValueError(rank)
        date = None if microseconds == _UNDATED else _EPOCH + timedelta(microseconds=microseconds)
    except (ValueError, OverflowError, struct.error) as error:
        raise UsageError(f"after: {cursor!r} is no place at which a page ended") from error
    return PageEnd(article_id=article_id, date_published=date, rank=rank)
