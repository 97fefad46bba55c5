"""Hold WARC files against the rows that name their records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.errors import SnapshotError
from newscrawl.page import Kept
from newscrawl.snapshots.answered import read_capture
from newscrawl.snapshots.members import Member, members
from newscrawl.snapshots.reader import is_ours
from newscrawl.snapshots.records import one_line

#: Records that hold an answer: each should have a row.
_ANSWERS = WarcRecordType.response | WarcRecordType.revisit


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a row says of a record."""

    snapshot_id: int
    url: str
    fetched_at: datetime
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A row whose bytes cannot be had as it says."""

    snapshot_id: int
    url: str
    file: str
    offset: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Bytes of a file that are no whole record."""

    file: str
    offset: int
    length: int


@dataclass(slots=True, kw_only=True)
class FileReport:
    """What was found in one file."""

    file: str
    records: int = 0
    #: Answers that no row names: a crash came before their commit, or a crawl is writing them.
    unnamed: int = 0
    #: The end of a file that was cut off.
    torn: Stretch | None = None
    #: Damaged stretches with whole records behind them.
    damaged: list[Stretch] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def warc_files(home: Path, outlet: str | None = None) -> list[str]:
    """The files that are there, as rows name them."""
    found = (home / "warc").glob(f"{outlet or '*'}/*.warc.gz")
    return sorted(path.relative_to(home).as_posix() for path in found)


def verify_file(home: Path, file: str, claims: Sequence[Claim]) -> FileReport:
    """Read every record of a file, and hold the claims on it against what is there.

    Of a file that others wrote, only what was imported is read.
    """
    report = FileReport(file=file)
    if claims and not is_ours(claims[0].kept):
        for claim in claims:
            _verify_foreign(report, home, claim)
        return report
    left = {claim.kept.offset: claim for claim in claims}
    try:
        with (home / file).open("rb") as opened:
            for member in members(opened):
                _hold(report, member, left.pop(member.offset, None))
    except FileNotFoundError:
        what = "the file is missing"
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
    else:
        what = "no record begins there"
    for claim in left.values():
        _complain(report, claim, _torn(report, claim) or what)
    return report


def _verify_foreign(report: FileReport, home: Path, claim: Claim) -> None:
    """An imported record has the digest and the address that its maker gave it."""
    report.records += 1
    if claim.kept.same_as is not None:
        return
    try:
        read_capture(home, claim.kept, claim.url, claim.fetched_at)
    except SnapshotError as error:
        _complain(report, claim, str(error))


def _hold(report: FileReport, member: Member, claim: Claim | None) -> None:
    what = _note(report, member, claim)
    if claim and what:
        _complain(report, claim, what)


def _note(report: FileReport, member: Member, claim: Claim | None) -> str | None:
    """Count a member; what speaks against the claim on it, if anything does."""
    _close_tail(report)
    if member.record is None:
        report.torn = Stretch(file=report.file, offset=member.offset, length=member.length)
        return "the record is damaged"
    report.records += 1
    record = next(iter(ArchiveIterator(BytesIO(member.record), parse_http=False)), None)
    if record is None:
        return "the record cannot be read"
    if claim is None:
        report.unnamed += bool(record.record_type & _ANSWERS)
        return None
    return _difference(record, member, claim)


def _difference(record: WarcRecord, member: Member, claim: Claim) -> str | None:
    kept, headers = claim.kept, record.headers
    is_revisit = kept.same_as is not None
    wanted = WarcRecordType.revisit if is_revisit else WarcRecordType.response
    if record.record_type != wanted:
        return f"the record is no {'revisit' if is_revisit else 'response'}"
    if member.length != kept.length:
        return f"the record has {member.length} bytes, not {kept.length}"
    if headers.get("WARC-Target-URI") != one_line(claim.url):
        return f"the record is of {headers.get('WARC-Target-URI')}"
    if headers.get("WARC-Payload-Digest") != kept.digest or not record.verify_block_digest():
        return "the bytes do not match their digest"
    record.parse_http()
    if not is_revisit and not record.verify_payload_digest():
        return "the bytes do not match their digest"
    return None


def _close_tail(report: FileReport) -> None:
    """Something stands behind a damaged stretch, so it was not the end."""
    if report.torn is not None:
        report.damaged.append(report.torn)
        report.torn = None


def _torn(report: FileReport, claim: Claim) -> str | None:
    stretches = [*report.damaged, *([report.torn] if report.torn else [])]
    for stretch in stretches:
        if stretch.offset <= claim.kept.offset < stretch.offset + stretch.length:
            return "the record is damaged"
    return None


def _complain(report: FileReport, claim: Claim, what: str) -> None:
    report.problems.append(
        Problem(
            snapshot_id=claim.snapshot_id,
            url=claim.url,
            file=report.file,
            offset=claim.kept.offset,
            what=what,
        )
    )
