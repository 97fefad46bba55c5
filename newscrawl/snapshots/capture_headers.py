"""What a record's own headers say of the capture in it, before its page is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from newscrawl.dates import Where, read
from newscrawl.snapshots.foreign_response import LARGEST_RECORD
from newscrawl.snapshots.record_headers import Head

#: Records that hold a page, or say that one was met again.
_PAGES = {"response", "revisit", "resource", "conversion"}
#: Records about others, which hold no page.
_ABOUT = {"warcinfo", "request", "metadata"}
#: How the profile of a revisit ends where the server said that nothing had changed.
_UNMODIFIED = "server-not-modified"
#: Of the web: what says that it is older is not dated, and may be none that can be stored.
_FIRST_YEAR = 1990
#: What a year or a month lacks, by the length of its text.
_FIRST_DAY = {4: "-01-01", 7: "-01"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A record of an answer: what its own headers say, before its page is read."""

    path: str
    offset: int
    length: int
    url: str
    fetched_at: datetime
    #: Of the payload, as the record names it.
    digest: str | None
    #: A revisit has no page of its own; it may say when, and at which address, it was captured.
    is_revisit: bool
    refers_to: datetime | None = None
    refers_to_url: str | None = None
    #: The server said so, and not the bytes.
    is_unmodified: bool = False


@dataclass(frozen=True, slots=True)
class Bad:
    """A record, or a stretch of a file, that is passed over, and why."""

    reason: str
    #: Of a whole file within a file: its name and why, in a line.
    said: str = ""


def captures_of(path: str, offset: int, length: int, head: Head) -> Iterator[Capture | Bad]:
    """What a record came to; nothing where it is about others."""
    if head.kind in _PAGES:
        yield _capture(path, offset, length, head)
    elif head.kind == "continuation":
        yield Bad("truncated")
    elif head.kind not in _ABOUT:
        yield Bad("unknown_type")


def _capture(path: str, offset: int, length: int, head: Head) -> Capture | Bad:
    fields, is_revisit = head.fields, head.kind == "revisit"
    url = _address(fields.get("warc-target-uri"))
    fetched_at = _moment(fields.get("warc-date"))
    if not url or fetched_at is None:
        return Bad("headers")
    if head.length > LARGEST_RECORD:
        return Bad("too_large")
    # Of a revisit, it is the block that is cut short, and the page stands elsewhere.
    if not is_revisit and ("warc-truncated" in fields or "warc-segment-number" in fields):
        return Bad("truncated")
    return Capture(
        path=path,
        offset=offset,
        length=length,
        url=url,
        fetched_at=fetched_at,
        digest=fields.get("warc-payload-digest") or None,
        is_revisit=is_revisit,
        refers_to=_moment(fields.get("warc-refers-to-date")),
        is_unmodified=fields.get("warc-profile", "").rstrip("> ").endswith(_UNMODIFIED),
        refers_to_url=_address(fields.get("warc-refers-to-target-uri")) or None,
    )


def _address(stated: str | None) -> str:
    """Without the angle brackets that wget sets around it."""
    return (stated or "").strip().strip("<>")


def _moment(stated: str | None) -> datetime | None:
    text = (stated or "").strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        # A year or a month may stand for its first moment; some tools write dates of other kinds.
        printed = read(f"{text}{_FIRST_DAY.get(len(text), '')}", Where())
        if printed is None:
            return None
        moment = printed.moment
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if moment.year >= _FIRST_YEAR else None
