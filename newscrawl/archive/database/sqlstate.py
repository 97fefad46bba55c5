"""What to do about an error of the database: its SQLSTATE decides, not its Python class."""

import re
from enum import Enum, auto

import psycopg2  # type: ignore[import-untyped]
from sqlalchemy.exc import DBAPIError

from newscrawl import printable
from newscrawl.errors import ArchiveError, ConfigError, DatabaseUnavailable, DiskFull, is_disk_full

#: What the database raises, under a name that needs no import of SQLAlchemy.
DatabaseError = DBAPIError

#: Classes of SQLSTATE (their first two characters) and single codes.
_CONNECTION = ("08", "57P", "25P03")
_AGAIN = ("40", "55P03", "57014", "25006")
_FULL = ("53100",)
#: What is said of that to who connects, without a SQLSTATE.
_NO_ROOM = "No space left on device"
_TOO_SLOW = "57014"
#: A lock that did not come in time; two that wait for each other, of which the server ended one.
_LOCKED = ("55P03", "40P01")
_READ_ONLY, _FORBIDDEN, _NOWHERE = "25006", "42501", "3F000"
_STOP = ("53", "58", "XX")
#: What the operator must set right: rights, logins, databases, extensions, schemas, parameters.
_OPERATORS = (_FORBIDDEN, "28", "3D000", _NOWHERE, "0A000")
#: What is said of that to who connects: such an error has no SQLSTATE in psycopg2.
_REFUSED = re.compile(
    "authentication failed|no password supplied|role .* does not exist|database .* does not exist"
    "|no pg_hba.conf entry|rejects connection|not permitted to log in|[Pp]ermission denied"
    "|(?:unrecognized|invalid) configuration parameter|invalid value for parameter"
    "|parameter .* cannot be"
    "|unsupported startup parameter|invalid command-line argument|no such (?:user|database)"
    "|database .* is not currently accepting|invalid .* value:|certificate|SSL was required"
    "|not support (?:SSL|GSS)|authentication method|password required"
)


class Remedy(Enum):
    """What helps against an error."""

    #: The connection is lost: wait for the database, then do it again.
    RECONNECT = auto()
    #: Another transaction was in the way: do it again.
    RETRY = auto()
    #: No space is left: end the crawl, its links stay as they are.
    STOP = auto()
    #: The operator has to set something right: no waiting helps.
    TELL = auto()
    #: The value cannot be stored, and never will be.
    QUARANTINE = auto()


def remedy(error: BaseException) -> Remedy:
    """What helps; an unknown error is the value's fault, so that one row never stops a crawl.

    SQLAlchemy's errors and psycopg2's own are the same here.
    """
    error = _wrapped(error)
    if not isinstance(error, DBAPIError):
        return Remedy.QUARANTINE
    state = _state(error)
    if state.startswith(_OPERATORS) or (not state and _REFUSED.search(str(error.orig))):
        return Remedy.TELL
    if is_full(error):
        return Remedy.STOP
    if error.connection_invalidated or state.startswith(_CONNECTION):
        return Remedy.RECONNECT
    if state.startswith(_AGAIN):
        return Remedy.RETRY
    if state.startswith(_STOP):
        return Remedy.STOP
    if not state and type(error.orig).__name__ in {"OperationalError", "InterfaceError"}:
        return Remedy.RECONNECT
    return Remedy.QUARANTINE


def is_full(error: BaseException) -> bool:
    """Whether a disk is full, as a statement hears it or whoever connects."""
    error = _wrapped(error)
    is_told = _NO_ROOM in str(getattr(error, "orig", "")) and not _state(error)
    return is_told or _state(error).startswith(_FULL) or is_disk_full(error)


def is_too_slow(error: BaseException) -> bool:
    """Whether a statement ran out of time: the moment's fault, or the value's."""
    return _state(error) == _TOO_SLOW


def plain(error: BaseException) -> ArchiveError | ConfigError | None:
    """What the database says, as a one-line error of ours; None where the fault is ours."""
    error = _wrapped(error)
    if not isinstance(error, DBAPIError):
        return None
    said, what = str(error.orig), remedy(error)
    if is_full(error):
        return DiskFull("the disk of the database is full")
    if _state(error) == _READ_ONLY:
        return ConfigError(f"the database is read-only: {first_line(error)}")
    if is_forbidden(error):
        return ConfigError(f"this login may not do that: {first_line(error)}")
    if what is Remedy.TELL:
        return refused(said) or ConfigError(f"the database refuses: {first_line(error)}")
    if what is Remedy.QUARANTINE:
        return None
    return DatabaseUnavailable(f"the database failed: {first_line(error)}")


def refused(said: str) -> ConfigError | None:
    """What the operator has to set right, if that is what a server or a program complains of."""
    lines = (line.strip() for line in said.splitlines() if _REFUSED.search(line))
    return next((ConfigError(f"the database refuses: {line}") for line in lines), None)


def first_line(error: BaseException) -> str:
    """What a database error says, in one line, without SQL."""
    return printable.first_line(getattr(error, "orig", None) or error)


def is_forbidden(error: BaseException) -> bool:
    """Whether the login may not do what was asked."""
    return _state(error) == _FORBIDDEN


def is_nowhere(error: BaseException) -> bool:
    """Whether there is no schema to create anything in."""
    return _state(error) == _NOWHERE


def is_locked(error: BaseException) -> bool:
    """Whether another transaction held on to what was asked for."""
    return _state(error) in _LOCKED


def _wrapped(error: BaseException) -> BaseException:
    return DBAPIError("", {}, error) if isinstance(error, psycopg2.Error) else error


def _state(error: BaseException) -> str:
    return getattr(getattr(error, "orig", None), "pgcode", None) or ""
