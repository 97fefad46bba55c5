"""What a row says of a record, and what the record says to that."""

from dataclasses import dataclass
from datetime import datetime

from fastwarc.warc import WarcRecord, WarcRecordType

from newscrawl.page import WarcLocation, payload_digest
from newscrawl.size_limits import LARGEST_SOURCE
from newscrawl.snapshots.records import message_in, one_line

_OTHERS = "the bytes do not match their digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClaim:
    """What a row says of a record."""

    snapshot_id: int
    url: str
    fetched_at: datetime
    kept: WarcLocation


def difference(record: WarcRecord, length: int, claim: RecordClaim) -> str | None:
    """What speaks against the claim, if anything does; ``length`` is the record's in its file.

    The body is unpacked as a crawl would: raises a ``BodyError`` where it does not hold what its
    headers say, and a ``SnapshotError`` where its headers cannot be read.
    """
    kept, headers = claim.kept, record.headers
    is_revisit = kept.same_as is not None
    wanted = WarcRecordType.revisit if is_revisit else WarcRecordType.response
    if record.record_type != wanted:
        return f"the record is no {'revisit' if is_revisit else 'response'}"
    if length != kept.length:
        return f"the record has {length} bytes, not {kept.length}"
    if headers.get("WARC-Target-URI") != one_line(claim.url):
        return f"the record is of {headers.get('WARC-Target-URI')}"
    block = record.reader.read()
    if headers.get("WARC-Payload-Digest") != kept.digest:
        return _OTHERS
    if headers.get("WARC-Block-Digest") != payload_digest(block):
        return _OTHERS
    message = message_in(block)
    if is_revisit:
        return None
    if payload_digest(message.body) != kept.digest:
        return _OTHERS
    message.decoded(LARGEST_SOURCE)
    return None
