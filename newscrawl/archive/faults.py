"""What to do about an error of the database: its SQLSTATE decides, not its Python class."""

from enum import Enum, auto

from sqlalchemy.exc import DBAPIError

#: What the database raises, under a name that needs no import of SQLAlchemy.
DatabaseError = DBAPIError

#: Classes of SQLSTATE (their first two characters) and single codes.
_CONNECTION = ("08", "57P", "25P03")
_AGAIN = ("40", "55P03", "57014", "25006")
_FULL = ("53100",)
_TOO_SLOW, _LOCKED = "57014", "55P03"
_FORBIDDEN = "42501"
#: No schema of the search path may be written into.
_NOWHERE = "3F000"
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
    state = _state(error)
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
    return _state(error).startswith(_FULL) or getattr(error, "errno", None) in (28, 122)


def is_too_slow(error: BaseException) -> bool:
    """Whether a statement ran out of time: the moment's fault, or the value's."""
    return _state(error) == _TOO_SLOW


def is_forbidden(error: BaseException) -> bool:
    """Whether the login may not do what was asked."""
    return _state(error) == _FORBIDDEN


def is_nowhere(error: BaseException) -> bool:
    """Whether there is no schema to create anything in."""
    return _state(error) == _NOWHERE


def is_locked(error: BaseException) -> bool:
    """Whether another transaction held on to what was asked for."""
    return _state(error) == _LOCKED


def _state(error: BaseException) -> str:
    return getattr(getattr(error, "orig", None), "pgcode", None) or ""
