"""What to do about an error of the database: its SQLSTATE decides, not its Python class."""

from enum import Enum, auto

from sqlalchemy.exc import DBAPIError

#: What the database raises, under a name that needs no import of SQLAlchemy.
DatabaseError = DBAPIError

#: Classes of SQLSTATE (their first two characters) and single codes.
_CONNECTION = ("08", "57P")
_AGAIN = ("40", "55P03", "57014", "25006")
_FULL = ("53100",)
_STOP = ("53", "58", "XX")


class Remedy(Enum):
    """What helps against an error."""

    #: The connection is lost: wait for the database, then do it again.
    RECONNECT = auto()
    #: Another transaction was in the way: do it again.
    RETRY = auto()
    #: No space is left: end the crawl, its links stay as they are.
    STOP = auto()
    #: The value cannot be stored, and never will be.
    QUARANTINE = auto()


def remedy(error: Exception) -> Remedy:
    """What helps; an unknown error is the value's fault, so that one row never stops a crawl."""
    if not isinstance(error, DBAPIError):
        return Remedy.QUARANTINE
    state = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None) or ""
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
    """Whether a disk is full."""
    state = getattr(getattr(error, "orig", None), "pgcode", None) or ""
    return state.startswith(_FULL) or getattr(error, "errno", None) in (28, 122)
