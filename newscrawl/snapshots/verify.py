"""Hold WARC files against the rows that name their records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from newscrawl.config import WARC, names_in
from newscrawl.errors import BodyError, SnapshotError
from newscrawl.page import KeptPage, payload_digest
from newscrawl.size_limits import LARGEST_SOURCE
from newscrawl.snapshots.foreign_response import read_capture
from newscrawl.snapshots.make_records import message_in, one_line
from newscrawl.snapshots.members import Walked, members
from newscrawl.snapshots.named_files import open_kept
from newscrawl.snapshots.warc_reader import first_record

_OTHERS = "the bytes do not match their digest"


def difference(record: WarcRecord, length: int, claim: KeptPage) -> str | None:
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


#: Records that hold an answer: each should have a row.
_ANSWERS = WarcRecordType.response | WarcRecordType.revisit


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
class VerifyReport:
    """What was found in files."""

    files: int = 0
    snapshots: int = 0
    records: int = 0
    #: Answers that no row names: a crash came before their commit, or a crawl is writing them.
    unnamed: int = 0
    #: Ends of files that were cut off.
    torn: list[Stretch] = field(default_factory=list)
    #: Damaged stretches with whole records behind them.
    damaged: list[Stretch] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: Those of them whose bytes are there and do not hold what their headers say.
    undecoded: int = 0
    #: Snapshots whose bytes are not in object storage yet, by the file that has them.
    waiting: dict[str, int] = field(default_factory=dict)


def warc_files(home: Path, outlet: str | None = None) -> list[str]:
    """The files that are there, as rows name them; raises ``ConfigError`` where nobody may look."""
    outlets = [name for name in names_in(home / WARC) if outlet in (None, name)]
    folders = [Path(WARC, name) for name in outlets if (home / WARC / name).is_dir()]
    return [
        (folder / name).as_posix()
        for folder in folders
        for name in names_in(home / folder)
        if name.endswith(".warc.gz")
    ]


def verify_file(home: Path, file: str, claims: Sequence[KeptPage], report: VerifyReport) -> None:
    """Read every record of a file, and report what is there against the claims on it.

    Of a file that others wrote, only what was imported is read.
    """
    report.files += 1
    report.snapshots += len(claims)
    if claims and not claims[0].kept.is_ours:
        for claim in claims:
            _verify_foreign(report, home, claim)
        return
    left = {claim.kept.offset: claim for claim in claims}
    try:
        with open_kept(home, file) as opened:
            for member in members(opened):
                named = left.pop(member.offset, None)
                told = _note(report, file, member, named)
                if named and told:
                    report.problems.append(problem_of(named, told))
    except FileNotFoundError:
        what = "the file is missing"
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
    else:
        what = "no record begins there"
    for claim in left.values():
        report.problems.append(problem_of(claim, _torn(report, claim) or what))


def _verify_foreign(report: VerifyReport, home: Path, claim: KeptPage) -> None:
    """An imported record has the digest and the address that its maker gave it."""
    report.records += 1
    if claim.kept.same_as is not None:
        return
    try:
        read_capture(home, claim.kept, claim.url, claim.fetched_at)
    except SnapshotError as error:
        report.undecoded += isinstance(error.__cause__, BodyError)
        report.problems.append(problem_of(claim, str(error)))


def _note(
    report: VerifyReport, file: str, member: Walked[bytes], claim: KeptPage | None
) -> str | None:
    """Count a member; what speaks against the claim on it, if anything does."""
    stretch = Stretch(file=file, offset=member.offset, length=member.length)
    if report.torn and report.torn[-1].file == file:
        # Something stands behind it, so it was not the end.
        report.damaged.append(report.torn.pop())
    if member.found is None:
        report.torn.append(stretch)
        return "the record is damaged"
    report.records += 1
    record = first_record(member.found)
    if record is None:
        report.damaged.append(stretch)
        return "the record cannot be read"
    if claim is None:
        report.unnamed += bool(record.record_type & _ANSWERS)
        return None
    try:
        return difference(record, member.length, claim)
    except BodyError as error:
        report.undecoded += 1
        return str(error)
    except (OSError, ValueError, SnapshotError) as error:
        return f"the record cannot be read: {error}"


def _torn(report: VerifyReport, claim: KeptPage) -> str | None:
    file, at = claim.kept.file, claim.kept.offset
    is_in = any(
        part.file == file and part.offset <= at < part.offset + part.length
        for part in (*report.damaged, *report.torn)
    )
    return "the record is damaged" if is_in else None


def problem_of(claim: KeptPage, what: str) -> Problem:
    kept = claim.kept
    return Problem(
        snapshot_id=claim.id, url=claim.url, file=kept.file, offset=kept.offset, what=what
    )
